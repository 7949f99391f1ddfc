/** Call names of area checks: all the preload may know of it. */
export const checksChannels = [] as const;
