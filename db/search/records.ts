import type Database from 'better-sqlite3';
import { searchable } from '@shared/domain/search/text';
import type { Change } from '../change-set';
import { prepared } from '../query';
import { itemText, plainText } from './record-text';
import { writeState } from './schema';

/** What the index holds beside pages. */
export type RecordKind = 'item' | 'note' | 'annotation' | 'journal' | 'report';

/** A row of the library whose text in the index may be out of date. */
export interface RecordKey {
  readonly kind: RecordKind;
  readonly id: string;
}

interface RecordRow {
  readonly item_id: string | null;
  readonly attachment_id: string | null;
  readonly page_index: number | null;
  readonly page_label: string | null;
  readonly title: string;
  readonly creator: string;
  readonly container: string;
  readonly abstract: string;
  readonly tag: string;
  readonly body: string;
}

const EMPTY: RecordRow = {
  item_id: null,
  attachment_id: null,
  page_index: null,
  page_label: null,
  title: '',
  creator: '',
  container: '',
  abstract: '',
  tag: '',
  body: '',
};

const get = <Row>(db: Database.Database, sql: string, id: string): Row | undefined =>
  // The row type belongs to the SQL beside each call.
  prepared(db, sql).get(id) as Row | undefined;

const all = <Row>(db: Database.Database, sql: string, id: string): Row[] => prepared(db, sql).all(id) as Row[];

/** Reads the present text of a record; null when it is gone or in the trash. */
function readRecord(db: Database.Database, { kind, id }: RecordKey): RecordRow | null {
  switch (kind) {
    case 'item': {
      const row = get<{ csl: string; citation_key: string | null }>(
        db,
        'SELECT csl, citation_key FROM item WHERE id = ? AND trashed_at IS NULL',
        id,
      );
      if (row === undefined) return null;
      const tags = all<{ name: string }>(
        db,
        'SELECT t.name FROM item_tag it JOIN tag t ON t.id = it.tag_id WHERE it.item_id = ?',
        id,
      );
      return { ...EMPTY, item_id: id, ...itemText(row.csl, row.citation_key), tag: tags.map((tag) => tag.name).join('\n') };
    }
    case 'note': {
      const row = get<{ item_id: string | null; body: string }>(
        db,
        'SELECT item_id, body FROM note WHERE id = ? AND trashed_at IS NULL',
        id,
      );
      return row === undefined ? null : { ...EMPTY, item_id: row.item_id, body: plainText(row.body) };
    }
    case 'annotation': {
      const row = get<{
        item_id: string;
        attachment_id: string;
        page_index: number;
        page_label: string | null;
        quote_exact: string;
        comment: string;
      }>(
        db,
        `SELECT item_id, attachment_id, page_index, page_label, quote_exact, comment
         FROM annotation WHERE id = ? AND trashed_at IS NULL`,
        id,
      );
      if (row === undefined) return null;
      const { quote_exact, comment, ...place } = row;
      return { ...EMPTY, ...place, body: [quote_exact, plainText(comment)].filter((text) => text !== '').join('\n') };
    }
    case 'journal': {
      const row = get<{ title: string; description: string; interpretation: string }>(
        db,
        'SELECT title, description, interpretation FROM journal_entry WHERE id = ? AND trashed_at IS NULL',
        id,
      );
      if (row === undefined) return null;
      return { ...EMPTY, title: row.title, body: `${plainText(row.description)}\n${plainText(row.interpretation)}`.trim() };
    }
    case 'report': {
      const row = get<{ title: string }>(db, 'SELECT title FROM report WHERE id = ? AND trashed_at IS NULL', id);
      if (row === undefined) return null;
      const sections = all<{ heading: string; body: string }>(
        db,
        'SELECT heading, body FROM report_section WHERE report_id = ? ORDER BY position',
        id,
      );
      const body = sections.map((section) => `${section.heading}\n${plainText(section.body)}`).join('\n\n');
      return { ...EMPTY, title: row.title, body };
    }
  }
}

/**
 * Brings the index entry of one record up to date: written anew, or removed when the record is gone or trashed.
 * @param db connection with the index attached
 * @param key the record
 */
function refreshRecord(db: Database.Database, key: RecordKey): void {
  prepared(db, 'DELETE FROM fulltext.record WHERE kind = ? AND ref_id = ?').run(key.kind, key.id);
  const row = readRecord(db, key);
  if (row === null) return;
  prepared(
    db,
    `INSERT INTO fulltext.record
       (kind, ref_id, kind_word, item_id, attachment_id, page_index, page_label, title, creator, container, abstract, tag, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    key.kind,
    key.id,
    `kind${key.kind}`,
    row.item_id,
    row.attachment_id,
    row.page_index,
    row.page_label,
    ...[row.title, row.creator, row.container, row.abstract, row.tag, row.body].map(searchable),
  );
}

/** Key under which the last command log entry taken in is stored. */
export const LAST_SEQUENCE = 'last-sequence';

/**
 * Refreshes some records in one transaction.
 * @param db connection with the index attached
 * @param keys records, each once
 * @param sequence stored as taken in, when these were the last of their log entries
 */
export function refreshRecords(db: Database.Database, keys: readonly RecordKey[], sequence: number | null): void {
  db.transaction(() => {
    for (const key of keys) refreshRecord(db, key);
    if (sequence !== null) writeState(db, LAST_SEQUENCE, String(sequence));
  })();
}

/**
 * Which records a log entry touches.
 * @param db connection (a renamed tag touches the items that carry it)
 * @param changes row images of the entry
 */
export function recordsOf(db: Database.Database, changes: readonly Change[]): readonly RecordKey[] {
  const keys: RecordKey[] = [];
  const owner = (change: Change, column: string): string | null => {
    const id = (change.after ?? change.before)?.[column] ?? change.before?.[column];
    return typeof id === 'string' ? id : null;
  };
  for (const change of changes) {
    switch (change.table) {
      case 'item':
      case 'note':
      case 'annotation':
      case 'report':
        keys.push({ kind: change.table, id: change.id });
        break;
      case 'journal_entry':
        keys.push({ kind: 'journal', id: change.id });
        break;
      case 'item_tag': {
        const id = owner(change, 'item_id');
        if (id !== null) keys.push({ kind: 'item', id });
        break;
      }
      case 'tag':
        for (const row of all<{ item_id: string }>(db, 'SELECT item_id FROM item_tag WHERE tag_id = ?', change.id)) {
          keys.push({ kind: 'item', id: row.item_id });
        }
        break;
      case 'report_section': {
        // An update logs the changed columns only, so the report is looked up.
        const known = owner(change, 'report_id');
        const row = get<{ report_id: string }>(db, 'SELECT report_id FROM report_section WHERE id = ?', change.id);
        const id = known ?? row?.report_id;
        if (id !== undefined) keys.push({ kind: 'report', id });
        break;
      }
      default:
    }
  }
  return keys;
}

const SOURCES: readonly { readonly kind: RecordKind; readonly table: string }[] = [
  { kind: 'item', table: 'item' },
  { kind: 'note', table: 'note' },
  { kind: 'annotation', table: 'annotation' },
  { kind: 'journal', table: 'journal_entry' },
  { kind: 'report', table: 'report' },
];

/**
 * Every record of the library that belongs into the index: what a rebuild works through.
 * @param db connection
 */
export function allRecords(db: Database.Database): readonly RecordKey[] {
  return SOURCES.flatMap(({ kind, table }) => {
    const rows = prepared(db, `SELECT id FROM ${table} WHERE trashed_at IS NULL`).all() as { id: string }[];
    return rows.map(({ id }) => ({ kind, id }));
  });
}
