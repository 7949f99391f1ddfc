/** Call names of area reading: all the preload may know of it. */
export const readingChannels = [
  'reading.list',
  'reading.add',
  'reading.update',
  'reading.remove',
  'reading.export',
] as const;
