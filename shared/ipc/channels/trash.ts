/** Call names of area trash: all the preload may know of it. */
export const trashChannels = ['trash.list', 'trash.restore', 'trash.preview', 'trash.remove'] as const;
