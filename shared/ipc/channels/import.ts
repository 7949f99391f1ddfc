/** Call names of area import: all the preload may know of it. */
export const importChannels = [] as const;
