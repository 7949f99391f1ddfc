import type { Area } from '../endpoint';
import type { readingChannels } from '../channels/reading';

/** The reading log. */
export const readingContract = {} satisfies Area<typeof readingChannels>;
