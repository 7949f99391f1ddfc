import type Database from 'better-sqlite3';
import type { SidecarRecord } from '@shared/domain/library/sidecar';
import { prepared } from '../query';

type Row = Record<string, string | number | null>;

const rows = (db: Database.Database, sql: string, ...values: readonly (string | number)[]): Row[] =>
  prepared(db, sql).all(...values) as Row[];

/** Where each record belongs, a page at a time. @param afterId last id of the page before, '' at first */
export function listSidecarPlaces(
  db: Database.Database,
  afterId: string,
  limit: number,
): { readonly itemId: string; readonly firstFileId: string | null }[] {
  return rows(
    db,
    `SELECT item.id AS itemId,
            (SELECT file_id FROM attachment WHERE item_id = item.id ORDER BY created_at, id LIMIT 1) AS firstFileId
       FROM item WHERE item.id > ? ORDER BY item.id LIMIT ?`,
    afterId,
    limit,
  ).map((row) => ({
    itemId: String(row['itemId']),
    firstFileId: row['firstFileId'] === null ? null : String(row['firstFileId']),
  }));
}

/** @returns first document of a record; null without one; undefined when there is no such record */
export function sidecarPlace(db: Database.Database, itemId: string): string | null | undefined {
  const [found] = rows(
    db,
    `SELECT (SELECT file_id FROM attachment WHERE item_id = item.id ORDER BY created_at, id LIMIT 1) AS firstFileId
       FROM item WHERE item.id = ?`,
    itemId,
  );
  if (!found) return undefined;
  return found['firstFileId'] === null ? null : String(found['firstFileId']);
}

/** Everything of one record as its sidecar holds it; null when it is gone. */
export function readSidecarRecord(db: Database.Database, itemId: string): SidecarRecord | null {
  const [item] = rows(db, 'SELECT * FROM item WHERE id = ?', itemId);
  if (!item) return null;
  const of = (table: string, order: string): Row[] =>
    rows(db, `SELECT * FROM ${table} WHERE item_id = ? ORDER BY ${order}`, itemId);
  return {
    version: 1,
    item,
    files: rows(
      db,
      'SELECT * FROM file WHERE id IN (SELECT file_id FROM attachment WHERE item_id = ?) ORDER BY id',
      itemId,
    ),
    attachments: of('attachment', 'created_at, id'),
    notes: of('note', 'created_at, id'),
    annotations: of('annotation', 'sort_index, id'),
    readingLog: of('reading_log_entry', 'date, id'),
    tags: rows(
      db,
      'SELECT tag.name, tag.color FROM item_tag JOIN tag ON tag.id = item_tag.tag_id WHERE item_tag.item_id = ? ORDER BY tag.name',
      itemId,
    ).map((row) => ({
      name: String(row['name']),
      color: row['color'] === null ? null : String(row['color']),
    })),
    collections: rows(
      db,
      'SELECT collection_id FROM collection_item WHERE item_id = ? ORDER BY id',
      itemId,
    ).map((row) => collectionPath(db, String(row['collection_id']))),
  };
}

/** Names from the topmost collection down to this one. */
function collectionPath(db: Database.Database, collectionId: string): string[] {
  return rows(
    db,
    `WITH RECURSIVE up(id, parent_id, name, depth) AS (
       SELECT id, parent_id, name, 0 FROM collection WHERE id = ?
       UNION ALL
       SELECT c.id, c.parent_id, c.name, up.depth + 1 FROM collection c JOIN up ON c.id = up.parent_id WHERE up.depth < 50
     ) SELECT name FROM up ORDER BY depth DESC`,
    collectionId,
  ).map((row) => String(row['name']));
}

/** Records that a change of another row touches: those with this tag, in this collection or below, with this file. */
export function itemsTouchedBy(db: Database.Database, table: string, id: string): string[] {
  const sql = {
    tag: 'SELECT item_id FROM item_tag WHERE tag_id = ?',
    file: 'SELECT item_id FROM attachment WHERE file_id = ?',
    collection: `WITH RECURSIVE below(id) AS (
        SELECT id FROM collection WHERE id = ? UNION SELECT c.id FROM collection c JOIN below ON c.parent_id = below.id
      ) SELECT item_id FROM collection_item WHERE collection_id IN (SELECT id FROM below)`,
    attachment: 'SELECT item_id FROM attachment WHERE id = ?',
    note: 'SELECT item_id FROM note WHERE id = ? AND item_id IS NOT NULL',
    annotation: 'SELECT item_id FROM annotation WHERE id = ?',
    reading_log_entry: 'SELECT item_id FROM reading_log_entry WHERE id = ?',
  }[table];
  return sql === undefined ? [] : rows(db, sql, id).map((row) => String(row['item_id']));
}

/** Columns that a table has now: rows of older or newer sidecars are cut to them. */
export function columnsOf(db: Database.Database, table: string): ReadonlySet<string> {
  return new Set(rows(db, 'SELECT name FROM pragma_table_info(?)', table).map((row) => String(row['name'])));
}

/** @returns whether a row with this id is in the table */
export function hasRow(db: Database.Database, table: 'item' | 'file' | 'attachment', id: string): boolean {
  return prepared(db, `SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
}

/** @returns id of the tag with this name */
export function tagByName(db: Database.Database, name: string): string | null {
  const [found] = rows(db, 'SELECT id FROM tag WHERE name = ?', name);
  return found ? String(found['id']) : null;
}

/** @returns id of the collection with this name below a parent (null: on top) */
export function collectionByName(
  db: Database.Database,
  name: string,
  parentId: string | null,
): string | null {
  const [found] =
    parentId === null
      ? rows(db, 'SELECT id FROM collection WHERE name = ? AND parent_id IS NULL', name)
      : rows(db, 'SELECT id FROM collection WHERE name = ? AND parent_id = ?', name, parentId);
  return found ? String(found['id']) : null;
}

/** Newest entry of the command log; 0 when it is empty. */
export function lastSequence(db: Database.Database): number {
  return (prepared(db, 'SELECT coalesce(max(sequence), 0) AS n FROM command_log').get() as { n: number }).n;
}

/** Id of this library's database, made with it. */
export function libraryDeviceId(db: Database.Database): string {
  return (prepared(db, `SELECT value FROM library_meta WHERE key = 'device_id'`).get() as { value: string })
    .value;
}
