import type { Area } from '../endpoint';
import type { duplicatesChannels } from '../channels/duplicates';

/** Papers that are there twice. */
export const duplicatesContract = {} satisfies Area<typeof duplicatesChannels>;
