import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useContract } from '../../../lib/queries';
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
    <ListBox
      aria-label={t('panel.related')}
      className={styles['picker'] ?? ''}
      items={found ?? []}
      onAction={(key) => {
        onPick(String(key));
      }}
      renderEmptyState={() => <p className={styles['meta']}>{found ? t('related.nothing') : ''}</p>}
    >
      {(paper) => (
        <ListBoxItem
          id={paper.itemId}
          textValue={`${paper.authors} ${paper.title}`}
          className={styles['pick'] ?? ''}
        >
          <span>{paper.title}</span>
          <span className={styles['meta']}>
            {[paper.authors, paper.year].filter((part) => part !== '' && part !== null).join(' · ')}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
