import { ListChecks, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useContract } from '../../lib/queries';
import { Button, Icon, IconButton } from '../../ui';
import styles from './import.module.css';
import { ImportProgress } from './import-progress';
import { useImportStore } from './import-store';
import { isActive } from './model';
import { useImportJob } from './use-import-job';
import { useOutcomeWords } from './words';

/** Over the library's table: the import that runs, what became of the last one, and papers that wait to be checked. */
export default function ImportStatus() {
  const { t } = useTranslation('import');
  const outcomeWords = useOutcomeWords();
  const { latestJobId, hideOutcome, show } = useImportStore();
  const { data: jobs } = useContract('import.history', { limit: 20 }, { tables: ['item'] });
  // After a restart an interrupted import goes on by itself: it is shown although nobody started it here.
  const jobId = jobs?.find(isActive)?.jobId ?? latestJobId;
  const job = useImportJob(jobId);
  const { data: waiting } = useContract('import.toApprove', { limit: 1 }, { tables: ['item'] });
  const toCheck = waiting?.total ?? 0;
  if (job === undefined && toCheck === 0) return null;
  return (
    <section className={styles['status']} aria-label={t('status.region')}>
      {job !== undefined && isActive(job) ? (
        <div className={styles['statusRow']}>
          <div className={styles['statusText']}>
            <ImportProgress job={job} />
          </div>
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              show({ kind: 'report', jobId: job.jobId });
            }}
          >
            {t('status.details')}
          </Button>
        </div>
      ) : null}
      {job !== undefined && !isActive(job) ? (
        <div className={styles['statusRow']} role="status">
          <span className={styles['statusText']}>{outcomeWords(job.counts)}</span>
          <Button
            size="small"
            onPress={() => {
              show({ kind: 'report', jobId: job.jobId });
            }}
          >
            {t('status.report')}
          </Button>
          <IconButton icon={X} size="small" label={t('status.dismiss')} onPress={hideOutcome} />
        </div>
      ) : null}
      {toCheck > 0 ? (
        <div className={styles['statusRow']}>
          <Icon icon={ListChecks} size={18} />
          <span className={styles['statusText']}>{t('status.toCheck', { count: toCheck })}</span>
          <Button
            size="small"
            onPress={() => {
              show({ kind: 'approve', itemId: null });
            }}
          >
            {t('status.check')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
