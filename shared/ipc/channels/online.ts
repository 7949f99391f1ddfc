/** Call names of area online: all the preload may know of it. */
export const onlineChannels = [
  'online.status',
  'online.setKey',
  'online.clearCache',
  'online.cancel',
  'online.propose',
  'online.apply',
  'online.openCopy',
  'online.search',
  'online.import',
  'online.checkRetractions',
  'online.completeWaiting',
  'online.retraction',
] as const;
