import type Database from 'better-sqlite3';
import { sql, type SelectQueryBuilder } from 'kysely';
import type { ItemSort, ItemView } from '@shared/domain/library/item-view';
import { all, first, query } from '../query';
import type { ItemTable, Schema } from '../schema';

/** One line of the list as stored. */
export interface ItemListRow {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
  readonly container_title: string;
  readonly design: string | null;
  readonly read_status: string;
  readonly is_sample: number;
  readonly created_at: string;
  readonly trashed_at: string | null;
  readonly attachment_id: string | null;
  /** JSON array of {id, name, color}. */
  readonly tags: string;
}

export interface ListPage {
  readonly view: ItemView;
  readonly sort: ItemSort;
  readonly offset: number;
  readonly limit: number;
}

const columns = {
  title: 'sort_title',
  authors: 'sort_authors',
  year: 'year',
  added: 'created_at',
  status: 'read_status',
} as const satisfies Record<ItemSort['by'], keyof ItemTable>;

type ItemQuery<Row> = SelectQueryBuilder<Schema, 'item', Row>;

/** Ids of a collection and of all below it. */
function subtree(collectionId: string) {
  return query
    .withRecursive('below', (cte) =>
      cte
        .selectFrom('collection')
        .select('id')
        .where('id', '=', collectionId)
        .unionAll(
          cte
            .selectFrom('collection')
            .innerJoin('below', 'below.id', 'collection.parent_id')
            .select('collection.id'),
        ),
    )
    .selectFrom('below')
    .select('id');
}

function inView<Row>(select: ItemQuery<Row>, { scope, tagIds, statuses }: ItemView): ItemQuery<Row> {
  let narrowed =
    scope.kind === 'trash'
      ? select.where('item.trashed_at', 'is not', null)
      : select.where('item.trashed_at', 'is', null);
  if (scope.kind === 'recent') narrowed = narrowed.where('item.opened_at', 'is not', null);
  if (scope.kind === 'unfiled')
    narrowed = narrowed.where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('collection_item').select('collection_item.id').whereRef('item_id', '=', 'item.id'),
        ),
      ),
    );
  if (scope.kind === 'collection')
    narrowed = narrowed.where(
      'item.id',
      'in',
      query
        .selectFrom('collection_item')
        .select('item_id')
        .where('collection_id', 'in', subtree(scope.collectionId)),
    );
  for (const tagId of tagIds)
    narrowed = narrowed.where((eb) =>
      eb.exists(
        eb
          .selectFrom('item_tag')
          .select('item_tag.id')
          .whereRef('item_id', '=', 'item.id')
          .where('tag_id', '=', tagId),
      ),
    );
  if (statuses.length > 0) narrowed = narrowed.where('item.read_status', 'in', statuses);
  return narrowed;
}

function orderedIds({ view, sort }: Pick<ListPage, 'view' | 'sort'>) {
  const direction = sort.direction === 'ascending' ? 'asc' : 'desc';
  return inView(query.selectFrom('item').select('item.id'), view)
    .orderBy(`item.${columns[sort.by]}`, direction)
    .orderBy('item.id', direction);
}

/** How many papers a view holds. */
export function countItems(db: Database.Database, view: ItemView): number {
  const counted = inView(
    query.selectFrom('item').select(({ fn }) => fn.countAll<number>().as('n')),
    view,
  );
  return first(db, counted)?.n ?? 0;
}

/** Ids of a part of a list, in its order. */
export function listItemIds(
  db: Database.Database,
  { view, sort, offset, limit }: ListPage,
): readonly string[] {
  return all(db, orderedIds({ view, sort }).limit(limit).offset(offset)).map((row) => row.id);
}

/** The select behind `listItems`; exported so that a test can look at its query plan. */
export function itemListQuery({ view, sort, offset, limit }: ListPage) {
  const direction = sort.direction === 'ascending' ? 'asc' : 'desc';
  return query
    .selectFrom(orderedIds({ view, sort }).limit(limit).offset(offset).as('page'))
    .innerJoin('item', 'item.id', 'page.id')
    .select([
      'item.id',
      'item.type',
      'item.title',
      'item.authors',
      'item.year',
      'item.container_title',
      'item.design',
      'item.read_status',
      'item.is_sample',
      'item.created_at',
      'item.trashed_at',
    ])
    .select((eb) =>
      eb
        .selectFrom('attachment')
        .select('attachment.id')
        .whereRef('attachment.item_id', '=', 'item.id')
        .where('attachment.trashed_at', 'is', null)
        .orderBy('attachment.id', 'desc')
        .limit(1)
        .as('attachment_id'),
    )
    .select(
      sql<string>`(SELECT coalesce(json_group_array(json_object('id', tag.id, 'name', tag.name, 'color', tag.color) ORDER BY tag.name), '[]')
        FROM item_tag JOIN tag ON tag.id = item_tag.tag_id WHERE item_tag.item_id = item.id)`.as('tags'),
    )
    .orderBy(`item.${columns[sort.by]}`, direction)
    .orderBy('item.id', direction);
}

/** One page of a list. */
export function listItems(db: Database.Database, page: ListPage): readonly ItemListRow[] {
  return all(db, itemListQuery(page));
}

/** @returns place of an item in a list from 0, or null when it is not in it */
export function positionOfItem(
  db: Database.Database,
  { view, sort }: Pick<ListPage, 'view' | 'sort'>,
  itemId: string,
): number | null {
  const item = first(
    db,
    inView(query.selectFrom('item').select(['item.id', `item.${columns[sort.by]} as key`]), view).where(
      'item.id',
      '=',
      itemId,
    ),
  );
  if (!item) return null;
  const column = `item.${columns[sort.by]}` as const;
  // Null sorts first in SQLite, so "before" is spelled out for the one column that can be null.
  const before = inView(
    query.selectFrom('item').select(({ fn }) => fn.countAll<number>().as('n')),
    view,
  ).where((eb) => {
    const smaller = sort.direction === 'ascending';
    const sameKey = item.key === null ? eb(column, 'is', null) : eb(column, '=', item.key);
    const tie = eb.and([sameKey, eb('item.id', smaller ? '<' : '>', itemId)]);
    if (item.key === null) return smaller ? tie : eb.or([eb(column, 'is not', null), tie]);
    const strictly = eb(column, smaller ? '<' : '>', item.key);
    return smaller ? eb.or([eb(column, 'is', null), strictly, tie]) : eb.or([strictly, tie]);
  });
  return first(db, before)?.n ?? 0;
}
