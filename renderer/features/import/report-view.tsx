import { CircleAlert, CircleCheck, CircleStop } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { Button, EmptyState, ErrorNote, failureWords, Note, Skeleton, Tabs } from '../../ui';
import styles from './import.module.css';
import { ImportProgress } from './import-progress';
import { useImportStore } from './import-store';
import { firstFilter, isActive, type ImportJob, type ReportShow } from './model';
import { ReportLineRow } from './report-line';
import { useImportJob } from './use-import-job';
import { useOutcomeWords } from './words';

const PAGE = 100;
const MAX_LINES = 500;
const filters: readonly ReportShow[] = ['all', 'imported', 'duplicate', 'attention'];

/** What became of every record of one import, live while it runs. */
export function ReportView({ jobId }: { readonly jobId: string }) {
  const { t } = useTranslation(['import', 'common']);
  const formats = useFormats();
  const job = useImportJob(jobId);
  const show = useImportStore((state) => state.show);
  const { data: waiting } = useContract('import.toApprove', { limit: 1 }, { tables: ['item'] });
  const [chosen, setChosen] = useState<ReportShow | null>(null);
  if (job === undefined) return <Skeleton lines={4} label={t('common:loading')} />;
  const selected = chosen ?? firstFilter(job.counts);
  return (
    <div className={styles['stack']}>
      {isActive(job) ? (
        <>
          <ImportProgress job={job} />
          <p className={styles['muted']}>{t('progress.background')}</p>
        </>
      ) : (
        <Outcome job={job} />
      )}
      <Tabs
        label={t('report.filters')}
        selected={selected}
        onSelect={setChosen}
        items={filters.map((id) => ({
          id,
          label: t(`report.${id}`),
          count: formats.number(job.counts[id]),
          content: <Lines jobId={jobId} filter={id} total={job.counts[id]} />,
        }))}
      />
      <div className={styles['footer']}>
        {(waiting?.total ?? 0) > 0 ? (
          <Button
            onPress={() => {
              show({ kind: 'approve', itemId: null });
            }}
          >
            {t('report.checkFields')}
          </Button>
        ) : null}
        <Button
          variant="quiet"
          onPress={() => {
            show({ kind: 'start' });
          }}
        >
          {t('report.another')}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ job }: { readonly job: ImportJob }) {
  const { t, i18n } = useTranslation('import');
  const outcomeWords = useOutcomeWords();
  if (job.state === 'failed') {
    return (
      <Note tone="warn" icon={CircleAlert} title={t('state.failed')}>
        {failureWords(i18n, { code: job.errorCode ?? '' })}
      </Note>
    );
  }
  const isDone = job.state === 'done';
  return (
    <div role="status">
      <Note
        tone={isDone ? 'ok' : 'neutral'}
        icon={isDone ? CircleCheck : CircleStop}
        title={isDone ? t('state.done') : t('state.cancelled')}
      >
        {outcomeWords(job.counts)}
      </Note>
    </div>
  );
}

interface LinesProps {
  readonly jobId: string;
  readonly filter: ReportShow;
  readonly total: number;
}

function Lines({ jobId, filter, total }: LinesProps) {
  const { t } = useTranslation(['import', 'common']);
  const formats = useFormats();
  const [pages, setPages] = useState(1);
  const limit = Math.min(pages * PAGE, MAX_LINES);
  // Long reports turn over instead of growing without end.
  const offset = Math.max(0, pages * PAGE - MAX_LINES);
  const { data, error } = useContract(
    'import.report',
    { jobId, show: filter, offset, limit },
    { tables: ['item'], keepPrevious: true },
  );
  if (error) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton lines={6} label={t('common:loading')} />;
  if (data.lines.length === 0) {
    return total === 0 ? <EmptyState compact title={t(`report.nothing.${filter}`)} /> : null;
  }
  const left = data.counts[filter] - offset - data.lines.length;
  return (
    <>
      <ul className={styles['lines']}>
        {data.lines.map((line) => (
          <ReportLineRow key={line.position} line={line} />
        ))}
      </ul>
      {left > 0 ? (
        <Button
          size="small"
          onPress={() => {
            setPages(pages + 1);
          }}
        >
          {t('report.more', { count: Math.min(left, PAGE), formatted: formats.number(left) })}
        </Button>
      ) : null}
    </>
  );
}
