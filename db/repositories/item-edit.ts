import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, first, query, run } from '../query';
import type { ImportBatchTable, ItemTable } from '../schema';

function among(ids: readonly string[]) {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

export type EditableItemRow = Pick<
  ItemTable,
  'id' | 'csl' | 'title' | 'provenance' | 'read_status' | 'relevance' | 'design' | 'education'
>;

/** What a batch edit reads of items; ids that are not there are left out. */
export function readEditableItems(
  db: Database.Database,
  itemIds: readonly string[],
): readonly EditableItemRow[] {
  const select = query
    .selectFrom('item')
    .select(['id', 'csl', 'title', 'provenance', 'read_status', 'relevance', 'design', 'education']);
  return all(db, select.where('id', 'in', among(itemIds)));
}

/** Items of a collection among these: item id -> id of the row that files it there. */
export function readFilings(
  db: Database.Database,
  collectionId: string,
  itemIds: readonly string[],
): ReadonlyMap<string, string> {
  const select = query
    .selectFrom('collection_item')
    .select(['id', 'item_id'])
    .where('collection_id', '=', collectionId)
    .where('item_id', 'in', among(itemIds));
  return new Map(all(db, select).map((row) => [row.item_id, row.id]));
}

/** Citation keys in use, outside the trash and in it. */
export function readCitationKeys(
  db: Database.Database,
): readonly { readonly id: string; readonly citation_key: string }[] {
  return all(
    db,
    query.selectFrom('item').select(['id', 'citation_key']).where('citation_key', 'is not', null),
  ).flatMap(({ id, citation_key }) => (citation_key === null ? [] : [{ id, citation_key }]));
}

export type KeyedItemRow = Pick<ItemTable, 'id' | 'csl' | 'title' | 'citation_key' | 'citation_key_pinned'>;

/** Items as keys are made for them, oldest first; all outside the trash when none are named. */
export function readKeyedItems(db: Database.Database, itemIds?: readonly string[]): readonly KeyedItemRow[] {
  const select = query
    .selectFrom('item')
    .select(['id', 'csl', 'title', 'citation_key', 'citation_key_pinned'])
    .orderBy('created_at')
    .orderBy('id');
  return all(
    db,
    itemIds === undefined ? select.where('trashed_at', 'is', null) : select.where('id', 'in', among(itemIds)),
  );
}

/** Marks keys as given out, so that they do not change; no step of the history. @returns how many were not so before */
export function pinKeys(db: Database.Database, itemIds: readonly string[]): number {
  return run(
    db,
    query
      .updateTable('item')
      .set({ citation_key_pinned: 1 })
      .where('id', 'in', among(itemIds))
      .where('citation_key', 'is not', null)
      .where('citation_key_pinned', '=', 0),
  );
}

/** The import an item came with. */
export function readImportBatch(db: Database.Database, batchId: string): ImportBatchTable | undefined {
  return first(db, query.selectFrom('import_batch').selectAll().where('id', '=', batchId));
}

export interface RelatedRow {
  readonly link_id: string;
  readonly item_id: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
}

/** Items related to one, whichever of the two the link starts at; those in the trash are left out. */
export function readRelated(db: Database.Database, itemId: string): readonly RelatedRow[] {
  return all(
    db,
    query
      .selectFrom('link')
      .innerJoin('item', (join) =>
        join.on((eb) =>
          eb.or([
            eb.and([eb('link.from_id', '=', itemId), eb('item.id', '=', eb.ref('link.to_id'))]),
            eb.and([eb('link.to_id', '=', itemId), eb('item.id', '=', eb.ref('link.from_id'))]),
          ]),
        ),
      )
      .select(['link.id as link_id', 'item.id as item_id', 'item.title', 'item.authors', 'item.year'])
      .where('link.relation', '=', 'related')
      .where('link.from_kind', '=', 'item')
      .where('link.to_kind', '=', 'item')
      .where((eb) => eb.or([eb('link.from_id', '=', itemId), eb('link.to_id', '=', itemId)]))
      .where('item.trashed_at', 'is', null)
      .orderBy('item.sort_authors')
      .orderBy('item.year')
      .orderBy('item.id'),
  );
}
