/** Call names of area health: all the preload may know of it. */
export const healthChannels = [
  'health.status',
  'health.check',
  'health.repairFile',
  'health.findFiles',
  'health.rebuild',
  'health.setAside',
  'health.itemFiles',
  'health.addFile',
  'health.renameFile',
  'health.removeFile',
  'health.saveFile',
  'health.unusedFiles',
  'health.freeUnused',
  'health.previewNames',
  'health.nameFiles',
  'health.setMainFile',
] as const;
