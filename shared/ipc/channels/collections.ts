/** Call names of area collections: all the preload may know of it. */
export const collectionsChannels = [
  'collections.list',
  'collections.create',
  'collections.rename',
  'collections.move',
  'collections.remove',
  'collections.addItems',
  'collections.removeItems',
] as const;
