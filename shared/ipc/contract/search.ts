import type { Area } from '../endpoint';
import type { searchChannels } from '../channels/search';

/** Contract of area search. */
export const searchContract = {} satisfies Area<typeof searchChannels>;
