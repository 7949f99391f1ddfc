import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, prepared, query } from '../query';
import type { ItemTable, LinkTable, NotDuplicateTable } from '../schema';
import { itemWalkSql } from './item-walk';

/** What a record is found by when others of the same work are looked for. */
export interface MatchRow {
  readonly id: string;
  readonly type: string;
  readonly title_key: string;
  readonly sort_authors: string;
  readonly doi: string | null;
  readonly isbn: string | null;
  readonly pmid: string | null;
  readonly url: string | null;
  readonly call_number: string | null;
  readonly number: string | null;
  readonly archive_location: string | null;
}

const matchColumns = `id, type, title_key, sort_authors, doi, csl ->> 'ISBN' AS isbn, csl ->> 'PMID' AS pmid, csl ->> 'URL' AS url,
  csl ->> 'call-number' AS call_number, csl ->> 'number' AS number, csl ->> 'archive_location' AS archive_location`;

/** Records outside the trash after an id, in the order of ids. @param limit rows at most */
export function readMatchRows(db: Database.Database, afterId: string, limit: number): readonly MatchRow[] {
  return prepared(db, itemWalkSql(matchColumns)).all(afterId, limit) as MatchRow[];
}

/** @returns those of the records that are outside the trash */
export function readMatchRowsOf(db: Database.Database, ids: readonly string[]): readonly MatchRow[] {
  const statement = `SELECT ${matchColumns} FROM item WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL`;
  return prepared(db, statement).all(JSON.stringify(ids)) as MatchRow[];
}

const idsIn = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** A record with what hangs on it, as a comparison shows it. */
export type CompareRow = Pick<
  ItemTable,
  | 'id'
  | 'csl'
  | 'title'
  | 'authors'
  | 'year'
  | 'container_title'
  | 'type'
  | 'citation_key'
  | 'citation_key_pinned'
> &
  Pick<ItemTable, 'created_at' | 'trashed_at' | 'retraction' | 'read_status'> & {
    readonly source: string | null;
    readonly attachments: number;
    readonly notes: number;
    readonly annotations: number;
    readonly appraisals: number;
  };

/** @returns the records that exist, in no order */
export function readCompareRows(db: Database.Database, ids: readonly string[]): readonly CompareRow[] {
  return all(
    db,
    query
      .selectFrom('item')
      .leftJoin('import_batch', 'import_batch.id', 'item.import_batch_id')
      .select([
        'item.id',
        'item.csl',
        'item.title',
        'item.authors',
        'item.year',
        'item.container_title',
        'item.type',
        'item.citation_key',
        'item.citation_key_pinned',
        'item.created_at',
        'item.trashed_at',
        'item.retraction',
        'item.read_status',
        'import_batch.source',
        sql<number>`(SELECT count(*) FROM attachment WHERE item_id = item.id AND trashed_at IS NULL)`.as(
          'attachments',
        ),
        sql<number>`(SELECT count(*) FROM note WHERE item_id = item.id AND trashed_at IS NULL)`.as('notes'),
        sql<number>`(SELECT count(*) FROM annotation WHERE item_id = item.id AND trashed_at IS NULL)`.as(
          'annotations',
        ),
        sql<number>`(SELECT count(*) FROM appraisal WHERE item_id = item.id)`.as('appraisals'),
      ])
      .where('item.id', 'in', idsIn(ids)),
  );
}

/** Every pair that the person said is no duplicate, newest first. */
export function readNotDuplicates(db: Database.Database): readonly NotDuplicateTable[] {
  return all(db, query.selectFrom('not_duplicate').selectAll().orderBy('created_at', 'desc').orderBy('id'));
}

/** Pairs that one of the records is part of. */
export function readNotDuplicatesOf(
  db: Database.Database,
  ids: readonly string[],
): readonly NotDuplicateTable[] {
  return all(
    db,
    query
      .selectFrom('not_duplicate')
      .selectAll()
      .where((eb) => eb.or([eb('first_item_id', 'in', idsIn(ids)), eb('second_item_id', 'in', idsIn(ids))])),
  );
}

/** Relation of a record in the trash to the record it was merged into. */
export const MERGED_INTO = 'merged-into';

/** Links from record to record: related ones, and merged ones to their keeper. */
export function readItemPairs(db: Database.Database): readonly LinkTable[] {
  return all(
    db,
    query.selectFrom('link').selectAll().where('from_kind', '=', 'item').where('to_kind', '=', 'item'),
  );
}

/** Merges that a record took part in, on either side. */
export function readMergeLinks(db: Database.Database, itemId: string): readonly LinkTable[] {
  return all(
    db,
    query
      .selectFrom('link')
      .selectAll()
      .where('relation', '=', MERGED_INTO)
      .where('from_kind', '=', 'item')
      .where('to_kind', '=', 'item')
      .where((eb) => eb.or([eb('from_id', '=', itemId), eb('to_id', '=', itemId)])),
  );
}
