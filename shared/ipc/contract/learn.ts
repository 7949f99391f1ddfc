import type { Area } from '../endpoint';
import type { learnChannels } from '../channels/learn';

/** Contract of area learn. */
export const learnContract = {} satisfies Area<typeof learnChannels>;
