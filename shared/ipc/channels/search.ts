/** Call names of area search: all the preload may know of it. */
export const searchChannels = [
  'search.query',
  'search.itemIds',
  'search.values',
  'search.documents',
  'search.retry',
  'search.status',
  'search.pause',
  'search.rebuild',
] as const;
