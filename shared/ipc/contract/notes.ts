import type { Area } from '../endpoint';
import type { notesChannels } from '../channels/notes';

/** Contract of area notes. */
export const notesContract = {} satisfies Area<typeof notesChannels>;
