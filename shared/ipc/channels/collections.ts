/** Call names of area collections: all the preload may know of it. */
export const collectionsChannels = [] as const;
