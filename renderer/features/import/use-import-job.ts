import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { EventPayload } from '@shared/ipc/events';
import { useContract, useEvent } from '../../lib/queries';
import type { ImportJob } from './model';

/**
 * An import as it stands, live while it runs.
 * @param jobId the import; null for none
 */
export function useImportJob(jobId: string | null): ImportJob | undefined {
  const client = useQueryClient();
  const [live, setLive] = useState<EventPayload<'job.progress'> | null>(null);
  const { data: jobs } = useContract('import.history', { limit: 20 }, { tables: ['item'] });
  useEvent(
    'job.progress',
    useCallback(
      (progress) => {
        if (progress.kind !== 'import') return;
        setLive(progress);
        // A job that found nothing new changes no table: its report is asked again when it ends.
        if (progress.state !== 'running') {
          void client.invalidateQueries({
            predicate: ({ queryKey }) => String(queryKey[0]).startsWith('import.'),
          });
        }
      },
      [client],
    ),
  );
  const job = jobs?.find((candidate) => candidate.jobId === jobId);
  if (job === undefined || live === null || live.jobId !== jobId) return job;
  return { ...job, state: live.state, done: live.done, total: live.total };
}
