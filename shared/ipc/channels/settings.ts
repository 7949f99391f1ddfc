/** Call names of area settings: all the preload may know of it. */
export const settingsChannels = ['settings.get', 'settings.set'] as const;
