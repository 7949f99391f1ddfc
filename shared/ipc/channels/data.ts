/** Call names of area data: all the preload may know of it. */
export const dataChannels = [
  'data.previewTable',
  'data.importTable',
  'data.datasets',
  'data.dataset',
  'data.removeDataset',
  'data.setMeasure',
  'data.analyses',
  'data.acknowledgeChange',
  'data.withdraw',
  'data.sharedAnalyses',
  'data.claim',
  'data.openKey',
  'data.destroyKey',
] as const;
