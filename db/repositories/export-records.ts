import type Database from 'better-sqlite3';
import { prepared } from '../query';

/** What belongs to one record, for an export. */
export interface ExportRow {
  readonly id: string;
  readonly csl: string;
  readonly created_at: string;
  readonly read_status: string;
  readonly relevance: number | null;
  readonly design: string | null;
  readonly education: string;
}

/**
 * CROSS JOIN keeps the list outside: by itself SQLite walks all records and reads the whole list for each of them.
 */
export const EXPORT_ROWS = `SELECT item.id, csl, created_at, read_status, relevance, design, education
  FROM json_each(?) AS wanted CROSS JOIN item ON item.id = wanted.value WHERE trashed_at IS NULL ORDER BY wanted.key`;

/** @param itemIds records @returns their rows in that order, without those in the trash */
export function readExportRows(db: Database.Database, itemIds: readonly string[]): readonly ExportRow[] {
  return prepared(db, EXPORT_ROWS).all(JSON.stringify(itemIds)) as ExportRow[];
}

/** @returns names of tags by record */
export function readExportTags(db: Database.Database): ReadonlyMap<string, readonly string[]> {
  const sql = `SELECT item_id AS itemId, name AS value FROM item_tag JOIN tag ON tag.id = tag_id ORDER BY item_tag.id`;
  return grouped(prepared(db, sql).all() as readonly Valued<string>[]);
}

/** @returns paths of collections by id, from the outermost name on, and ids of collections by record */
export function readExportCollections(db: Database.Database): {
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly of: ReadonlyMap<string, readonly string[]>;
} {
  const rows = prepared(
    db,
    'SELECT id, parent_id AS parentId, name FROM collection ORDER BY position, id',
  ).all() as readonly {
    readonly id: string;
    readonly parentId: string | null;
    readonly name: string;
  }[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (id: string | null, depth = 0): readonly string[] => {
    const row = id === null || depth > 50 ? undefined : byId.get(id);
    return row === undefined ? [] : [...pathOf(row.parentId, depth + 1), row.name];
  };
  const members = prepared(
    db,
    'SELECT item_id AS itemId, collection_id AS value FROM collection_item ORDER BY id',
  ).all() as readonly Valued<string>[];
  return { paths: new Map(rows.map(({ id }) => [id, pathOf(id)])), of: grouped(members) };
}

/** A note as it is exported. */
export interface ExportNote {
  readonly body: string;
  readonly format: string;
}

/** @returns notes outside the trash by record; those of no record under '' */
export function readExportNotes(db: Database.Database): ReadonlyMap<string, readonly ExportNote[]> {
  const sql = `SELECT coalesce(item_id, '') AS itemId, body, format FROM note WHERE trashed_at IS NULL ORDER BY id`;
  const rows = prepared(db, sql).all() as readonly (ExportNote & { readonly itemId: string })[];
  return grouped(rows.map(({ itemId, body, format }) => ({ itemId, value: { body, format } })));
}

/** A file as it is exported. */
export interface ExportFile {
  readonly attachmentId: string;
  readonly fileId: string;
  readonly title: string;
  readonly name: string;
  readonly mediaType: string;
  readonly linkedPath: string | null;
}

/** @returns files outside the trash by record, the main document first: who reads them takes the first for the paper */
export function readExportFiles(db: Database.Database): ReadonlyMap<string, readonly ExportFile[]> {
  const sql = `SELECT attachment.item_id AS itemId, attachment.id AS attachmentId, file.id AS fileId, attachment.title,
      file.original_name AS name, file.media_type AS mediaType, file.linked_path AS linkedPath
    FROM attachment JOIN file ON file.id = attachment.file_id WHERE attachment.trashed_at IS NULL 
    ORDER BY attachment.is_main DESC, attachment.id`;
  const rows = prepared(db, sql).all() as readonly (ExportFile & { readonly itemId: string })[];
  return grouped(rows.map(({ itemId, ...value }) => ({ itemId, value })));
}

/** @returns ids of related records by record, each pair once */
export function readExportRelations(db: Database.Database): ReadonlyMap<string, readonly string[]> {
  const sql = `SELECT from_id AS itemId, to_id AS value FROM link
    WHERE from_kind = 'item' AND to_kind = 'item' AND relation = 'related' ORDER BY id`;
  return grouped(prepared(db, sql).all() as readonly Valued<string>[]);
}

interface Valued<T> {
  readonly itemId: string;
  readonly value: T;
}

function grouped<T>(rows: readonly Valued<T>[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const { itemId, value } of rows) {
    const group = groups.get(itemId);
    if (group === undefined) groups.set(itemId, [value]);
    else group.push(value);
  }
  return groups;
}
