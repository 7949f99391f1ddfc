/** Call names of area import: all the preload may know of it. */
export const importChannels = [
  'import.preview',
  'import.previewState',
  'import.previewLines',
  'import.previewTable',
  'import.closePreview',
  'import.foundVia',
  'import.start',
  'import.history',
  'import.report',
  'import.toApprove',
  'import.foundFields',
  'import.approveFields',
  'import.exportRecords',
  'import.exported',
] as const;
