import type { Area } from '../endpoint';
import type { settingsChannels } from '../channels/settings';

/** Contract of area settings. */
export const settingsContract = {} satisfies Area<typeof settingsChannels>;
