import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useRef,
  type CSSProperties,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { preparedReferences, prepareReferences } from '../../lib/cite-papers';
import { fetchContract } from '../../lib/queries';
import { isMac } from '../../lib/shortcut';
import { ColumnMenu } from './columns/column-menu';
import { templateOf } from './columns/model';
import { TableHead } from './columns/table-head';
import { useColumnLayout, useStableColumns } from './columns/use-layout';
import { PaperRow } from './paper-row';
import { selectOnly, useLibrary } from './state';
import type { PagedList } from './use-pages';
import { useSelect } from './use-selection';
import styles from './paper-table.module.css';

/** Type of dragged papers; the tree of collections takes it. */
export const PAPERS_TYPE = 'application/x-inquiry-papers';

/** Place in the list of the row that an event happened in. */
function indexAt(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset['index']);
}

export interface PaperTableProps {
  readonly list: PagedList;
  readonly total: number;
  readonly onRange: (from: number, to: number) => void;
  readonly onOpen: (itemId: string) => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
}

/** The list of papers: any number of rows, of which only those in sight exist. */
export function PaperTable({ list, total, onRange, onOpen, onMenu }: PaperTableProps) {
  const { t } = useTranslation('library');
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const selection = useLibrary((state) => state.selection);
  const setSelection = useLibrary((state) => state.setSelection);
  const sort = useLibrary((state) => state.sort);
  const view = useLibrary((state) => state.view);
  const { select, selectAll } = useSelect();
  const layout = useColumnLayout(frame);
  const columns = useStableColumns(layout);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used only here and not memoised
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => 58,
    overscan: 12,
    // The sticky head covers the first pixels.
    scrollPaddingStart: 36,
    scrollMargin: 0,
    // Rows come with the next frame: drawn within the scroll event they would hold up the one after it.
    useFlushSync: false,
  });
  const rows = virtual.getVirtualItems();
  const from = rows[0]?.index ?? 0;
  const to = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    onRange(from, to);
  }, [from, to, onRange]);

  // Rows on the way are guessed at until they are measured, so a far jump is corrected until its row is there.
  const wanted = useRef<number | null>(null);
  const totalSize = virtual.getTotalSize();
  useEffect(() => {
    const goal = wanted.current;
    if (goal === null) return;
    if (goal >= from && goal <= to && list.rowAt(goal) !== undefined) wanted.current = null;
    virtual.scrollToIndex(goal, { align: 'auto' });
  }, [from, to, totalSize, list, virtual]);

  // A paper chosen elsewhere (an address, a search) is brought into sight once its place is known.
  const { activeId, active } = selection;
  useEffect(() => {
    if (activeId === null || active !== null) return;
    let isCurrent = true;
    void fetchContract('library.position', { view, sort, itemId: activeId }).then(({ index }) => {
      if (!isCurrent || index === null) return;
      setSelection(selectOnly(activeId, index));
      virtual.scrollToIndex(index, { align: 'center' });
    });
    return () => {
      isCurrent = false;
    };
  }, [activeId, active, view, sort, setSelection, virtual]);

  const goTo = (place: number, event: KeyboardEvent): void => {
    const index = Math.max(0, Math.min(total - 1, place));
    wanted.current = index;
    virtual.scrollToIndex(index, { align: 'auto' });
    const known = list.rowAt(index);
    const choose = (rowId: string): void => {
      select(rowId, index, { extend: event.shiftKey });
    };
    if (known) choose(known.id);
    else
      void fetchContract('library.ids', { view, sort, offset: index, limit: 1 }).then(({ ids }) => {
        if (ids[0] !== undefined) choose(ids[0]);
      });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = selection.active ?? -1;
    const page = Math.max(1, to - from - 24);
    const mod = isMac ? event.metaKey : event.ctrlKey;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: total - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) goTo(step, event);
    else if (mod && event.code === 'KeyA') selectAll();
    else if (event.key === 'Enter' && selection.activeId !== null) onOpen(selection.activeId);
    else if (event.key === ' ' && selection.activeId !== null && selection.active !== null)
      select(selection.activeId, selection.active, { toggle: mod });
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const row = document.getElementById(`${id}-${at}`)?.getBoundingClientRect();
      if (row) onMenu({ x: row.left + 40, y: row.top + 28 });
    } else return;
    event.preventDefault();
  };

  const paperAt = (target: EventTarget) => {
    const index = indexAt(target);
    return index === undefined ? undefined : list.rowAt(index);
  };

  const onRowClick = (event: MouseEvent, index: number): void => {
    const paper = list.rowAt(index);
    if (paper)
      select(paper.id, index, { extend: event.shiftKey, toggle: isMac ? event.metaKey : event.ctrlKey });
  };

  const onDragStart = (event: DragEvent, index: number): void => {
    const paper = list.rowAt(index);
    if (!paper) return;
    const dragged = selection.ids.has(paper.id) ? [...selection.ids] : [paper.id];
    if (!selection.ids.has(paper.id)) select(paper.id, index);
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData(PAPERS_TYPE, JSON.stringify(dragged));
    // Dropped into a text, papers become their references.
    const references = preparedReferences(dragged);
    event.dataTransfer.setData('text/plain', references?.plain ?? paper.title);
    if (references) event.dataTransfer.setData('text/html', references.html);
  };

  /** Makes the text of a drag that may begin with this press. */
  const prepareDrag = (target: EventTarget): void => {
    const row = target instanceof Element ? target.closest('[data-index]') : null;
    const paper = row === null ? undefined : list.rowAt(Number(row.getAttribute('data-index')));
    if (paper) prepareReferences(selection.ids.has(paper.id) ? [...selection.ids] : [paper.id]);
  };

  // Custom properties, typed by React only through an index signature.
  const places: CSSProperties & Record<`--${string}`, string> = {
    '--columns': templateOf(layout),
    '--column-gap': `${String(layout.gap)}rem`,
  };
  return (
    <div className={styles['frame']} style={places}>
      <div
        ref={frame}
        role="grid"
        tabIndex={0}
        aria-label={t('table.label')}
        aria-rowcount={total + 1}
        aria-multiselectable="true"
        className={styles['grid']}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          prepareDrag(event.target);
        }}
        onWheel={() => {
          wanted.current = null;
        }}
        {...(active !== null && active >= from && active <= to
          ? { 'aria-activedescendant': `${id}-${active}` }
          : {})}
      >
        <TableHead
          layout={layout}
          onLeave={() => {
            frame.current?.focus();
          }}
        />
        {/* The rows' pointer is handled here; the keys are handled by the grid. */}
        {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- see above */}
        <div
          role="rowgroup"
          className={styles['body']}
          style={{ height: totalSize }}
          onClick={(event) => {
            const index = indexAt(event.target);
            if (index !== undefined) onRowClick(event, index);
          }}
          onDoubleClick={(event) => {
            const paper = paperAt(event.target);
            if (paper) onOpen(paper.id);
          }}
          onContextMenu={(event) => {
            event.preventDefault();
            const index = indexAt(event.target);
            const paper = paperAt(event.target);
            if (index !== undefined && paper && !selection.ids.has(paper.id)) select(paper.id, index);
            onMenu({ x: event.clientX, y: event.clientY });
          }}
          onDragStart={(event) => {
            const index = indexAt(event.target);
            if (index !== undefined) onDragStart(event, index);
          }}
        >
          {rows.map(({ index, start, key }) => {
            const paper = list.rowAt(index);
            return (
              <PaperRow
                key={key}
                id={`${id}-${index}`}
                index={index}
                paper={paper}
                columns={columns}
                isSelected={paper !== undefined && selection.ids.has(paper.id)}
                isActive={index === active}
                start={start}
                rowRef={virtual.measureElement}
              />
            );
          })}
        </div>
      </div>
      <ColumnMenu layout={layout} />
    </div>
  );
}
