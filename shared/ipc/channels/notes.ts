/** Call names of area notes: all the preload may know of it. */
export const notesChannels = [] as const;
