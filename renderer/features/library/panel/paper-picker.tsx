import { useTranslation } from 'react-i18next';
import { useContract } from '../../../lib/queries';
import { PaperList } from '../../../ui';
import styles from './panel.module.css';

export interface PaperPickerProps {
  readonly query: string;
  /** Papers that are not offered. */
  readonly without: readonly string[];
  readonly onPick: (itemId: string) => void;
}

/** Papers that fit the words; the arrow keys walk through them and Enter takes one. */
export function PaperPicker({ query, without, onPick }: PaperPickerProps) {
  const { t } = useTranslation('items');
  const found = useContract(
    'citation.search',
    { query, limit: 30 },
    { tables: ['item'], keepPrevious: true },
  ).data?.items.filter(({ itemId }) => !without.includes(itemId));
  return (
    <div className={styles['picker']}>
      <PaperList
        label={t('panel.related')}
        papers={found ?? []}
        emptyText={found ? t('related.nothing') : ''}
        onPick={({ itemId }) => {
          onPick(itemId);
        }}
      />
    </div>
  );
}
