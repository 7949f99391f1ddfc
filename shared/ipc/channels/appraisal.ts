/** Call names of area appraisal: all the preload may know of it. */
export const appraisalChannels = [
  'appraisal.set',
  'appraisal.get',
  'appraisal.answer',
  'appraisal.judge',
  'appraisal.anchor',
  'appraisal.unanchor',
  'appraisal.ofItem',
  'appraisal.papers',
  'appraisal.paperOf',
] as const;
