import { FileText, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemRow } from '@shared/ipc/contract/library';
import { fileTarget } from '../../lib/file-target';
import { useFormats } from '../../lib/format';
import { Chip, ColorDot, cx, Icon } from '../../ui';
import type { ColumnId } from './columns/model';
import { useValueWords } from './searching/value-words';
import styles from './paper-table.module.css';

export interface PaperRowProps {
  readonly id: string;
  readonly index: number;
  /** Undefined while its page is on its way. */
  readonly paper: ItemRow | undefined;
  /** The same array for all rows as long as the columns are the same. */
  readonly columns: readonly ColumnId[];
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly rowRef: Ref<HTMLDivElement>;
}

/** One paper in the list. Its pointer is handled by the list, so that scrolling draws only the rows that come. */
export const PaperRow = memo(function PaperRow(props: PaperRowProps) {
  const { id, index, paper, columns, isSelected, isActive, start, rowRef } = props;
  const { t } = useTranslation('library');
  const words = useValueWords();
  const { date } = useFormats();
  const content = (column: ColumnId, row: ItemRow): ReactNode => {
    switch (column) {
      case 'title':
        return <TitleCell paper={row} columns={columns} />;
      case 'authors':
        return <span className={styles['twoLines']}>{row.authors}</span>;
      case 'year':
        return row.year;
      case 'journal':
        return <span className={styles['twoLines']}>{row.containerTitle}</span>;
      case 'type':
        return <span className={styles['twoLines']}>{words('type', row.type)}</span>;
      case 'design':
        return (
          <span className={styles['twoLines']}>{row.design === null ? '' : words('design', row.design)}</span>
        );
      case 'relevance':
        return <Stars paper={row} />;
      case 'tags':
        return <Tags tags={row.tags} />;
      case 'document':
        return row.attachmentId === null ? null : (
          <Icon icon={FileText} size={15} label={t('table.hasPdf')} />
        );
      case 'key':
        return <span className={styles['key']}>{row.citationKey}</span>;
      case 'added':
        return date(row.addedAt);
      case 'modified':
        return date(row.updatedAt);
      case 'opened':
        return row.openedAt === null ? null : date(row.openedAt);
      case 'status':
        return <Chip>{t(`status.${row.readStatus}`)}</Chip>;
    }
  };
  return (
    // Keys are handled by the grid, which keeps the focus (aria-activedescendant).
    <div
      id={id}
      ref={rowRef}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      draggable={paper !== undefined}
      {...(paper === undefined || paper.trashedAt !== null ? {} : fileTarget(paper.id, paper.title))}
      className={cx(styles['row'], isActive && styles['active'])}
      style={{ transform: `translateY(${String(start)}px)` }}
    >
      {paper === undefined ? (
        <div role="gridcell" className={styles['cell']}>
          <div className={styles['waiting']} />
        </div>
      ) : (
        columns.map((column) => (
          <div
            key={column}
            role="gridcell"
            className={cx(styles['cell'], column === 'year' && styles['year'])}
          >
            {content(column, paper)}
          </div>
        ))
      )}
    </div>
  );
});

function Stars({ paper }: { readonly paper: ItemRow }) {
  const { t } = useTranslation('library');
  return paper.relevance === null ? null : (
    <span
      className={styles['relevance']}
      role="img"
      aria-label={t('table.relevance', { value: paper.relevance })}
    >
      {'★'.repeat(paper.relevance)}
    </span>
  );
}

function Tags({ tags }: { readonly tags: ItemRow['tags'] }) {
  return (
    <span className={styles['twoLines']}>
      {tags.map((tag) => (
        <span key={tag.id} className={styles['tagWord']}>
          {tag.color === null ? null : <ColorDot color={tag.color} />}
          {tag.name}
        </span>
      ))}
    </span>
  );
}

/** The title, and below it what has no column of its own. */
function TitleCell({ paper, columns }: { readonly paper: ItemRow; readonly columns: readonly ColumnId[] }) {
  const { t } = useTranslation('library');
  return (
    <>
      <span className={styles['title']} lang={undefined}>
        {paper.title === '' ? t('table.untitled') : paper.title}
      </span>
      <span className={styles['source']}>
        {paper.retracted === null ? null : (
          <span className={styles['retracted']}>
            <Icon icon={TriangleAlert} size={14} label={t('table.retracted')} />
          </span>
        )}
        {columns.includes('relevance') ? null : <Stars paper={paper} />}
        {paper.attachmentId === null || columns.includes('document') ? null : (
          <Icon icon={FileText} size={13} label={t('table.hasPdf')} />
        )}
        {paper.containerTitle === '' || columns.includes('journal') ? null : (
          <span className={styles['sourceName']}>{paper.containerTitle}</span>
        )}
        {paper.isSample ? <Chip>{t('table.sample')}</Chip> : null}
        {columns.includes('tags')
          ? null
          : paper.tags
              .filter((tag) => tag.color !== null)
              .map((tag) => (
                <span key={tag.id} className={styles['tag']}>
                  <ColorDot color={tag.color ?? ''} />
                  {tag.name}
                </span>
              ))}
      </span>
    </>
  );
}
