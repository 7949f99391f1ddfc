/** Call names of area history: all the preload may know of it. */
export const historyChannels = ['history.state', 'history.undo', 'history.redo'] as const;
