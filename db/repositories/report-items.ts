import type Database from 'better-sqlite3';
import { all, query } from '../query';

/** What the citation picker needs of an item. */
export interface CitableRow {
  readonly id: string;
  readonly citation_key: string | null;
  readonly authors: string;
  readonly year: number | null;
  readonly title: string;
  readonly container_title: string;
}

const columns = ['id', 'citation_key', 'authors', 'year', 'title', 'container_title'] as const;
/** SQLite takes at most 32766 values in one statement. */
const IDS_PER_QUERY = 5000;

/** @returns every item that is not in the trash, the last changed first */
export function listCitable(db: Database.Database): readonly CitableRow[] {
  return all(
    db,
    query.selectFrom('item').select(columns).where('trashed_at', 'is', null).orderBy('updated_at', 'desc'),
  );
}

/** @param ids item ids; @returns those that are not in the trash, in no order */
export function readCitable(db: Database.Database, ids: readonly string[]): readonly CitableRow[] {
  return chunks(ids).flatMap((part) =>
    all(db, query.selectFrom('item').select(columns).where('id', 'in', part).where('trashed_at', 'is', null)),
  );
}

/** @param ids item ids; @returns their CSL records as stored; items in the trash are left out */
export function readCslRecords(
  db: Database.Database,
  ids: readonly string[],
): readonly {
  readonly id: string;
  readonly type: string;
  readonly csl: string;
  readonly citation_key: string | null;
}[] {
  return chunks(ids).flatMap((part) =>
    all(
      db,
      query
        .selectFrom('item')
        .select(['id', 'type', 'csl', 'citation_key'])
        .where('id', 'in', part)
        .where('trashed_at', 'is', null),
    ),
  );
}

function chunks(ids: readonly string[]): string[][] {
  const unique = [...new Set(ids)];
  const parts: string[][] = [];
  for (let start = 0; start < unique.length; start += IDS_PER_QUERY)
    parts.push(unique.slice(start, start + IDS_PER_QUERY));
  return parts;
}
