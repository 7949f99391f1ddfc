/** Call names of area tags: all the preload may know of it. */
export const tagsChannels = [] as const;
