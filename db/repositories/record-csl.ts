import type Database from 'better-sqlite3';
import { prepared } from '../query';

/** @param id record @returns its `csl` column, undefined when the record is gone */
export function readCsl(db: Database.Database, id: string): string | undefined {
  const row = prepared(db, 'SELECT csl FROM item WHERE id = ?').get(id) as
    { readonly csl: string } | undefined;
  return row?.csl;
}
