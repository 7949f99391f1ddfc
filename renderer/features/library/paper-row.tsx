import { FileText, TriangleAlert } from 'lucide-react';
import { memo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemRow } from '@shared/ipc/contract/library';
import { useFormats } from '../../lib/format';
import { wordsIfAny } from '../../lib/words';
import { Chip, ColorDot, cx, Icon } from '../../ui';
import styles from './paper-table.module.css';

export interface PaperRowProps {
  readonly id: string;
  readonly index: number;
  /** Undefined while its page is on its way. */
  readonly paper: ItemRow | undefined;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly rowRef: Ref<HTMLDivElement>;
}

/** One paper in the list. Its pointer is handled by the list, so that scrolling draws only the rows that come. */
export const PaperRow = memo(function PaperRow(props: PaperRowProps) {
  const { id, index, paper, isSelected, isActive, start, rowRef } = props;
  const { t, i18n } = useTranslation('library');
  const { date } = useFormats();
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
      className={cx(styles['row'], isActive && styles['active'])}
      style={{ transform: `translateY(${String(start)}px)` }}
    >
      {paper === undefined ? (
        <div role="gridcell" className={styles['cell']}>
          <div className={styles['waiting']} />
        </div>
      ) : (
        <>
          <div role="gridcell" className={styles['cell']}>
            <span className={styles['title']} lang={undefined}>
              {paper.title === '' ? t('table.untitled') : paper.title}
            </span>
            <span className={styles['source']}>
              {paper.retracted === null ? null : (
                <span className={styles['retracted']}>
                  <Icon icon={TriangleAlert} size={14} label={t('table.retracted')} />
                </span>
              )}
              {paper.relevance === null ? null : (
                <span
                  className={styles['relevance']}
                  role="img"
                  aria-label={t('table.relevance', { value: paper.relevance })}
                >
                  {'★'.repeat(paper.relevance)}
                </span>
              )}
              {paper.attachmentId === null ? null : (
                <Icon icon={FileText} size={13} label={t('table.hasPdf')} />
              )}
              {paper.containerTitle === '' ? null : (
                <span className={styles['sourceName']}>{paper.containerTitle}</span>
              )}
              {paper.isSample ? <Chip>{t('table.sample')}</Chip> : null}
              {paper.tags
                .filter((tag) => tag.color !== null)
                .map((tag) => (
                  <span key={tag.id} className={styles['tag']}>
                    <ColorDot color={tag.color ?? ''} />
                    {tag.name}
                  </span>
                ))}
            </span>
          </div>
          <div role="gridcell" className={styles['cell']}>
            <span className={styles['twoLines']}>{paper.authors}</span>
          </div>
          <div role="gridcell" className={cx(styles['cell'], styles['year'])}>
            {paper.year}
          </div>
          <div role="gridcell" className={cx(styles['cell'], styles['design'])}>
            <span className={styles['twoLines']}>
              {paper.design === null
                ? ''
                : (wordsIfAny(i18n, `library:design.${paper.design}`) ?? paper.design)}
            </span>
          </div>
          <div role="gridcell" className={cx(styles['cell'], styles['added'])}>
            {date(paper.addedAt)}
          </div>
          <div role="gridcell" className={styles['cell']}>
            <Chip>{t(`status.${paper.readStatus}`)}</Chip>
          </div>
        </>
      )}
    </div>
  );
});
