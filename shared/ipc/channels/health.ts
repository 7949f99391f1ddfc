/** Call names of area health: all the preload may know of it. */
export const healthChannels = [] as const;
