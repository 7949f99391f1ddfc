/** Call names of area appraisal: all the preload may know of it. */
export const appraisalChannels = [] as const;
