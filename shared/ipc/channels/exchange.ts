/** Call names of area exchange: all the preload may know of it. */
export const exchangeChannels = [] as const;
