import type { Area } from '../endpoint';
import type { searchesChannels } from '../channels/searches';

/** Saved searches. */
export const searchesContract = {} satisfies Area<typeof searchesChannels>;
