import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { Button, ButtonRow, DataTable, EmptyState, ErrorNote, Pager, Skeleton, toast } from '../../ui';
import { attempt } from './actions';
import { DeleteForGoodDialog } from './trash-dialogs';
import styles from './view.module.css';

const SIZE = 50;
type Row = CallOutput<'trash.list'>['rows'][number];

/** Notes or documents that were deleted by themselves. */
export function TrashList({ kind }: { readonly kind: 'note' | 'document' }) {
  const { t } = useTranslation(['library', 'common']);
  const { dateTime } = useFormats();
  const [from, setFrom] = useState(0);
  const [asked, setAsked] = useState<string | null>(null);
  const list = useContract(
    'trash.list',
    { kind, offset: from, limit: SIZE },
    { tables: ['note', 'attachment', 'item'], keepPrevious: true },
  );
  if (list.isError) return <ErrorNote failure={list.error.failure} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton label={t('common:loading')} lines={6} />;
  const { total, rows } = list.data;
  if (total === 0)
    return (
      <EmptyState title={t(`library:trash.none.${kind}`)}>{t(`library:trash.noneText.${kind}`)}</EmptyState>
    );
  const nameOf = (row: Row): string => (row.text === '' ? t('library:trash.unnamed') : row.text);
  const restore = async (row: Row): Promise<void> => {
    const done = await attempt('trash.restore', { kind, ids: [row.id] });
    if (done)
      toast({
        text: i18next.t('library:trash.back', { name: nameOf(row).slice(0, 80) }),
        action: { label: i18next.t('common:action.undo'), run: () => void attempt('history.undo', {}) },
      });
  };
  return (
    <div className={styles['trashList']}>
      <DataTable
        caption={t(`library:trash.list.${kind}`)}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'text', header: t(`library:trash.head.${kind}`), isRowHeader: true, cell: nameOf },
          { id: 'paper', header: t('library:trash.head.paper'), cell: (row) => row.itemTitle ?? '' },
          { id: 'when', header: t('library:trash.head.when'), cell: (row) => dateTime(row.trashedAt) },
          {
            id: 'act',
            header: t('library:trash.head.act'),
            cell: (row) => (
              <ButtonRow>
                <Button
                  size="small"
                  aria-label={t('library:trash.restoreOf', { name: nameOf(row) })}
                  onPress={() => void restore(row)}
                >
                  {t('library:trash.restore')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('library:trash.deleteOf', { name: nameOf(row) })}
                  onPress={() => {
                    setAsked(row.id);
                  }}
                >
                  {t('library:trash.deleteMore')}
                </Button>
              </ButtonRow>
            ),
          },
        ]}
      />
      <Pager offset={from} size={SIZE} total={total} onMove={setFrom} />
      {asked === null ? null : (
        <DeleteForGoodDialog
          chosen={{ kind, ids: [asked] }}
          onOpenChange={() => {
            setAsked(null);
          }}
        />
      )}
    </div>
  );
}
