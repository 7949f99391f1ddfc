/** Call names of area online: all the preload may know of it. */
export const onlineChannels = [] as const;
