import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useContract, useContractMutation } from '../../lib/queries';
import { AlertDialog, Button, DataTable, Disclosure, toast } from '../../ui';
import { KeyPanel } from './key-panel';
import { MeasureEditor } from './measure-editor';
import { useResultNumbers } from './numbers';
import { SharePreview } from './share-preview';
import type { Analysis, Dataset } from './types';
import styles from './data.module.css';

type Row = Dataset['rows'][number];

export interface DatasetPanelsProps {
  readonly projectId: string;
  readonly analysis: Analysis;
}

/** Under a result: what a shared file would say, the pupils, who is who, and where the data come from. */
export function DatasetPanels({ projectId, analysis }: DatasetPanelsProps) {
  const { t } = useTranslation('data');
  const { datasetId } = analysis;
  const { data: dataset } = useContract(
    'data.dataset',
    { datasetId },
    { tables: ['dataset', 'dataset_row'] },
  );
  return (
    <div>
      <Disclosure title={t('share.title')}>
        <SharePreview projectId={projectId} analysisId={analysis.id} />
      </Disclosure>
      {dataset ? (
        <>
          <Disclosure title={t('rows.title')} aside={t('pupils', { count: dataset.rows.length })}>
            <Pupils projectId={projectId} rows={dataset.rows} />
          </Disclosure>
          <Disclosure title={t('key.title')}>
            <KeyPanel projectId={projectId} isKept={dataset.keyState === 'kept'} />
          </Disclosure>
          <Disclosure title={t('about.measure')}>
            <MeasureEditor dataset={dataset} />
          </Disclosure>
          <Disclosure title={t('about.title')}>
            <About dataset={dataset} />
          </Disclosure>
        </>
      ) : null}
    </div>
  );
}

/** The rows under their pseudonyms; each pupil can be withdrawn here. */
function Pupils({ projectId, rows }: { readonly projectId: string; readonly rows: readonly Row[] }) {
  const { t } = useTranslation('data');
  const { score } = useResultNumbers();
  const [leaving, setLeaving] = useState<string | null>(null);
  const { run } = useContractMutation('data.withdraw');
  const cell = (value: number | null): string => (value === null ? t('rows.missing') : score(value));
  const state = ({ excluded, before, after }: Row): string => {
    if (excluded !== null) return t(`rows.${excluded}`);
    return t(before === null || after === null ? 'rows.incomplete' : 'rows.used');
  };
  const withdraw = async (pseudonym: string): Promise<void> => {
    const result = await run({ projectId, pseudonym });
    if (result.ok) toast({ text: t('withdraw.done', { pseudonym }) });
  };
  return (
    <>
      <DataTable
        caption={t('rows.title')}
        hideCaption
        columns={[
          { id: 'id', header: t('rows.pseudonym'), cell: (row: Row) => row.pseudonym, isRowHeader: true },
          { id: 'before', header: t('rows.before'), cell: (row) => cell(row.before), kind: 'number' },
          { id: 'after', header: t('rows.after'), cell: (row) => cell(row.after), kind: 'number' },
          { id: 'state', header: t('rows.state'), cell: state },
          {
            id: 'actions',
            header: t('rows.actions'),
            cell: ({ excluded, pseudonym }) =>
              excluded === 'withdrawn' ? null : (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('rows.withdrawOne', { pseudonym })}
                  onPress={() => {
                    setLeaving(pseudonym);
                  }}
                >
                  {t('rows.withdraw')}
                </Button>
              ),
          },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
      />
      <AlertDialog
        title={t('withdraw.title', { pseudonym: leaving ?? '' })}
        isOpen={leaving !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setLeaving(null);
        }}
        confirmLabel={t('withdraw.confirm')}
        tone="primary"
        onConfirm={() => {
          if (leaving !== null) void withdraw(leaving);
        }}
      >
        {t('withdraw.text')}
      </AlertDialog>
    </>
  );
}

/** Where the data come from, and removing them. */
function About({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslation('data');
  const { date } = useFormats();
  const [removing, setRemoving] = useState(false);
  const { run } = useContractMutation('data.removeDataset');
  const remove = async (): Promise<void> => {
    const result = await run({ datasetId: dataset.id });
    if (!result.ok) return;
    const count = result.value.claimsLeftWithout;
    toast({ text: count > 0 ? t('about.removedClaims', { count }) : t('about.removed') });
  };
  const { raw } = dataset;
  return (
    <div className={styles['fields']}>
      <p className={styles['hash']}>
        {t('about.file', { name: raw.name, date: date(dataset.createdAt), sha: raw.sha256 })}
      </p>
      <p className={styles['words']}>
        {t(`about.${raw.kept}`)} {t('about.issues', { count: dataset.issues.length })}
      </p>
      <div>
        <Button
          size="small"
          onPress={() => {
            setRemoving(true);
          }}
        >
          {t('about.remove')}
        </Button>
      </div>
      <AlertDialog
        title={t('about.removeTitle')}
        isOpen={removing}
        onOpenChange={setRemoving}
        confirmLabel={t('about.remove')}
        onConfirm={() => void remove()}
      >
        {t('about.removeText')}
      </AlertDialog>
    </div>
  );
}
