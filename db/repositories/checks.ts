import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, first, prepared, query } from '../query';
import type { ItemTable } from '../schema';
import { itemWalkSql } from './item-walk';

/** A record as the checks read it. */
export interface CheckedRow {
  readonly id: string;
  readonly csl: string;
}

/** Records outside the trash after an id, in the order of ids. */
export function readRecordsAfter(
  db: Database.Database,
  afterId: string,
  limit: number,
): readonly CheckedRow[] {
  return prepared(db, itemWalkSql('id, csl')).all(afterId, limit) as CheckedRow[];
}

/** @returns those of the records that are outside the trash */
export function readRecordsOf(db: Database.Database, ids: readonly string[]): readonly CheckedRow[] {
  const sql = 'SELECT id, csl FROM item WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL';
  return prepared(db, sql).all(JSON.stringify(ids)) as CheckedRow[];
}

/** A record as a list of problems names it. */
export type NamedRecord = Pick<ItemTable, 'id' | 'title' | 'authors' | 'year'>;

/** @returns the records that exist, by their titles */
export function readNamedRecords(db: Database.Database, ids: readonly string[]): readonly NamedRecord[] {
  const sql = 'SELECT id, title, authors, year FROM item WHERE id IN (SELECT value FROM json_each(?))';
  return prepared(db, sql).all(JSON.stringify(ids)) as NamedRecord[];
}

/**
 * Records outside the trash that share their citation key with another: those whose key is pinned, then the oldest, first.
 * The trash is looked at last (the plus), so that only the index of keys is read in whole.
 */
export function readKeysTwice(
  db: Database.Database,
): readonly { readonly id: string; readonly citation_key: string; readonly citation_key_pinned: number }[] {
  const twice = query
    .selectFrom('item')
    .select('citation_key')
    .where('citation_key', 'is not', null)
    .groupBy('citation_key')
    .having(({ fn }) => fn.countAll<number>(), '>', 1);
  const rows = all(
    db,
    query
      .selectFrom('item')
      .select(['id', 'citation_key', 'citation_key_pinned'])
      .where('citation_key', 'in', twice)
      .where(sql<boolean>`+trashed_at IS NULL`)
      .orderBy('citation_key')
      .orderBy('citation_key_pinned', 'desc')
      .orderBy('created_at')
      .orderBy('id'),
  ).map((row) => ({ ...row, citation_key: row.citation_key ?? '' }));
  return rows.filter(
    ({ citation_key: key }, at) => rows[at - 1]?.citation_key === key || rows[at + 1]?.citation_key === key,
  );
}

/** Names of journals and books with the number of records outside the trash that have them. */
export function readContainerCounts(db: Database.Database): ReadonlyMap<string, number> {
  const rows = all(
    db,
    query
      .selectFrom('item')
      .select(['container_title', ({ fn }) => fn.countAll<number>().as('n')])
      .where('trashed_at', 'is', null)
      .where('container_title', '!=', '')
      .groupBy('container_title'),
  );
  return new Map(rows.map((row) => [row.container_title, row.n]));
}

/** @returns ids of records outside the trash in that journal or book */
export function readRecordsIn(db: Database.Database, container: string): readonly string[] {
  return all(
    db,
    query
      .selectFrom('item')
      .select('id')
      .where('trashed_at', 'is', null)
      .where('container_title', '=', container),
  ).map(({ id }) => id);
}

/** What is known of retractions, by record. */
export function readRetractions(
  db: Database.Database,
): readonly { readonly id: string; readonly retraction: string }[] {
  return all(
    db,
    query
      .selectFrom('item')
      .select(['id', 'retraction'])
      .where(sql<boolean>`+trashed_at IS NULL`)
      .where('retraction', 'is not', null),
  ).map((row) => ({ id: row.id, retraction: row.retraction ?? '{}' }));
}

/** @returns what is known of a retraction of the record, null when there is none */
export function readRetraction(db: Database.Database, itemId: string): string | null {
  return (
    first(db, query.selectFrom('item').select('retraction').where('id', '=', itemId))?.retraction ?? null
  );
}

/** Files of records outside the trash, and where they should lie. */
export function readAttachedFiles(db: Database.Database): readonly {
  readonly item_id: string;
  readonly title: string;
  readonly file_id: string;
  readonly linked_path: string | null;
}[] {
  return all(
    db,
    query
      .selectFrom('attachment')
      .innerJoin('file', 'file.id', 'attachment.file_id')
      .innerJoin('item', 'item.id', 'attachment.item_id')
      .select(['attachment.item_id', 'attachment.title', 'attachment.file_id', 'file.linked_path'])
      .where('attachment.trashed_at', 'is', null)
      .where('item.trashed_at', 'is', null),
  );
}
