/** Call names of area duplicates: all the preload may know of it. */
export const duplicatesChannels = [
  'duplicates.summary',
  'duplicates.list',
  'duplicates.compare',
  'duplicates.merge',
  'duplicates.previewMany',
  'duplicates.mergeMany',
  'duplicates.relate',
  'duplicates.dismiss',
  'duplicates.dismissed',
  'duplicates.revoke',
  'duplicates.rules',
  'duplicates.setRules',
  'duplicates.ofItem',
] as const;
