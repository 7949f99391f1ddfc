import type { Area } from '../endpoint';
import type { libraryChannels } from '../channels/library';

/** Contract of area library. */
export const libraryContract = {} satisfies Area<typeof libraryChannels>;
