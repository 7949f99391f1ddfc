import { Lock, Plus, Table2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContract } from '../../lib/queries';
import { Button, Chip, EmptyState, ErrorNote, Select, Skeleton } from '../../ui';
import { AnalysisResult } from './analysis-result';
import { ClaimNote } from './claim-note';
import { DatasetPanels } from './dataset-panels';
import { ImportWizard } from './wizard/import-wizard';
import styles from './data.module.css';

export interface DataViewProps {
  readonly projectId: string;
  /** Shows the results of this cycle; null shows the whole project's. New datasets are filed under it. */
  readonly cycleId: string | null;
}

const TABLES = ['analysis', 'dataset', 'dataset_row', 'consent'] as const;

/** Datasets and results of an inquiry: import, the result in the order of domain 4.2, and what may be shared. */
export default function DataView({ projectId, cycleId }: DataViewProps) {
  const { t } = useTranslation(['data', 'common']);
  const [importing, setImporting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useContract('data.analyses', { projectId }, { tables: TABLES });
  if (query.error) {
    return <ErrorNote failure={query.error.failure} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Skeleton label={t('common:loading')} lines={6} />;
  const analyses = query.data.filter((analysis) => cycleId === null || analysis.cycleId === cycleId);
  const shown = analyses.find((analysis) => analysis.datasetId === chosen) ?? analyses.at(-1);
  const open = (): void => {
    setImporting(true);
  };
  return (
    <section className={styles['view']} aria-label={t('title')}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('title')}</h2>
        <Chip icon={Lock}>{t('localOnly')}</Chip>
        {shown ? (
          <Button icon={Plus} onPress={open}>
            {t('importAnother')}
          </Button>
        ) : null}
        <p className={styles['headWords']}>{t('localOnlyWhy')}</p>
      </div>
      {shown ? (
        <>
          {analyses.length > 1 ? (
            <Select
              label={t('chooseResult')}
              choices={analyses.map((analysis) => ({ id: analysis.datasetId, label: analysis.name }))}
              value={shown.datasetId}
              onChange={setChosen}
            />
          ) : null}
          <AnalysisResult key={shown.id} analysis={shown} outcomes={query.data.length} />
          <ClaimNote projectId={projectId} />
          <DatasetPanels key={shown.datasetId} projectId={projectId} analysis={shown} />
        </>
      ) : (
        <EmptyState
          icon={Table2}
          title={t('empty.title')}
          hint={t('empty.hint')}
          actions={
            <Button variant="primary" icon={Plus} onPress={open}>
              {t('import')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      )}
      {importing ? (
        <ImportWizard
          projectId={projectId}
          cycleId={cycleId}
          onClose={(datasetId) => {
            setImporting(false);
            if (datasetId !== null) setChosen(datasetId);
          }}
        />
      ) : null}
    </section>
  );
}
