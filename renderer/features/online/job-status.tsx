import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventPayload } from '@shared/ipc/events';
import { call } from '../../lib/client';
import { useGo } from '../../lib/navigation';
import { useContract, useEvent } from '../../lib/queries';
import { Button, ErrorNote, Note, ProgressBar } from '../../ui';
import styles from './online.module.css';

type Kind = 'online-retractions' | 'online-complete';

interface JobStatusProps {
  readonly jobId: string;
  readonly kind: Kind;
  /** The person goes to a paper of the report. */
  readonly onGo?: () => void;
}

/** A job of this area that runs, or what the last one found. */
export function JobStatus({ jobId, kind, onGo }: JobStatusProps) {
  const { t } = useTranslation('online');
  const client = useQueryClient();
  const [live, setLive] = useState<EventPayload<'job.progress'> | null>(null);
  const job = useContract('jobs.get', { jobId }, { tables: [] }).data;
  useEvent(
    'job.progress',
    useCallback(
      (progress) => {
        if (progress.jobId !== jobId) return;
        setLive(progress);
        if (progress.state === 'running') return;
        void client.invalidateQueries({
          predicate: ({ queryKey }) => /^(?:jobs|online)\./.test(String(queryKey[0])),
        });
      },
      [client, jobId],
    ),
  );
  const state = live?.state ?? job?.state;
  if (state === undefined) return null;
  if (state === 'queued' || state === 'running') {
    const { done, total } = live ?? job ?? { done: 0, total: null };
    return (
      <div className={styles['job']}>
        <ProgressBar
          label={t(`job.${kind}`)}
          value={total === null ? null : done}
          max={total ?? 1}
          {...(total === null ? {} : { valueText: t('job.of', { done, total }) })}
        />
        <Button size="small" onPress={() => void call('jobs.cancel', { jobId })}>
          {t('job.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div role="status" className={styles['job']}>
      {state === 'failed' && job?.errorCode != null ? (
        <ErrorNote failure={{ code: job.errorCode, details: { minutes: 1, status: '' } }} />
      ) : null}
      {state === 'cancelled' ? <Note>{t('job.cancelled')}</Note> : null}
      {state === 'failed' ? null : <Report jobId={jobId} kind={kind} onGo={onGo} />}
    </div>
  );
}

function Report({
  jobId,
  kind,
  onGo,
}: Omit<JobStatusProps, 'onGo'> & { readonly onGo: (() => void) | undefined }) {
  const { t } = useTranslation('online');
  const go = useGo();
  const report = useContract('jobs.records', { jobId, outcome: 'imported', limit: 100 }, { tables: [] }).data;
  if (report === undefined) return null;
  const { counts, records } = report;
  if (kind === 'online-complete')
    return (
      <Note tone={counts.failed === 0 ? 'ok' : 'warn'}>
        {t('job.completed', { count: counts.imported })}{' '}
        {counts.failed === 0 ? '' : t('job.failed', { count: counts.failed })}
      </Note>
    );
  const checked = counts.imported + counts.duplicate;
  return (
    <Note tone={counts.imported === 0 ? 'ok' : 'warn'}>
      {counts.imported === 0 ? t('job.none', { checked }) : t('job.found', { count: counts.imported })}{' '}
      {counts.skipped === 0 ? '' : t('job.unknown', { count: counts.skipped })}
      {records.length === 0 ? null : (
        <ul className={styles['found']}>
          {records.map((record) => (
            <li key={record.position}>
              <Button
                variant="link"
                onPress={() => {
                  onGo?.();
                  go(`/library/${record.itemId ?? ''}`);
                }}
              >
                {record.title === '' ? record.source : record.title}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}
