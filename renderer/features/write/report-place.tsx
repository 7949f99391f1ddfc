import { FileX2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, EmptyState, ErrorNote, Place, Skeleton } from '../../ui';
import { ReportView } from './report-view';

/** Tables a report on screen is read from. */
const TABLES = [
  'report',
  'report_section',
  'link',
  'annotation',
  'item',
  'journal_entry',
  'analysis',
  'dataset',
  'project',
] as const;

export interface ReportPlaceProps {
  readonly reportId: string;
  readonly search: Readonly<Record<string, string>>;
}

/** One report, or why it cannot be shown. */
export function ReportPlace({ reportId, search }: ReportPlaceProps) {
  const { t } = useTranslation('write');
  const go = useGo();
  const { data, error, refetch } = useContract('report.get', { reportId }, { tables: TABLES });
  if (data !== undefined) return <ReportView report={data} search={search} />;
  return (
    <Place title={t('place')} surface="paper">
      {error === null ? <Skeleton label={t('loading')} /> : null}
      {error?.failure.code === 'report.not-found' ? (
        <EmptyState
          icon={FileX2}
          title={t('gone.title')}
          actions={
            <Button
              onPress={() => {
                go('/write');
              }}
            >
              {t('gone.back')}
            </Button>
          }
        >
          {t('errors.report.not-found')}
        </EmptyState>
      ) : null}
      {error !== null && error.failure.code !== 'report.not-found' ? (
        <ErrorNote failure={error.failure} onRetry={() => void refetch()} />
      ) : null}
    </Place>
  );
}
