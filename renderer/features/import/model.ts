import type { CallOutput } from '@shared/ipc/contract';

export type ImportJob = CallOutput<'import.history'>[number];
export type ReportShow = 'all' | 'imported' | 'duplicate' | 'attention';

/** How sure a found value is, as a word: nobody can tell .72 from .81. */
export type ConfidenceWord = 'sure' | 'likely' | 'unsure';

/** @param confidence 0 to 1 */
export function confidenceWord(confidence: number): ConfidenceWord {
  if (confidence >= 0.9) return 'sure';
  return confidence >= 0.6 ? 'likely' : 'unsure';
}

/** @param job an import @returns whether it still runs or waits */
export function isActive(job: Pick<ImportJob, 'state'>): boolean {
  return job.state === 'running' || job.state === 'queued';
}

/** Filter to open a report with: what needs a look comes first. */
export function firstFilter(counts: ImportJob['counts']): ReportShow {
  return counts.attention > 0 ? 'attention' : 'all';
}
