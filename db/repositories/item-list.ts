import type Database from 'better-sqlite3';
import { sql, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { ItemSort, ItemView } from '@shared/domain/library/item-view';
import { conditionNode } from '@shared/domain/search/condition';
import type { SearchNode } from '@shared/domain/search/node';
import { parseSearch } from '@shared/domain/search/query';
import { all, first, query } from '../query';
import type { ItemTable, Schema } from '../schema';
import { itemExpression } from '../search/item-condition';
import { settleIndex } from '../search/settle';
import { filterExpression, weighedFilters, type WeighedFilter } from './item-filters';
import { mainDocument } from './main-document';
import { readSavedSearch } from './saved-search';

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
  readonly updated_at: string;
  readonly opened_at: string | null;
  readonly citation_key: string | null;
  readonly trashed_at: string | null;
  readonly attachment_id: string | null;
  readonly relevance: number | null;
  /** JSON of a retraction notice; null when none is known. */
  readonly retraction: string | null;
  /** JSON array of {id, name, color}. */
  readonly tags: string;
}

export interface ListPage {
  readonly view: ItemView;
  readonly sort: ItemSort;
  readonly offset: number;
  readonly limit: number;
}

/** Present time as an ISO string, for "added in the last days". */
type Now = () => string;

const columns = {
  title: 'sort_title',
  authors: 'sort_authors',
  year: 'year',
  added: 'created_at',
  modified: 'updated_at',
  opened: 'opened_at',
  status: 'read_status',
  journal: 'container_title',
  type: 'type',
  relevance: 'relevance',
  design: 'design',
  key: 'citation_key',
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

/**
 * The tree behind a scope that searches; null for a scope that does not, or whose search says nothing.
 * @param db connection with the index attached
 */
function soughtBy(db: Database.Database, scope: ItemView['scope'], now: Now): SearchNode | 'gone' | null {
  if (scope.kind === 'query') return parseSearch(scope.text).node;
  if (scope.kind !== 'search') return null;
  const stored = readSavedSearch(db, scope.searchId);
  return stored === null ? 'gone' : conditionNode(stored.condition, now());
}

/** What a view needs beside its own words: the search behind it, and how its conditions are best looked up. */
interface Sought {
  readonly view: ItemView;
  readonly node: SearchNode | 'gone' | null;
  readonly filters: readonly WeighedFilter[];
}

function sought(db: Database.Database, view: ItemView, now: Now): Sought {
  const node = soughtBy(db, view.scope, now);
  if (node !== null) settleIndex(db);
  return { view, node, filters: weighedFilters(db, view) };
}

/** @param orderedBy column whose order is walked, when one is */
function inView<Row>(
  select: ItemQuery<Row>,
  { view, node, filters }: Sought,
  orderedBy?: keyof ItemTable,
): ItemQuery<Row> {
  const { scope, tagIds } = view;
  let narrowed =
    scope.kind === 'trash'
      ? select.where('item.trashed_at', 'is not', null)
      : select.where('item.trashed_at', 'is', null);
  for (const filter of filters) narrowed = narrowed.where(filterExpression(filter, orderedBy));
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
  // A search that was deleted meanwhile finds nothing.
  if (node === 'gone') return narrowed.where(sql<SqlBool>`0`);
  if (node !== null) narrowed = narrowed.where(itemExpression(node, 'item'));
  return narrowed;
}

function orderedIds(view: Sought, sort: ItemSort) {
  const direction = sort.direction === 'ascending' ? 'asc' : 'desc';
  return inView(query.selectFrom('item').select('item.id'), view, columns[sort.by])
    .orderBy(`item.${columns[sort.by]}`, direction)
    .orderBy('item.id', direction);
}

/** The select behind `countItems`; exported so that a test can look at its query plan. */
export function itemCountQuery(db: Database.Database, view: ItemView, now: Now) {
  return inView(
    query.selectFrom('item').select(({ fn }) => fn.countAll<number>().as('n')),
    sought(db, view, now),
  );
}

/** How many papers a view holds. */
export function countItems(db: Database.Database, view: ItemView, now: Now): number {
  return first(db, itemCountQuery(db, view, now))?.n ?? 0;
}

/** How many papers of a view carry each tag; tags that none carries are left out. */
export function countTagsIn(
  db: Database.Database,
  view: ItemView,
  now: Now,
): readonly { readonly tagId: string; readonly count: number }[] {
  const ids = inView(query.selectFrom('item').select('item.id'), sought(db, view, now));
  return all(
    db,
    query
      .selectFrom('item_tag')
      .where('item_tag.item_id', 'in', ids)
      .groupBy('item_tag.tag_id')
      .select(['item_tag.tag_id as tagId'])
      .select(({ fn }) => fn.countAll<number>().as('count')),
  );
}

/** Ids of a part of a list, in its order. */
export function listItemIds(
  db: Database.Database,
  { view, sort, offset, limit }: ListPage,
  now: Now,
): readonly string[] {
  return all(
    db,
    orderedIds(sought(db, view, now), sort)
      .limit(limit)
      .offset(offset),
  ).map((row) => row.id);
}

/** The select behind `listItems`; exported so that a test can look at its query plan. */
export function itemListQuery(db: Database.Database, { view, sort, offset, limit }: ListPage, now: Now) {
  const direction = sort.direction === 'ascending' ? 'asc' : 'desc';
  return query
    .selectFrom(
      orderedIds(sought(db, view, now), sort)
        .limit(limit)
        .offset(offset)
        .as('page'),
    )
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
      'item.updated_at',
      'item.opened_at',
      'item.citation_key',
      'item.trashed_at',
      'item.relevance',
      'item.retraction',
    ])
    .select(mainDocument('item.id').as('attachment_id'))
    .select(
      sql<string>`(SELECT coalesce(json_group_array(json_object('id', tag.id, 'name', tag.name, 'color', tag.color) ORDER BY tag.name), '[]')
        FROM item_tag JOIN tag ON tag.id = item_tag.tag_id WHERE item_tag.item_id = item.id)`.as('tags'),
    )
    .orderBy(`item.${columns[sort.by]}`, direction)
    .orderBy('item.id', direction);
}

