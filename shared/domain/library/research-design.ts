/** How a study was done, as a list shows it; what it asks of a reader is the appraisal's business. */
export const RESEARCH_DESIGNS = [
  'rct',
  'cluster-rct',
  'quasi',
  'survey',
  'validation',
  'case-study',
  'action-research',
  'interviews',
  'observation',
  'mixed',
  'review',
  'theory',
] as const;
