import { Link2Off } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { Button, ButtonRow, Card, CardList, EmptyState, ErrorNote, Facts, Lead, Skeleton } from '../../ui';
import { attempt, tellDone } from './model';
import styles from './duplicates.module.css';

/** Pairs that were told apart, each to be taken back. */
export function ApartView() {
  const { t } = useTranslation('duplicates');
  const { date } = useFormats();
  const pairs = useContract('duplicates.dismissed', {}, { tables: ['not_duplicate', 'item'] });
  if (pairs.isError) return <ErrorNote failure={pairs.error.failure} onRetry={() => void pairs.refetch()} />;
  if (pairs.data === undefined) return <Skeleton label={t('looking')} lines={4} />;
  if (pairs.data.length === 0)
    return (
      <EmptyState icon={Link2Off} title={t('empty.apart.title')}>
        {t('empty.apart.text')}
      </EmptyState>
    );
  const revoke = async (pairId: string): Promise<void> => {
    if (await attempt('duplicates.revoke', { pairIds: [pairId] })) tellDone(t('done.revoked'));
  };
  return (
    <>
      <Lead>{t('intro.apart')}</Lead>
      <CardList>
        {pairs.data.map(({ id, at, records }) => (
          <Card key={id}>
            <p className={styles['why']}>{date(at)}</p>
            <ul className={styles['records']}>
              {records.map((record) => (
                <li key={record.id}>
                  <div className={styles['recordTitle']}>
                    {record.title === '' ? t('untitled') : record.title}
                  </div>
                  <Facts>
                    {[record.authors, record.year ?? t('noYear')].filter((part) => part !== '').join(' · ')}
                  </Facts>
                </li>
              ))}
            </ul>
            <ButtonRow>
              <Button size="small" onPress={() => void revoke(id)}>
                {t('action.revoke')}
              </Button>
            </ButtonRow>
          </Card>
        ))}
      </CardList>
    </>
  );
}
