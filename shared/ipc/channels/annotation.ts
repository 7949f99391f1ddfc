/** Call names of area annotation: all the preload may know of it. */
export const annotationChannels = [
  'annotation.openPaper',
  'annotation.list',
  'annotation.listForItem',
  'annotation.get',
  'annotation.create',
  'annotation.update',
  'annotation.remove',
  'annotation.reanchor',
  'annotation.palette',
  'annotation.renameColor',
  'annotation.keepPlace',
  'annotation.saveCopy',
] as const;
