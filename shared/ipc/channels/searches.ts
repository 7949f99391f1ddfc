/** Call names of area searches: all the preload may know of it. */
export const searchesChannels = [] as const;
