import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, first, query } from '../query';
import type { TagTable } from '../schema';
import { itemsInTrash } from './item-walk';

export type TagWithCount = TagTable & { readonly count: number };

function tagsWithCount() {
  return query
    .selectFrom('tag')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('item_tag')
        .whereRef('item_tag.tag_id', '=', 'tag.id')
        .where('item_tag.item_id', 'not in', itemsInTrash())
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('count'),
    );
}

/** Tags: coloured ones first, then by name. */
export function readTags(db: Database.Database): readonly TagWithCount[] {
  return all(
    db,
    tagsWithCount()
      .orderBy(sql`color IS NULL`)
      .orderBy('name'),
  ).map((row) => ({
    ...row,
    count: row.count ?? 0,
  }));
}

/** @returns one tag, undefined when there is none */
export function readTag(db: Database.Database, tagId: string): TagWithCount | undefined {
  const row = first(db, tagsWithCount().where('id', '=', tagId));
  return row && { ...row, count: row.count ?? 0 };
}

/** @returns the tag of that name (exact), undefined when there is none */
export function findTagByName(db: Database.Database, name: string): TagTable | undefined {
  return first(db, query.selectFrom('tag').selectAll().where('name', '=', name));
}

/** Uses of a tag on these papers (on all papers when none are named): item id -> id of the use. */
export function readTagUses(
  db: Database.Database,
  tagId: string,
  itemIds?: readonly string[],
): ReadonlyMap<string, string> {
  let uses = query.selectFrom('item_tag').select(['id', 'item_id']).where('tag_id', '=', tagId);
  if (itemIds)
    uses = uses.where(
      'item_id',
      'in',
      sql<string>`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`,
    );
  return new Map(all(db, uses).map((row) => [row.item_id, row.id]));
}

/** @returns the tag that a number key stands for, undefined when it is free */
export function findTagByShortcut(db: Database.Database, shortcut: number): TagTable | undefined {
  return first(db, query.selectFrom('tag').selectAll().where('shortcut', '=', shortcut));
}

/** Ids of the tags that no paper carries, in the trash or not. */
export function readUnusedTags(db: Database.Database): readonly string[] {
  return all(
    db,
    query
      .selectFrom('tag')
      .select('id')
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('item_tag').select('item_tag.id').whereRef('tag_id', '=', 'tag.id'))),
      ),
  ).map(({ id }) => id);
}
