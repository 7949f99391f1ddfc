import type { Area } from '../endpoint';
import type { reportChannels } from '../channels/report';

/** Contract of area report. */
export const reportContract = {} satisfies Area<typeof reportChannels>;
