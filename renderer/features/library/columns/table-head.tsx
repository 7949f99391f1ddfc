import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui';
import { useLibrary } from '../state';
import { orderOf, WIDTH_STEP, widthLimits, type ColumnId, type ColumnLayout } from './model';
import { useColumns } from './store';
import { remInPixels } from './use-layout';
import styles from '../paper-table.module.css';

export interface TableHeadProps {
  readonly layout: ColumnLayout;
  /** The person has done with the borders: the keyboard goes back to the rows. */
  readonly onLeave: () => void;
}

/** Heads of the columns: a press orders the list, the borders set the widths, the right button opens the menu. */
export function TableHead({ layout, onLeave }: TableHeadProps) {
  const openMenu = useColumns((state) => state.openMenu);
  const isSizing = useColumns((state) => state.isSizing);
  const setSizing = useColumns((state) => state.setSizing);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSizing) row.current?.querySelector<HTMLElement>('[role="separator"]')?.focus();
  }, [isSizing]);
  return (
    // Not focusable: a click must leave the focus with the grid. The menu has a button and a command for the keyboard.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- see above
    <div
      ref={row}
      role="row"
      aria-rowindex={1}
      className={styles['head']}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu({ x: event.clientX, y: event.clientY });
      }}
      onBlur={(event) => {
        if (isSizing && !event.currentTarget.contains(event.relatedTarget)) setSizing(false);
      }}
    >
      {layout.fitting.map((id) => (
        <HeadCell key={id} id={id} layout={layout} isSizing={isSizing} onLeave={onLeave} />
      ))}
    </div>
  );
}

interface HeadCellProps extends TableHeadProps {
  readonly id: ColumnId;
  readonly isSizing: boolean;
}

function HeadCell({ id, layout, isSizing, onLeave }: HeadCellProps) {
  const { t } = useTranslation('library');
  const sort = useLibrary((state) => state.sort);
  const setSort = useLibrary((state) => state.setSort);
  const order = orderOf(id);
  const isSorted = order !== null && sort.by === order;
  const direction = isSorted ? sort.direction : 'none';
  return (
    <div
      role="columnheader"
      className={styles['headCell']}
      {...(order === null ? {} : { 'aria-sort': direction })}
    >
      {id === 'title' ? null : <Border id={id} layout={layout} isSizing={isSizing} onLeave={onLeave} />}
      {order === null ? (
        <span className={styles['sort']}>
          <span className={styles['sortText']}>{t(`column.${id}`)}</span>
        </span>
      ) : (
        <AriaButton
          className={styles['sort'] ?? ''}
          excludeFromTabOrder
          aria-label={t('table.sortedBy', { column: t(`column.${id}`) })}
          onPress={() => {
            setSort({
              by: order,
              direction: direction === 'ascending' ? 'descending' : 'ascending',
            });
          }}
        >
          <span className={styles['sortText']}>{t(`column.${id}`)}</span>
          {isSorted ? <Icon icon={direction === 'ascending' ? ArrowUp : ArrowDown} size={13} /> : null}
        </AriaButton>
      )}
    </div>
  );
}

/** The border at the left of a column. What the column gets, the title gives, so the border stays under the pointer. */
function Border({ id, layout, isSizing, onLeave }: HeadCellProps) {
  const { t } = useTranslation('library');
  const setWidth = useColumns((state) => state.setWidth);
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const width = layout.widths[id] ?? 0;
  const { least, most } = widthLimits(layout, id);
  const set = (rem: number): void => {
    setWidth(id, Math.min(most, Math.max(least, rem)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: width + WIDTH_STEP,
      ArrowRight: width - WIDTH_STEP,
      Home: least,
      End: most,
    };
    const wanted = widths[event.key];
    if (wanted !== undefined) set(wanted);
    else if (event.key === 'Escape' || event.key === 'Enter') onLeave();
    else if (event.key !== 'Tab') return;
    // The rows must not move with the border.
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  };
  return (
    // A separator that can be moved is a control (WAI-ARIA, window splitter).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('columns.width', { column: t(`column.${id}`) })}
      aria-valuenow={Math.round(width * 10) / 10}
      aria-valuemin={least}
      aria-valuemax={Math.round(most * 10) / 10}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a separator that can be moved is a control
      tabIndex={isSizing ? 0 : -1}
      className={styles['border']}
      onKeyDown={onKeyDown}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (drag.current) set(drag.current.width + (drag.current.x - event.clientX) / remInPixels());
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
    />
  );
}
