/** Call names of area inquiry: all the preload may know of it. */
export const inquiryChannels = [] as const;
