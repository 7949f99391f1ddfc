import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { reportFailure } from '../../lib/queries';
import { Button, ProgressBar } from '../../ui';
import styles from './import.module.css';
import type { Exporting } from './import-store';

/** How far an export is, with the way to stop it. */
export function ExportProgress({ exporting }: { readonly exporting: Exporting }) {
  const { t } = useTranslation('import');
  const { number } = useFormats();
  const [isStopping, setIsStopping] = useState(false);
  const { jobId, done, total } = exporting;
  const stop = async (): Promise<void> => {
    setIsStopping(true);
    const result = await call('jobs.cancel', { jobId });
    if (!result.ok) reportFailure(result.error);
  };
  return (
    <div className={styles['progress']}>
      <div className={styles['progressBar']}>
        <ProgressBar
          label={t('export.writing')}
          value={total === null ? null : done}
          max={total ?? 1}
          {...(total === null
            ? {}
            : { valueText: t('export.value', { done: number(done), total: number(total) }) })}
        />
      </div>
      <Button
        size="small"
        isDisabled={isStopping}
        onPress={() => {
          void stop();
        }}
      >
        {t('export.cancel')}
      </Button>
    </div>
  );
}
