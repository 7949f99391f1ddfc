/** Call names of area learn: all the preload may know of it. */
export const learnChannels = [
  'learn.map',
  'learn.module',
  'learn.state',
  'learn.saveStep',
  'learn.attempt',
  'learn.answer',
  'learn.paper',
  'learn.addSamples',
  'learn.glossary',
] as const;
