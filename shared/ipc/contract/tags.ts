import type { Area } from '../endpoint';
import type { tagsChannels } from '../channels/tags';

/** Contract of area tags. */
export const tagsContract = {} satisfies Area<typeof tagsChannels>;
