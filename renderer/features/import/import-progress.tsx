import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { reportFailure } from '../../lib/queries';
import { Button, ProgressBar } from '../../ui';
import styles from './import.module.css';
import type { ImportJob } from './model';
import { useSourceWords } from './words';

/** How far a running import is, with the way to stop it. */
export function ImportProgress({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation('import');
  const formats = useFormats();
  const sourceWords = useSourceWords();
  const [isStopping, setIsStopping] = useState(false);
  const isKnown = job.total !== null && job.total > 0;
  const stop = async (): Promise<void> => {
    setIsStopping(true);
    const result = await call('jobs.cancel', { jobId: job.jobId });
    if (!result.ok) reportFailure(result.error);
  };
  return (
    <div className={styles['progress']}>
      <div className={styles['progressBar']}>
        <ProgressBar
          label={
            job.state === 'queued'
              ? t('progress.queued')
              : t('progress.label', { source: sourceWords(job.sources) })
          }
          value={isKnown ? job.done : null}
          max={job.total ?? 1}
          {...(isKnown
            ? {
                valueText: t('progress.value', {
                  done: formats.number(job.done),
                  total: formats.number(job.total ?? 0),
                }),
              }
            : {})}
        />
      </div>
      <Button
        size="small"
        isDisabled={isStopping}
        onPress={() => {
          void stop();
        }}
      >
        {isStopping ? t('progress.stopping') : t('progress.cancel')}
      </Button>
    </div>
  );
}
