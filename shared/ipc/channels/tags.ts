/** Call names of area tags: all the preload may know of it. */
export const tagsChannels = [
  'tags.list',
  'tags.counts',
  'tags.create',
  'tags.update',
  'tags.remove',
  'tags.merge',
  'tags.removeUnused',
  'tags.apply',
  'tags.unapply',
] as const;
