import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { IconButton } from './button';
import { cx } from './cx';
import { Icon, type LucideIcon } from './icon';
import { Eyebrow } from './text';
import styles from './place.module.css';

export interface PlaceProps {
  /** Name of the place for screen readers and, without `start`, as the title in its bar. */
  readonly title: string;
  /** Title in the bar where it says more than the name of the place. */
  readonly heading?: string | undefined;
  /** The way to where this place belongs, before the title. */
  readonly back?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** Left part of the bar (a search box, a breadcrumb); the title when missing. */
  readonly start?: ReactNode;
  /** Right part of the bar: actions. */
  readonly end?: ReactNode;
  /** Left column: what there is to choose from. */
  readonly side?: ReactNode;
  readonly sideLabel?: string | undefined;
  readonly sideSize?: 'normal' | 'wide' | undefined;
  /** Right column: about the chosen thing. */
  readonly panel?: ReactNode;
  readonly panelLabel?: string | undefined;
  readonly panelSize?: 'normal' | 'narrow' | undefined;
  /** `paper` for lists, `sheet` for reading and writing (with margins and a measure), `bare` for neither. */
  readonly surface?: 'paper' | 'sheet' | 'bare' | undefined;
  readonly children: ReactNode;
}

/** One place of the app: a bar and up to three columns that scroll on their own. */
export function Place(props: PlaceProps) {
  const {
    title,
    heading = title,
    back,
    start,
    end,
    side,
    sideLabel,
    sideSize = 'normal',
    panel,
    panelLabel,
    panelSize = 'normal',
  } = props;
  const { surface = 'paper', children } = props;
  return (
    <div className={styles['place']}>
      <header className={styles['bar']} data-column="">
        <div className={styles['barStart']}>
          {back ? <IconButton icon={ArrowLeft} label={back.label} onPress={back.onPress} /> : null}
          {start ?? <h1 className={styles['title']}>{heading}</h1>}
        </div>
        {end ? <div className={styles['barEnd']}>{end}</div> : null}
      </header>
      <div className={styles['columns']}>
        {side ? (
          <nav
            data-column=""
            aria-label={sideLabel ?? title}
            className={cx(styles['side'], sideSize === 'wide' && styles['sideWide'])}
          >
            {side}
          </nav>
        ) : null}
        <main
          data-column=""
          aria-label={title}
          className={cx(
            styles['main'],
            surface !== 'paper' && styles['onSheet'],
            surface === 'sheet' && styles['reading'],
          )}
        >
          {children}
        </main>
        {panel ? (
          <aside
            data-column=""
            aria-label={panelLabel ?? title}
            className={cx(styles['panel'], panelSize === 'narrow' && styles['panelNarrow'])}
          >
            {panel}
          </aside>
        ) : null}
      </div>
    </div>
  );
}

export interface SideGroupProps {
  /** Small heading; without it the group stands alone. */
  readonly title?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A headed group in a side column. */
export function SideGroup({ title, actions, children }: SideGroupProps) {
  return (
    <section className={styles['group']}>
      {title === undefined ? null : (
        <div className={styles['groupHead']}>
          <Eyebrow>{title}</Eyebrow>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** A list of `SideEntry`. */
export function SideList({ children }: { readonly children: ReactNode }) {
  return <ul className={styles['list']}>{children}</ul>;
}

export interface SideEntryProps {
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  /** Words at the end: a count, "done". */
  readonly count?: ReactNode;
  readonly isCurrent?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Depth in a tree, from 0. */
  readonly depth?: number | undefined;
  readonly onPress: () => void;
  /** A button of its own at the end, e.g. a menu: shown when the line is pointed at or has the focus. */
  readonly action?: ReactNode;
}

/** One line of a side column. */
export function SideEntry({
  label,
  icon,
  count,
  isCurrent = false,
  isDisabled = false,
  depth = 0,
  onPress,
  action,
}: SideEntryProps) {
  return (
    <li className={action === undefined ? undefined : styles['withAction']}>
      <AriaButton
        className={styles['entry'] ?? ''}
        isDisabled={isDisabled}
        onPress={onPress}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        style={depth === 0 ? {} : { paddingInlineStart: `${0.5 + depth * 1.125}rem` }}
      >
        {icon ? <Icon icon={icon} size={18} /> : null}
        <span className={styles['entryText']}>{label}</span>
        {count === undefined ? null : <span className={styles['entryCount']}>{count}</span>}
      </AriaButton>
      {action === undefined ? null : <span className={styles['entryAction']}>{action}</span>}
    </li>
  );
}

export interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A headed part of a place or a panel. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className={styles['section']}>
      <div className={styles['sectionHead']}>
        <h2 className={styles['sectionTitle']}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
