import type { Area } from '../endpoint';
import type { checksChannels } from '../channels/checks';

/** What is odd in the records, and its mending. */
export const checksContract = {} satisfies Area<typeof checksChannels>;
