/** Call names of area searches: all the preload may know of it. */
export const searchesChannels = [
  'searches.list',
  'searches.counts',
  'searches.preview',
  'searches.fromText',
  'searches.create',
  'searches.update',
  'searches.remove',
  'searches.move',
] as const;
