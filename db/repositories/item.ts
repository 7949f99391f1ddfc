import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, first, query } from '../query';
import type { ItemTable } from '../schema';
import { mainDocument } from './main-document';

export interface ItemAttachmentRow {
  readonly id: string;
  readonly title: string;
  readonly media_type: string;
  readonly page_count: number | null;
  readonly last_page_index: number;
  readonly text_status: string;
}

export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

export interface ItemCounts {
  readonly annotations: number;
  readonly notes: number;
  readonly appraisalAnswers: number;
}

/** @returns the item, in the trash or not; undefined when there is none */
export function readItem(db: Database.Database, itemId: string): ItemTable | undefined {
  return first(db, query.selectFrom('item').selectAll().where('id', '=', itemId));
}

/** @returns those of the ids that exist, with whether they are in the trash */
export function readItemStates(
  db: Database.Database,
  itemIds: readonly string[],
): readonly Pick<ItemTable, 'id' | 'title' | 'trashed_at' | 'read_status' | 'relevance'>[] {
  const ids = sql<string>`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`;
  return all(
    db,
    query
      .selectFrom('item')
      .select(['id', 'title', 'trashed_at', 'read_status', 'relevance'])
      .where('id', 'in', ids),
  );
}

/** Documents of an item that are not in the trash: the main one first, then the oldest. */
export function readItemAttachments(db: Database.Database, itemId: string): readonly ItemAttachmentRow[] {
  return all(
    db,
    query
      .selectFrom('attachment')
      .innerJoin('file', 'file.id', 'attachment.file_id')
      .select([
        'attachment.id',
        'attachment.title',
        'file.media_type',
        'attachment.page_count',
        'attachment.last_page_index',
        'attachment.text_status',
      ])
      .where('attachment.item_id', '=', itemId)
      .where('attachment.trashed_at', 'is', null)
      .orderBy(sql`attachment.id IS ${mainDocument('attachment.item_id')}`, 'desc')
      .orderBy('attachment.id'),
  );
}

/** Tags of an item by name. */
export function readItemTags(
  db: Database.Database,
  itemId: string,
): readonly (NamedRow & { readonly color: string | null })[] {
  return all(
    db,
    query
      .selectFrom('item_tag')
      .innerJoin('tag', 'tag.id', 'item_tag.tag_id')
      .select(['tag.id', 'tag.name', 'tag.color'])
      .where('item_tag.item_id', '=', itemId)
      .orderBy('tag.name'),
  );
}

/** Collections an item is in, by name. */
export function readItemCollections(db: Database.Database, itemId: string): readonly NamedRow[] {
  return all(
    db,
    query
      .selectFrom('collection_item')
      .innerJoin('collection', 'collection.id', 'collection_item.collection_id')
      .select(['collection.id', 'collection.name'])
      .where('collection_item.item_id', '=', itemId)
      .orderBy('collection.name'),
  );
}

/** How much work hangs on an item. */
export function countItemWork(db: Database.Database, itemId: string): ItemCounts {
  const count = (table: 'annotation' | 'note'): number =>
    first(
      db,
      query
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('item_id', '=', itemId)
        .where('trashed_at', 'is', null),
    )?.n ?? 0;
  const answers = query
    .selectFrom('appraisal_answer')
    .innerJoin('appraisal', 'appraisal.id', 'appraisal_answer.appraisal_id')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('appraisal.item_id', '=', itemId)
    .where((eb) => eb.or([eb('appraisal_answer.answer', 'is not', null), eb('not_reported', '=', 1)]));
  return {
    annotations: count('annotation'),
    notes: count('note'),
    appraisalAnswers: first(db, answers)?.n ?? 0,
  };
}

/** Papers per standing view. */
export function countViews(db: Database.Database): {
  readonly all: number;
  readonly recent: number;
  readonly unfiled: number;
  readonly trash: number;
} {
  const live = query.selectFrom('item').where('item.trashed_at', 'is', null);
  const n = (select: { compile: () => ReturnType<typeof countedLive.compile> }): number =>
    first(db, select)?.n ?? 0;
  const countedLive = live.select(({ fn }) => fn.countAll<number>().as('n'));
  return {
    all: n(countedLive),
    recent: n(countedLive.where('item.opened_at', 'is not', null)),
    unfiled: n(
      countedLive.where((eb) =>
        eb.not(
          eb.exists(
            eb.selectFrom('collection_item').select('collection_item.id').whereRef('item_id', '=', 'item.id'),
          ),
        ),
      ),
    ),
    trash: n(
      query
        .selectFrom('item')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('item.trashed_at', 'is not', null),
    ),
  };
}
