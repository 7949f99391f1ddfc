/** Call names of area checks: all the preload may know of it. */
export const checksChannels = [
  'checks.summary',
  'checks.records',
  'checks.ofItem',
  'checks.fix',
  'checks.fixAll',
  'checks.ignore',
] as const;
