import { useState } from 'react';
import { useContract } from '../../lib/queries';

/** @param kind of job @returns the one that runs now or was started here, and a way to tell of a new one */
export function useLastJob(
  kind: 'online-retractions' | 'online-complete',
): readonly [string | null, (jobId: string) => void] {
  const running = useContract('jobs.list', { activeOnly: true }, { tables: [] }).data;
  const [started, setStarted] = useState<string | null>(null);
  return [started ?? running?.find((job) => job.kind === kind)?.id ?? null, setStarted];
}
