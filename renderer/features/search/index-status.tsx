import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useContract, useContractMutation, useEvent } from '../../lib/queries';
import { Button, ProgressBar } from '../../ui';
import styles from './search.module.css';

type Status = CallOutput<'search.status'>;

/** How far the text of the papers has been read, kept up to date while it is. */
export function useIndexStatus(): Status | undefined {
  const { data } = useContract('search.status', {}, { tables: ['attachment'] });
  const [live, setLive] = useState<Pick<Status, 'indexed' | 'total' | 'paused'>>();
  useEvent(
    'search.progress',
    useCallback((progress) => {
      setLive(progress);
    }, []),
  );
  return data && { ...data, ...live };
}

/** Says how far reading is while it runs, with a way to pause; and which papers cannot be searched. */
export function IndexStatus({ status }: { readonly status: Status }) {
  const { t } = useTranslation('search');
  const { run: pause, isPending } = useContractMutation('search.pause');
  const { indexed, total, paused, withoutText, failed } = status;
  const setPaused = (next: boolean): void => {
    void pause({ paused: next });
  };
  return (
    <>
      {indexed < total ? (
        <div className={styles['index']}>
          {paused ? (
            <p>{t('index.paused', { done: indexed, total })}</p>
          ) : (
            <div className={styles['bar']}>
              <ProgressBar
                label={t('index.label')}
                value={indexed}
                max={total}
                valueText={t('index.progress', { done: indexed, total })}
              />
            </div>
          )}
          <Button
            size="small"
            variant="quiet"
            isDisabled={isPending}
            onPress={() => {
              setPaused(!paused);
            }}
          >
            {paused ? t('index.resume') : t('index.pause')}
          </Button>
        </div>
      ) : null}
      {withoutText > 0 ? (
        <p className={styles['plain']}>{t('index.without-text', { count: withoutText })}</p>
      ) : null}
      {failed > 0 ? <p className={styles['plain']}>{t('index.failed', { count: failed })}</p> : null}
    </>
  );
}
