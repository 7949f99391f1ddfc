/** Call names of area reading: all the preload may know of it. */
export const readingChannels = [] as const;
