/** Call names of area report: all the preload may know of it. */
export const reportChannels = [
  'report.templates',
  'report.projects',
  'report.list',
  'report.create',
  'report.get',
  'report.update',
  'report.updateSection',
  'report.trash',
  'report.restore',
  'report.evidenceCandidates',
  'report.linkEvidence',
  'report.unlinkEvidence',
  'report.check',
  'report.shareCheck',
  'report.export',
] as const;
