/** Call names of area duplicates: all the preload may know of it. */
export const duplicatesChannels = [] as const;
