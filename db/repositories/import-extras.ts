import type Database from 'better-sqlite3';
import { first, query } from '../query';

/** @param parentId collection above, null at the top @returns id of the collection of that name in it */
export function findCollectionIn(
  db: Database.Database,
  parentId: string | null,
  name: string,
): string | undefined {
  const select = query.selectFrom('collection').select('id').where('name', '=', name).limit(1);
  return first(
    db,
    parentId === null ? select.where('parent_id', 'is', null) : select.where('parent_id', '=', parentId),
  )?.id;
}

/** @returns the highest position among the collections of one parent, -1 when there is none */
export function lastCollectionPosition(db: Database.Database, parentId: string | null): number {
  const select = query
    .selectFrom('collection')
    .select(({ fn }) => fn.max<number | null>('position').as('position'));
  return (
    first(
      db,
      parentId === null ? select.where('parent_id', 'is', null) : select.where('parent_id', '=', parentId),
    )?.position ?? -1
  );
}

/** @returns whether the record is in the collection */
export function findMembership(db: Database.Database, collectionId: string, itemId: string): boolean {
  const select = query
    .selectFrom('collection_item')
    .select('id')
    .where('collection_id', '=', collectionId)
    .where('item_id', '=', itemId);
  return first(db, select) !== undefined;
}

/** @returns whether the record has the tag */
export function findTagUse(db: Database.Database, tagId: string, itemId: string): boolean {
  const select = query
    .selectFrom('item_tag')
    .select('id')
    .where('item_id', '=', itemId)
    .where('tag_id', '=', tagId);
  return first(db, select) !== undefined;
}

/** @param itemId record, null for notes that belong to none @returns whether a note outside the trash says the same */
export function findNoteWithBody(db: Database.Database, itemId: string | null, body: string): boolean {
  const select = query
    .selectFrom('note')
    .select('id')
    .where('body', '=', body)
    .where('trashed_at', 'is', null)
    .limit(1);
  return (
    first(
      db,
      itemId === null ? select.where('item_id', 'is', null) : select.where('item_id', '=', itemId),
    ) !== undefined
  );
}

/** @returns whether the record has this file attached, outside the trash */
export function hasAttachedFile(db: Database.Database, itemId: string, fileId: string): boolean {
  const select = query
    .selectFrom('attachment')
    .select('id')
    .where('item_id', '=', itemId)
    .where('file_id', '=', fileId)
    .where('trashed_at', 'is', null)
    .limit(1);
  return first(db, select) !== undefined;
}

/** @returns whether two records are linked as related, in either direction */
export function findLinkBetween(db: Database.Database, oneId: string, otherId: string): boolean {
  const select = query
    .selectFrom('link')
    .select('id')
    .where('from_kind', '=', 'item')
    .where('to_kind', '=', 'item')
    .where('relation', '=', 'related')
    .where((where) =>
      where.or([
        where.and([where('from_id', '=', oneId), where('to_id', '=', otherId)]),
        where.and([where('from_id', '=', otherId), where('to_id', '=', oneId)]),
      ]),
    )
    .limit(1);
  return first(db, select) !== undefined;
}

/** @param jobId an import @param source file name in its report @param line first line of the record @returns its item */
export function findReportedItem(
  db: Database.Database,
  jobId: string,
  source: string,
  line: number,
): string | undefined {
  const select = query
    .selectFrom('job_record')
    .select('item_id')
    .where('job_id', '=', jobId)
    .where('source', '=', source)
    .where('line', '=', line)
    .limit(1);
  return first(db, select)?.item_id ?? undefined;
}
