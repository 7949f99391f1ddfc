/** Call names of area citation: all the preload may know of it. */
export const citationChannels = [] as const;
