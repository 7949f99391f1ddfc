/** Call names of area notes: all the preload may know of it. */
export const notesChannels = [
  'notes.list',
  'notes.all',
  'notes.create',
  'notes.update',
  'notes.trash',
] as const;
