import type Database from 'better-sqlite3';
import { all, first, prepared, query } from '../query';
import { itemWalkSql } from './item-walk';

/** A record as the duplicate rule needs it. */
export interface CandidateRow {
  readonly id: string;
  readonly title: string;
  readonly csl: string;
}

/** Identifiers that have no column of their own, read once per import. */
export interface IdentifierRow {
  readonly id: string;
  readonly csl: string;
}

// An import asks these for every record: plain statements, since building a query costs more than running it.

const CANDIDATE = 'SELECT id, title, csl FROM item WHERE trashed_at IS NULL';

/** @param doi lower case @returns records outside the trash with that DOI */
export function findByDoi(db: Database.Database, doi: string): CandidateRow[] {
  return prepared(db, `${CANDIDATE} AND doi = ? LIMIT 20`).all(doi) as CandidateRow[];
}

/** @param titleKey normalised title @returns records outside the trash with that title */
export function findByTitleKey(db: Database.Database, titleKey: string): CandidateRow[] {
  return prepared(db, `${CANDIDATE} AND title_key = ? LIMIT 50`).all(titleKey) as CandidateRow[];
}

/** @param id item id @returns the record unless it is in the trash or gone */
export function findCandidate(db: Database.Database, id: string): CandidateRow | undefined {
  return prepared(db, `${CANDIDATE} AND id = ?`).get(id) as CandidateRow | undefined;
}

/** Every record outside the trash that carries an ISBN, PubMed or ERIC number. */
export function listIdentified(db: Database.Database): IdentifierRow[] {
  return all(
    db,
    query
      .selectFrom('item')
      .select(['id', 'csl'])
      .where('trashed_at', 'is', null)
      .where((where) =>
        where.or([
          where('csl', 'like', '%"ISBN"%'),
          where('csl', 'like', '%"PMID"%'),
          where('csl', 'like', '%"call-number"%'),
          where('csl', 'like', '%eric.ed.gov%'),
        ]),
      ),
  );
}

/** What a nearly equal title is found by. */
export interface TitleRow {
  readonly id: string;
  readonly title_key: string;
  readonly sort_authors: string;
}

/** Titles outside the trash after an id, in the order of ids. @param limit rows at most */
export function readTitleRows(db: Database.Database, afterId: string, limit: number): readonly TitleRow[] {
  return prepared(db, itemWalkSql('id, title_key, sort_authors')).all(afterId, limit) as TitleRow[];
}

/** @param key citation key @returns whether a record, also one in the trash, has it */
export function isCitationKeyTaken(db: Database.Database, key: string): boolean {
  return prepared(db, 'SELECT 1 FROM item WHERE citation_key = ? LIMIT 1').get(key) !== undefined;
}

/** A record that has a file attached. */
export interface AttachedRow {
  readonly itemId: string;
  readonly title: string;
}

/** @param fileId SHA-256 @returns the record outside the trash that has this file, if any */
export function findByFile(db: Database.Database, fileId: string): AttachedRow | undefined {
  return first(
    db,
    query
      .selectFrom('attachment')
      .innerJoin('item', 'item.id', 'attachment.item_id')
      .select(['item.id as itemId', 'item.title'])
      .where('attachment.file_id', '=', fileId)
      .where('attachment.trashed_at', 'is', null)
      .where('item.trashed_at', 'is', null)
      .limit(1),
  );
}

/** @param id SHA-256 @returns whether the library lists the file (used or not) */
export function isFileListed(db: Database.Database, id: string): boolean {
  return first(db, query.selectFrom('file').select('id').where('id', '=', id)) !== undefined;
}

/** @param itemId record @param fileId SHA-256 @returns whether the file is attached to it, outside the trash */
export function hasFile(db: Database.Database, itemId: string, fileId: string): boolean {
  const select = query
    .selectFrom('attachment')
    .select('id')
    .where('item_id', '=', itemId)
    .where('file_id', '=', fileId)
    .where('trashed_at', 'is', null)
    .limit(1);
  return first(db, select) !== undefined;
}

/** The words people used for where their records come from, the last used first. */
export function listFoundVia(db: Database.Database, limit: number): string[] {
  const rows = prepared(
    db,
    `SELECT found_via AS word FROM import_batch WHERE found_via <> '' GROUP BY found_via ORDER BY max(created_at) DESC LIMIT ?`,
  ).all(limit) as { word: string }[];
  return rows.map((row) => row.word);
}

/** @param id collection */
export function collectionExists(db: Database.Database, id: string): boolean {
  return first(db, query.selectFrom('collection').select('id').where('id', '=', id)) !== undefined;
}

/** @param id import batch @returns whether it is still there (it goes when its import is undone) */
export function batchExists(db: Database.Database, id: string): boolean {
  return prepared(db, 'SELECT 1 FROM import_batch WHERE id = ?').get(id) !== undefined;
}

/** Records for an export, in the order of the list: chosen ones, those of a collection, or all outside the trash. */
export function listForExport(
  db: Database.Database,
  choice: { readonly itemIds?: readonly string[] | undefined; readonly collectionId?: string | undefined },
): IdentifierRow[] {
  const order = 'ORDER BY item.sort_authors, item.year, item.sort_title, item.id';
  if (choice.itemIds) {
    const sql = `SELECT id, csl FROM item WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL ${order}`;
    return prepared(db, sql).all(JSON.stringify(choice.itemIds)) as IdentifierRow[];
  }
  let select = query
    .selectFrom('item')
    .select(['item.id', 'item.csl'])
    .where('item.trashed_at', 'is', null)
    .orderBy('item.sort_authors')
    .orderBy('item.year')
    .orderBy('item.sort_title')
    .orderBy('item.id');
  if (choice.collectionId !== undefined) {
    const members = query
      .selectFrom('collection_item')
      .select('item_id')
      .where('collection_id', '=', choice.collectionId);
    select = select.where('item.id', 'in', members);
  }
  return all(db, select);
}
