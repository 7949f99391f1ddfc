/** Call names of area data: all the preload may know of it. */
export const dataChannels = [] as const;
