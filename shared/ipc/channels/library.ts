/** Call names of area library: all the preload may know of it. */
export const libraryChannels = [
  'library.list',
  'library.ids',
  'library.position',
  'library.counts',
  'library.get',
  'library.usedIn',
  'library.create',
  'library.update',
  'library.setStatus',
  'library.approve',
  'library.markOpened',
  'library.trash',
  'library.restore',
  'library.previewEmptyTrash',
  'library.emptyTrash',
  'library.desk',
] as const;
