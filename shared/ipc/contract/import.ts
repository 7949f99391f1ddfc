import type { Area } from '../endpoint';
import type { importChannels } from '../channels/import';

/** Contract of area import. */
export const importContract = {} satisfies Area<typeof importChannels>;
