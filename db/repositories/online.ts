import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, first, query } from '../query';
import type { ItemTable } from '../schema';

/** A record whose DOI can be looked up. */
export interface DoiRow {
  readonly id: string;
  readonly doi: string;
  readonly title: string;
  readonly retraction: string | null;
}

/**
 * Records outside the trash that have a DOI, by id.
 * @param itemIds only these; all when null @param after id to go on behind, '' from the start
 */
export function listWithDoi(
  db: Database.Database,
  itemIds: readonly string[] | null,
  after: string,
  limit: number,
): DoiRow[] {
  let select = query
    .selectFrom('item')
    .select(['id', 'doi', 'title', 'retraction'])
    // The plus keeps the walk on the ids, see item-walk.ts.
    .where(sql<boolean>`+trashed_at IS NULL`)
    .where('doi', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
  if (itemIds !== null) {
    const ids = sql<string>`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`;
    select = select.where('id', 'in', ids);
  }
  return all(db, select).flatMap((row) => (row.doi === null ? [] : [{ ...row, doi: row.doi }]));
}

/** How many records `listWithDoi` goes through. */
export function countWithDoi(db: Database.Database, itemIds: readonly string[] | null): number {
  let select = query
    .selectFrom('item')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('trashed_at', 'is', null)
    .where('doi', 'is not', null);
  if (itemIds !== null) {
    const ids = sql<string>`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`;
    select = select.where('id', 'in', ids);
  }
  return first(db, select)?.n ?? 0;
}

/** Ids of records outside the trash that were made offline from a number and wait to be completed. */
export function listWaiting(db: Database.Database): readonly string[] {
  const select = query
    .selectFrom('item')
    .select('id')
    .where('trashed_at', 'is', null)
    .where('csl', 'like', '%"lookup":{%')
    .where(sql<boolean>`json_extract(csl, '$.custom.lookup.status') = 'queued'`)
    .orderBy('id');
  return all(db, select).map((row) => row.id);
}

/** @returns the record unless it is in the trash or gone */
export function readLiveItem(db: Database.Database, itemId: string): ItemTable | undefined {
  return first(
    db,
    query.selectFrom('item').selectAll().where('id', '=', itemId).where('trashed_at', 'is', null),
  );
}
