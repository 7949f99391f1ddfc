import type { Area } from '../endpoint';
import type { appraisalChannels } from '../channels/appraisal';

/** Contract of area appraisal. */
export const appraisalContract = {} satisfies Area<typeof appraisalChannels>;
