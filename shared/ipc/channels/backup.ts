/** Call names of area backup: all the preload may know of it. */
export const backupChannels = ['backup.list', 'backup.create', 'backup.restore', 'backup.check'] as const;
