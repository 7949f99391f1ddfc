import { FileText, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, EmptyState, ErrorNote, IconButton, Place, Skeleton, toast } from '../../ui';
import { NewReportDialog } from './new-report-dialog';
import styles from './write.module.css';

type Report = CallOutput<'report.list'>['reports'][number];

/** All reports, and the way to start one. */
export function ReportListPlace({ search }: { readonly search: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('write');
  const go = useGo();
  const [isStarting, setStarting] = useState(false);
  const { data, error, refetch } = useContract(
    'report.list',
    {},
    { tables: ['report', 'report_section', 'project'] },
  );
  const asked = search['new'] === '1';
  const start = (
    <Button
      variant="primary"
      icon={Plus}
      onPress={() => {
        setStarting(true);
      }}
    >
      {t('list.new')}
    </Button>
  );
  const reports = data?.reports ?? [];
  return (
    <Place title={t('place')} end={reports.length > 0 ? start : undefined} surface="paper">
      {error ? <ErrorNote failure={error.failure} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <Skeleton label={t('loading')} /> : null}
      {data !== undefined && reports.length === 0 ? (
        <EmptyState icon={FileText} title={t('list.empty-title')} actions={start} hint={t('list.empty-hint')}>
          {t('list.empty')}
        </EmptyState>
      ) : null}
      {reports.length > 0 ? (
        <ul className={styles['reports']}>
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </ul>
      ) : null}
      {isStarting || asked ? (
        <NewReportDialog
          projectId={search['project'] ?? null}
          onClose={() => {
            setStarting(false);
            if (asked) go('/write', { replace: true });
          }}
        />
      ) : null}
    </Place>
  );
}

function ReportRow({ report }: { readonly report: Report }) {
  const { t } = useTranslation('write');
  const formats = useFormats();
  const go = useGo();
  const { run: trash } = useContractMutation('report.trash');
  const { run: restore } = useContractMutation('report.restore');
  const facts = [
    t('words', { count: report.words }),
    t('claims', { count: report.claims }),
    t(`style.${report.styleId}`),
    t('list.changed', { when: formats.ago(report.updatedAt) }),
  ];
  return (
    <li className={styles['report']}>
      <button
        type="button"
        className={styles['reportOpen']}
        onClick={() => {
          go(`/write/${report.id}`);
        }}
      >
        <span className={styles['reportTitle']}>{report.title === '' ? t('untitled') : report.title}</span>
        {report.projectTitle === null ? null : (
          <span className={styles['reportFrom']}>{t('list.from', { title: report.projectTitle })}</span>
        )}
        <span className={styles['reportFacts']}>{facts.join(' · ')}</span>
      </button>
      <IconButton
        icon={Trash2}
        label={t('list.trash', { title: report.title })}
        onPress={() => {
          void trash({ reportId: report.id }).then((result) => {
            if (!result.ok) return;
            toast({
              text: t('list.trashed', { title: report.title }),
              action: { label: t('list.restore'), run: () => void restore({ reportId: report.id }) },
            });
          });
        }}
      />
    </li>
  );
}
