/** Call names of area library: all the preload may know of it. */
export const libraryChannels = [] as const;
