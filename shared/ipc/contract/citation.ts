import type { Area } from '../endpoint';
import type { citationChannels } from '../channels/citation';

/** Contract of area citation. */
export const citationContract = {} satisfies Area<typeof citationChannels>;
