import { ArchiveRestore, FileClock } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import type { EventPayload } from '@shared/ipc/events';
import { useFormats } from '../../lib/format';
import { useContractMutation, useEvent } from '../../lib/queries';
import { AlertDialog, Button, ButtonRow, Note, ProgressBar } from '../../ui';
import styles from './health.module.css';

type Sidecars = CallOutput<'health.status'>['sidecars'];

/** Records that lie beside the documents: how far they are, and building the library again from them. */
export function RebuildSection({ sidecars }: { readonly sidecars: Sidecars }) {
  const { t } = useTranslation('health');
  const { number, dateTime } = useFormats();
  const rebuild = useContractMutation('health.rebuild');
  const setAside = useContractMutation('health.setAside');
  const [asking, setAsking] = useState(false);
  const [progress, setProgress] = useState<EventPayload<'job.progress'>>();
  useEvent(
    'job.progress',
    useCallback((payload: EventPayload<'job.progress'>) => {
      if (payload.kind === 'health.rebuild') setProgress(payload);
    }, []),
  );
  const isRunning = progress?.state === 'running' || progress?.state === 'queued';
  const words = { count: sidecars.records, formatted: number(sidecars.records) };
  return (
    <section className={styles['group']}>
      <h2>{t('rebuild.title')}</h2>
      {sidecars.state === 'detached' ? (
        <Note
          tone="warn"
          icon={ArchiveRestore}
          title={t('rebuild.detached', words)}
          actions={
            <>
              <Button
                variant="primary"
                isDisabled={isRunning || rebuild.isPending}
                onPress={() => void rebuild.run({})}
              >
                {t('rebuild.run')}
              </Button>
              <Button
                isDisabled={isRunning}
                onPress={() => {
                  setAsking(true);
                }}
              >
                {t('rebuild.setAside')}
              </Button>
            </>
          }
        >
          {t('rebuild.detachedText')}
        </Note>
      ) : (
        <>
          <p className={styles['text']}>{t('rebuild.text')}</p>
          <p>
            {sidecars.state === 'none' || sidecars.writtenAt === null
              ? t('rebuild.none')
              : t('rebuild.following', { ...words, date: dateTime(sidecars.writtenAt) })}
          </p>
          <ButtonRow>
            <Button
              icon={FileClock}
              isDisabled={sidecars.state === 'none' || isRunning || rebuild.isPending}
              onPress={() => void rebuild.run({})}
            >
              {t('rebuild.bringBack')}
            </Button>
          </ButtonRow>
        </>
      )}
      {isRunning ? (
        <ProgressBar label={t('rebuild.running')} value={progress.done} max={progress.total ?? undefined} />
      ) : null}
      <div role="status">{progress?.state === 'done' ? t('rebuild.done') : ''}</div>
      {asking ? (
        <AlertDialog
          title={t('rebuild.asideTitle')}
          isOpen
          onOpenChange={setAsking}
          confirmLabel={t('rebuild.setAside')}
          onConfirm={() => void setAside.run({})}
        >
          <p>{t('rebuild.asideText')}</p>
        </AlertDialog>
      ) : null}
    </section>
  );
}
