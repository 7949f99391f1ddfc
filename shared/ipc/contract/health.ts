import type { Area } from '../endpoint';
import type { healthChannels } from '../channels/health';

/** State of the library: sizes, index, integrity, rebuilding. */
export const healthContract = {} satisfies Area<typeof healthChannels>;
