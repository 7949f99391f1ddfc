/** Call names of area search: all the preload may know of it. */
export const searchChannels = [] as const;
