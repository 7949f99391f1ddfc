import type { Area } from '../endpoint';
import type { collectionsChannels } from '../channels/collections';

/** Contract of area collections. */
export const collectionsContract = {} satisfies Area<typeof collectionsChannels>;
