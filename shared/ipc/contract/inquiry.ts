import type { Area } from '../endpoint';
import type { inquiryChannels } from '../channels/inquiry';

/** Contract of area inquiry. */
export const inquiryContract = {} satisfies Area<typeof inquiryChannels>;
