import type { Area } from '../endpoint';
import type { onlineChannels } from '../channels/online';

/** Online services, all behind the switch. */
export const onlineContract = {} satisfies Area<typeof onlineChannels>;
