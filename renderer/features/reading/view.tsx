import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useGo, type PlaceLocation } from '../../lib/navigation';
import { reportFailure, useContract } from '../../lib/queries';
import { Button, DataTable, EmptyState, Place, toast } from '../../ui';
import type { Entry } from './entry-fields';
import styles from './reading.module.css';

/** The reading log of the whole library. Address: /reading or /reading?entry=ENTRY */
export default function ReadingPlace({ search }: PlaceLocation) {
  const { t } = useTranslation('items');
  const { date, number } = useFormats();
  const go = useGo();
  const entries = useContract('reading.list', {}, { tables: ['reading_log_entry', 'item'] }).data;
  const save = async (): Promise<void> => {
    const picked = await call('desktop.pickSavePath', { kind: 'csv', suggestedName: t('reading.title') });
    if (!picked.ok) reportFailure(picked.error);
    if (!picked.ok || picked.value.path === null) return;
    const columns = [
      'date',
      'paper',
      'authors',
      'year',
      'minutes',
      'purpose',
      'keyIdea',
      'question',
      'usedFor',
    ] as const;
    const header = columns.map((column) => t(`reading.${column}`));
    const done = await call('reading.export', { path: picked.value.path, header });
    if (done.ok) toast({ text: t('reading.saved', { count: done.value.written }) });
    else reportFailure(done.error);
  };
  const words = (field: 'purpose' | 'keyIdea' | 'question' | 'usedFor') => ({
    id: field,
    header: t(`reading.${field}`),
    cell: (entry: Entry) => entry[field],
  });
  return (
    <Place
      title={t('reading.title')}
      back={{
        label: t('reading.back'),
        onPress: () => {
          go('/library');
        },
      }}
      end={
        <Button icon={FileDown} isDisabled={(entries?.length ?? 0) === 0} onPress={() => void save()}>
          {t('reading.export')}
        </Button>
      }
    >
      {entries?.length === 0 ? (
        <EmptyState title={t('reading.noneAll')}>{t('reading.noneAllText')}</EmptyState>
      ) : (
        <div className={styles['page']}>
          <DataTable
            caption={t('reading.title')}
            hideCaption
            rows={entries ?? []}
            rowKey={(entry) => entry.id}
            currentKey={search['entry']}
            columns={[
              { id: 'date', header: t('reading.date'), cell: (entry) => date(entry.date), width: '8rem' },
              {
                id: 'paper',
                width: '28%',
                header: t('reading.paper'),
                isRowHeader: true,
                cell: (entry) => (
                  <span className={styles['paper']}>
                    <Button
                      variant="link"
                      onPress={() => {
                        go(`/library/${entry.itemId}`);
                      }}
                    >
                      {entry.itemTitle}
                    </Button>
                    <span className={styles['quiet']}>
                      {[entry.itemAuthors, entry.itemYear]
                        .filter((part) => part !== '' && part !== null)
                        .join(' · ')}
                    </span>
                  </span>
                ),
              },
              {
                id: 'minutes',
                header: t('reading.minutes'),
                kind: 'number',
                cell: (entry) => (entry.minutes === null ? '' : number(entry.minutes)),
              },
              words('purpose'),
              words('keyIdea'),
              words('question'),
              words('usedFor'),
            ]}
          />
        </div>
      )}
    </Place>
  );
}
