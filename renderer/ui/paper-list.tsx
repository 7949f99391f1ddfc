import { ListBox, ListBoxItem } from 'react-aria-components';
import styles from './paper-list.module.css';

/** What is told of a paper that can be picked. */
export interface PickablePaper {
  readonly itemId: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
}

export interface PaperListProps<Paper extends PickablePaper> {
  readonly label: string;
  readonly papers: readonly Paper[];
  readonly onPick: (paper: Paper) => void;
  /** Instead of a paper, while there is none. */
  readonly emptyText?: string | undefined;
}

/** Papers to pick one from: the arrow keys walk through them and Enter takes one. */
export function PaperList<Paper extends PickablePaper>(props: PaperListProps<Paper>) {
  const { label, papers, onPick, emptyText = '' } = props;
  return (
    <ListBox
      aria-label={label}
      className={styles['list'] ?? ''}
      items={papers.map((paper) => ({ id: paper.itemId, paper }))}
      onAction={(key) => {
        const picked = papers.find(({ itemId }) => itemId === key);
        if (picked !== undefined) onPick(picked);
      }}
      renderEmptyState={() => <p className={styles['facts']}>{emptyText}</p>}
    >
      {({ paper }) => (
        <ListBoxItem
          id={paper.itemId}
          textValue={`${paper.authors} ${paper.title}`}
          className={styles['paper'] ?? ''}
        >
          <span>{paper.title}</span>
          <span className={styles['facts']}>
            {[paper.authors, paper.year].filter((part) => part !== '' && part !== null).join(' · ')}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