/** One page of a list. */
export function listItems(db: Database.Database, page: ListPage, now: Now): readonly ItemListRow[] {
  return all(db, itemListQuery(db, page, now));
}

/**
 * The select behind `positionOfItem`: counts the papers before one; null when it is not in the list. Exported so that a
 * test can look at its query plan.
 */
export function itemsBeforeQuery(
  db: Database.Database,
  { view, sort }: Pick<ListPage, 'view' | 'sort'>,
  itemId: string,
  now: Now,
) {
  const within = sought(db, view, now);
  const item = first(
    db,
    inView(query.selectFrom('item').select(['item.id', `item.${columns[sort.by]} as key`]), within).where(
      'item.id',
      '=',
      itemId,
    ),
  );
  if (!item) return null;
  const column = `item.${columns[sort.by]}` as const;
  // Null sorts first in SQLite, so "before" is spelled out for the columns that can be null.
  return inView(
    query.selectFrom('item').select(({ fn }) => fn.countAll<number>().as('n')),
    within,
    columns[sort.by],
  ).where((eb) => {
    const smaller = sort.direction === 'ascending';
    const sameKey = item.key === null ? eb(column, 'is', null) : eb(column, '=', item.key);
    const tie = eb.and([sameKey, eb('item.id', smaller ? '<' : '>', itemId)]);
    if (item.key === null) return smaller ? tie : eb.or([eb(column, 'is not', null), tie]);
    const strictly = eb(column, smaller ? '<' : '>', item.key);
    return smaller ? eb.or([eb(column, 'is', null), strictly, tie]) : eb.or([strictly, tie]);
  });
}

/** @returns place of an item in a list from 0, or null when it is not in it */
export function positionOfItem(
  db: Database.Database,
  list: Pick<ListPage, 'view' | 'sort'>,
  itemId: string,
  now: Now,
): number | null {
  const before = itemsBeforeQuery(db, list, itemId, now);
  return before === null ? null : (first(db, before)?.n ?? 0);
}

/**
 * How many papers satisfy a search tree, wherever they are filed.
 * @param node tree of a saved search; null matches everything
 */
export function countFound(db: Database.Database, node: SearchNode | null): number {
  const count = query
    .selectFrom('item')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('trashed_at', 'is', null);
  return first(db, node === null ? count : count.where(itemExpression(node, 'item')))?.n ?? 0;
}
