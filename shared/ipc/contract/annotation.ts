import type { Area } from '../endpoint';
import type { annotationChannels } from '../channels/annotation';

/** Contract of area annotation. */
export const annotationContract = {} satisfies Area<typeof annotationChannels>;
