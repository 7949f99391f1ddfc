import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { COLUMN_IDS, layoutColumns, type ColumnId, type ColumnLayout } from './model';
import { useColumns } from './store';

/** Rem of the list when it was last shown: the first guess of the next one. */
let lastWidth = 60;

/** @returns pixels of one rem, which follow the size of the text */
export function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/**
 * The columns that fit into a list, kept up with its width.
 * @param list element whose inner width the rows have
 */
export function useColumnLayout(list: RefObject<HTMLElement | null>): ColumnLayout {
  const choice = useColumns((state) => state.choice);
  const [width, setWidth] = useState(lastWidth);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      lastWidth = element.clientWidth / remInPixels();
      setWidth(lastWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [list]);
  return useMemo(() => layoutColumns(choice, width), [choice, width]);
}

/** @returns the columns, the same array as long as they are the same: rows are drawn anew only when they change */
export function useStableColumns({ fitting }: ColumnLayout): readonly ColumnId[] {
  const names = fitting.join(' ');
  return useMemo(() => {
    const wanted = names.split(' ');
    return COLUMN_IDS.filter((id) => wanted.includes(id));
  }, [names]);
}
