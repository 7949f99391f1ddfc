/** Call names of area report: all the preload may know of it. */
export const reportChannels = [] as const;
