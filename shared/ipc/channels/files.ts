/** Call names of area files: all the preload may know of it. */
export const filesChannels = ['files.attachmentInfo'] as const;
