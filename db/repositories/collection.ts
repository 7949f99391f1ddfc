import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, first, query } from '../query';
import type { CollectionTable } from '../schema';
import { itemsInTrash } from './item-walk';

/** @returns every collection in the order of the tree's siblings */
export function readCollections(db: Database.Database): readonly CollectionTable[] {
  return all(
    db,
    query.selectFrom('collection').selectAll().orderBy('position').orderBy('name').orderBy('id'),
  );
}

/** @returns one collection, undefined when there is none */
export function readCollection(db: Database.Database, collectionId: string): CollectionTable | undefined {
  return first(db, query.selectFrom('collection').selectAll().where('id', '=', collectionId));
}

/** Papers outside the trash per collection, each counted once in the collection and in all above it. */
export function countCollectionItems(db: Database.Database): ReadonlyMap<string, number> {
  const counted = query
    .withRecursive('above', (cte) =>
      cte
        .selectFrom('collection')
        .select(['id', 'id as ancestor_id'])
        .unionAll(
          cte
            .selectFrom('above')
            .innerJoin('collection', 'collection.id', 'above.ancestor_id')
            .where('collection.parent_id', 'is not', null)
            .select(['above.id', sql<string>`collection.parent_id`.as('ancestor_id')]),
        ),
    )
    .selectFrom('collection_item')
    .innerJoin('above', 'above.id', 'collection_item.collection_id')
    .where('collection_item.item_id', 'not in', itemsInTrash())
    .groupBy('above.ancestor_id')
    .select(['above.ancestor_id as id', sql<number>`count(DISTINCT collection_item.item_id)`.as('n')]);
  return new Map(all(db, counted).map((row) => [row.id, row.n]));
}

/** Memberships of these papers in a collection: item id -> id of the membership. */
export function readMemberships(
  db: Database.Database,
  collectionId: string,
  itemIds: readonly string[],
): ReadonlyMap<string, string> {
  const ids = sql<string>`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`;
  const rows = all(
    db,
    query
      .selectFrom('collection_item')
      .select(['id', 'item_id'])
      .where('collection_id', '=', collectionId)
      .where('item_id', 'in', ids),
  );
  return new Map(rows.map((row) => [row.item_id, row.id]));
}

/** All memberships of some collections. */
export function readMembershipIds(
  db: Database.Database,
  collectionIds: readonly string[],
): readonly string[] {
  return all(
    db,
    query
      .selectFrom('collection_item')
      .select('id')
      .where('collection_id', 'in', [...collectionIds]),
  ).map((row) => row.id);
}
