import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format';
import { Button } from './button';
import styles from './room.module.css';

interface Holds {
  readonly children: ReactNode;
}

/** What a room of the library shows in its middle: one column with a measure; what says that it is empty stands in the middle of it. */
export function Room({ children }: Holds) {
  return <div className={styles['room']}>{children}</div>;
}

/** What the list below is about. */
export function Lead({ children }: Holds) {
  return <p className={styles['lead']}>{children}</p>;
}

/** Facts about a thing, under its name. */
export function Facts({ children }: Holds) {
  return <p className={styles['facts']}>{children}</p>;
}

export interface CardListProps extends Holds {
  /** The order says something: the first is the gravest or the surest. */
  readonly isOrdered?: boolean | undefined;
}

/** A list of `Card`. */
export function CardList({ isOrdered = false, children }: CardListProps) {
  const List = isOrdered ? 'ol' : 'ul';
  return <List className={styles['cards']}>{children}</List>;
}

export interface CardProps extends Holds {
  /** Makes it a landmark of this name. */
  readonly label?: string | undefined;
}

/** One thing to decide about, in a `CardList`. */
export function Card({ label, children }: CardProps) {
  return (
    <li>
      {label === undefined ? (
        <div className={styles['card']}>{children}</div>
      ) : (
        <section className={styles['card']} aria-label={label}>
          {children}
        </section>
      )}
    </li>
  );
}

/** Buttons side by side, in several lines where there is no room. */
export function ButtonRow({ children }: Holds) {
  return <div className={styles['buttons']}>{children}</div>;
}

export interface PagerProps {
  /** Place of the first entry that is shown, from 0. */
  readonly offset: number;
  /** Entries of one page. */
  readonly size: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}

/** Moves through a long list page by page; nothing when all of it is shown. */
export function Pager({ offset, size, total, onMove }: PagerProps) {
  const { t } = useTranslation('common');
  const { number } = useFormats();
  if (total <= size) return null;
  return (
    <div className={styles['pager']}>
      <Button
        size="small"
        isDisabled={offset === 0}
        onPress={() => {
          onMove(Math.max(0, offset - size));
        }}
      >
        {t('pager.previous')}
      </Button>
      <span>
        {t('pager.range', {
          from: number(offset + 1),
          to: number(Math.min(total, offset + size)),
          total: number(total),
        })}
      </span>
      <Button
        size="small"
        isDisabled={offset + size >= total}
        onPress={() => {
          onMove(offset + size);
        }}
      >
        {t('pager.next')}
      </Button>
    </div>
  );
}

/**
 * @param offset place of the first entry of the page that is shown
 * @param size entries of one page
 * @param total entries there are now, fewer than before when some were settled
 * @returns where the page begins that can be shown: the last one when its page is gone
 */
export function lastPage(offset: number, size: number, total: number): number {
  return offset < total ? offset : Math.max(0, Math.floor((total - 1) / size) * size);
}
