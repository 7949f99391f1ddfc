import { Pause, Play, RefreshCw, RotateCcw } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventPayload } from '@shared/ipc/events';
import { useContract, useContractMutation, useEvent } from '../../lib/queries';
import { Button, ButtonRow, DataTable, failureWords, ProgressBar, toast } from '../../ui';
import styles from './health.module.css';

/** How far the text of the documents is read, and which could not be. */
export function IndexSection() {
  const { t, i18n } = useTranslation('health');
  const status = useContract('search.status', {}, { tables: ['attachment'] }).data;
  const troubled = useContract(
    'search.documents',
    { states: ['failed', 'no-text-layer'], limit: 50 },
    { tables: ['attachment'] },
  ).data;
  const [live, setLive] = useState<EventPayload<'search.progress'>>();
  useEvent(
    'search.progress',
    useCallback((progress: EventPayload<'search.progress'>) => {
      setLive(progress);
    }, []),
  );
  const pause = useContractMutation('search.pause');
  const rebuild = useContractMutation('search.rebuild');
  const retry = useContractMutation('search.retry');
  if (status === undefined) return null;
  const { indexed, total, paused } = { ...status, ...live };
  return (
    <section className={styles['group']}>
      <h2>{t('index.title')}</h2>
      {indexed < total ? (
        <ProgressBar
          label={t('index.title')}
          value={indexed}
          max={total}
          valueText={t('index.progress', { done: indexed, total })}
        />
      ) : (
        <p>{t('index.done', { count: total })}</p>
      )}
      <ButtonRow>
        {indexed < total ? (
          <Button
            icon={paused ? Play : Pause}
            isDisabled={pause.isPending}
            onPress={() => void pause.run({ paused: !paused })}
          >
            {paused ? t('index.resume') : t('index.pause')}
          </Button>
        ) : null}
        <Button icon={RefreshCw} isDisabled={rebuild.isPending} onPress={() => void rebuild.run({})}>
          {t('index.rebuild')}
        </Button>
      </ButtonRow>
      {troubled === undefined || troubled.rows.length === 0 ? null : (
        <>
          <DataTable
            caption={t('index.troubled', { count: troubled.total })}
            rows={troubled.rows}
            rowKey={(row, index) => `${row.fileId} ${String(index)}`}
            columns={[
              { id: 'title', header: t('check.document'), isRowHeader: true, cell: (row) => row.title },
              {
                id: 'why',
                header: t('check.why'),
                cell: (row) =>
                  row.state === 'failed' && row.error !== null
                    ? failureWords(i18n, { code: row.error })
                    : t('index.noText'),
              },
            ]}
          />
          <ButtonRow>
            <Button
              icon={RotateCcw}
              isDisabled={retry.isPending}
              onPress={() => {
                void retry.run({ fileIds: troubled.rows.map(({ fileId }) => fileId) }).then((result) => {
                  if (result.ok) toast({ text: t('index.retried') });
                });
              }}
            >
              {t('index.retry')}
            </Button>
          </ButtonRow>
        </>
      )}
    </section>
  );
}
