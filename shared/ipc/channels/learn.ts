/** Call names of area learn: all the preload may know of it. */
export const learnChannels = [] as const;
