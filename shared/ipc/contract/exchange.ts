import type { Area } from '../endpoint';
import type { exchangeChannels } from '../channels/exchange';

/** Contract of area exchange. */
export const exchangeContract = {} satisfies Area<typeof exchangeChannels>;
