import i18next from 'i18next';
import { WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenPapers } from '../../lib/chosen-papers';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { reportFailure, useContract } from '../../lib/queries';
import { Button, ButtonRow, DataTable, EmptyState, ErrorNote, Place, Skeleton, toast } from '../../ui';
import styles from './health.module.css';

/** Old and new names of the documents of the chosen papers, before anything is named. */
export function NamesPage() {
  const { t } = useTranslation('health');
  const go = useGo();
  const [itemIds] = useState(() => [...chosenPapers().ids]);
  const back = (): void => {
    go('/library');
  };
  return (
    <Place title={t('names.title')} surface="sheet" back={{ label: t('back'), onPress: back }}>
      <div className={styles['page']}>
        {itemIds.length === 0 ? (
          <EmptyState title={t('names.none')}>{t('names.noneText')}</EmptyState>
        ) : (
          <Proposal itemIds={itemIds} onDone={back} />
        )}
      </div>
    </Place>
  );
}

function Proposal({ itemIds, onDone }: { readonly itemIds: string[]; readonly onDone: () => void }) {
  const { t } = useTranslation(['health', 'common']);
  const { number } = useFormats();
  const [isWorking, setWorking] = useState(false);
  const preview = useContract(
    'health.previewNames',
    { itemIds },
    { tables: ['item', 'attachment', 'setting'], keepPrevious: true },
  );
  if (preview.isError)
    return <ErrorNote failure={preview.error.failure} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <Skeleton label={t('common:loading')} lines={8} />;
  const { changed, samples } = preview.data;
  const apply = async (): Promise<void> => {
    setWorking(true);
    const done = await call('health.nameFiles', { itemIds });
    setWorking(false);
    if (!done.ok) {
      reportFailure(done.error);
      return;
    }
    const count = done.value.changed;
    toast({
      text: i18next.t('health:names.done', { count, formatted: number(count) }),
      action: { label: i18next.t('common:action.undo'), run: () => void call('history.undo', {}) },
    });
    onDone();
  };
  return (
    <>
      <p>{t('health:names.lead', { count: itemIds.length, formatted: number(itemIds.length) })}</p>
      {changed === 0 ? (
        <p role="status">{t('health:names.nothing')}</p>
      ) : (
        <>
          <p role="status">
            {t('health:names.changes', { count: changed, formatted: number(changed) })}{' '}
            {samples.length < changed
              ? t('health:names.shown', { count: samples.length, formatted: number(samples.length) })
              : ''}
          </p>
          <ButtonRow>
            <Button variant="primary" icon={WandSparkles} isDisabled={isWorking} onPress={() => void apply()}>
              {t('health:names.apply')}
            </Button>
          </ButtonRow>
          <DataTable
            caption={t('health:names.table')}
            rows={samples}
            rowKey={(row) => row.attachmentId}
            columns={[
              {
                id: 'before',
                header: t('health:names.before'),
                isRowHeader: true,
                cell: (row) => row.before,
              },
              { id: 'after', header: t('health:names.after'), cell: (row) => row.after },
              { id: 'paper', header: t('health:names.paper'), cell: (row) => row.itemTitle },
            ]}
          />
        </>
      )}
    </>
  );
}
