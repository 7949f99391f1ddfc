import { useCallback, useEffect, useRef, useState } from 'react';
import { isCellFilled, rowsOf } from '@shared/domain/inquiry';
import type { FieldCell, FieldRow, FieldValue } from '@shared/domain/inquiry';

function isBlank(row: FieldRow): boolean {
  return Object.entries(row).every(([key, cell]) => key === 'id' || !isCellFilled(cell));
}

/** The rows of a field while they are edited. */
export interface EditedRows {
  readonly rows: readonly FieldRow[];
  readonly add: () => void;
  readonly setCell: (id: string, column: string, cell: FieldCell) => Promise<boolean>;
  readonly remove: (id: string) => void;
}

/**
 * Keeps the rows of a field while they are edited. A new row is stored once something stands in it; rows that arrive from the
 * library are taken over only while nothing is on its way there, so that quick typing in two cells loses neither.
 * @param value the stored value
 * @param save writes the whole value
 */
export function useRows(
  value: FieldValue | undefined,
  save: (value: FieldValue) => Promise<boolean>,
): EditedRows {
  const [rows, setRows] = useState<readonly FieldRow[]>(() => rowsOf(value));
  const latest = useRef(rows);
  const pending = useRef(0);
  const put = useCallback((next: readonly FieldRow[]) => {
    latest.current = next;
    setRows(next);
  }, []);

  useEffect(() => {
    if (pending.current > 0) return;
    const stored = rowsOf(value);
    const known = new Set(stored.map((row) => row.id));
    put([...stored, ...latest.current.filter((row) => isBlank(row) && !known.has(row.id))]);
  }, [put, value]);

  const store = async (next: readonly FieldRow[]): Promise<boolean> => {
    put(next);
    pending.current += 1;
    try {
      return await save(next.filter((row) => !isBlank(row)));
    } finally {
      pending.current -= 1;
    }
  };
  return {
    rows,
    add: () => {
      put([...latest.current, { id: crypto.randomUUID() }]);
    },
    setCell: (id, column, cell) =>
      store(latest.current.map((row) => (row.id === id ? { ...row, [column]: cell, id } : row))),
    remove: (id) => {
      void store(latest.current.filter((row) => row.id !== id));
    },
  };
}
