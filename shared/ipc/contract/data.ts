import type { Area } from '../endpoint';
import type { dataChannels } from '../channels/data';

/** Contract of area data. */
export const dataContract = {} satisfies Area<typeof dataChannels>;
