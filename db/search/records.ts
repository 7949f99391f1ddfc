import type Database from 'better-sqlite3';
import { searchable } from '@shared/domain/search/text';
import type { Change } from '../change-set';
import { all, first, prepared, query } from '../query';
import { htmlText, itemText, plainText, valueTexts } from './record-text';
import { writeState } from './schema';

/** What the index holds beside pages. */
export type RecordKind = 'item' | 'note' | 'annotation' | 'journal' | 'report' | 'reading';

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

/** Turns the `education` column, which holds codes, into words of every language; codes and labels are content, not database. */
export type EducationWords = (json: string) => string;

/** Reads the present text of a record; null when it is gone or in the trash. */
function readRecord(
  db: Database.Database,
  { kind, id }: RecordKey,
  educationWords: EducationWords,
): RecordRow | null {
  switch (kind) {
    case 'item': {
      const select = query
        .selectFrom('item')
        .select(['csl', 'citation_key', 'education'])
        .where('id', '=', id);
      const row = first(db, select.where('trashed_at', 'is', null));
      if (row === undefined) return null;
      const tags = query
        .selectFrom('item_tag')
        .innerJoin('tag', 'tag.id', 'item_tag.tag_id')
        .select('tag.name')
        .where('item_tag.item_id', '=', id);
      const tag = all(db, tags)
        .map(({ name }) => name)
        .join('\n');
      const text = itemText(row.csl, row.citation_key);
      const body = [text.body, educationWords(row.education)].filter((part) => part !== '').join('\n');
      return { ...EMPTY, item_id: id, ...text, body, tag };
    }
    case 'note': {
      const select = query.selectFrom('note').select(['item_id', 'body', 'format']).where('id', '=', id);
      const row = first(db, select.where('trashed_at', 'is', null));
      if (row === undefined) return null;
      const body = row.format === 'html' ? htmlText(row.body) : plainText(row.body);
      return { ...EMPTY, item_id: row.item_id, body };
    }
    case 'annotation': {
      const select = query
        .selectFrom('annotation')
        .select(['item_id', 'attachment_id', 'page_index', 'page_label', 'quote_exact', 'comment', 'tags'])
        .where('id', '=', id);
      const row = first(db, select.where('trashed_at', 'is', null));
      if (row === undefined) return null;
      const { quote_exact, comment, tags, ...place } = row;
      const body = [quote_exact, plainText(comment)].filter((text) => text !== '').join('\n');
      return { ...EMPTY, ...place, tag: valueTexts(tags), body };
    }
    case 'journal': {
      const select = query
        .selectFrom('journal_entry')
        .select(['title', 'description', 'interpretation'])
        .where('id', '=', id);
      const row = first(db, select.where('trashed_at', 'is', null));
      if (row === undefined) return null;
      const body = `${plainText(row.description)}\n${plainText(row.interpretation)}`.trim();
      return { ...EMPTY, title: row.title, body };
    }
    case 'report': {
      const select = query.selectFrom('report').select('title').where('id', '=', id);
      const row = first(db, select.where('trashed_at', 'is', null));
      if (row === undefined) return null;
      const sections = query
        .selectFrom('report_section')
        .select(['heading', 'body'])
        .where('report_id', '=', id)
        .orderBy('position');
      const body = all(db, sections)
        .map((section) => `${section.heading}\n${plainText(section.body)}`)
        .join('\n\n');
      return { ...EMPTY, title: row.title, body };
    }
    case 'reading': {
      const select = query
        .selectFrom('reading_log_entry')
        .select(['item_id', 'purpose', 'key_idea', 'question', 'used_for'])
        .where('id', '=', id);
      const row = first(db, select);
      if (row === undefined) return null;
      const texts = [row.key_idea, row.question, row.purpose, row.used_for];
      return { ...EMPTY, item_id: row.item_id, body: texts.filter((text) => text !== '').join('\n') };
    }
  }
}

/**
 * Brings the index entry of one record up to date: written anew, or removed when the record is gone or trashed.
 * @param db connection with the index attached
 * @param key the record @param educationWords see {@link EducationWords}
 */
function refreshRecord(db: Database.Database, key: RecordKey, educationWords: EducationWords): void {
  prepared(db, 'DELETE FROM fulltext.record WHERE kind = ? AND ref_id = ?').run(key.kind, key.id);
  const row = readRecord(db, key, educationWords);
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
 * @param educationWords see {@link EducationWords}
 */
export function refreshRecords(
  db: Database.Database,
  keys: readonly RecordKey[],
  sequence: number | null,
  educationWords: EducationWords,
): void {
  db.transaction(() => {
    for (const key of keys) refreshRecord(db, key, educationWords);
    if (sequence !== null) writeState(db, LAST_SEQUENCE, String(sequence));
  })();
}

/** Columns of an item that its entry in the index is made of. */
const TEXT_COLUMNS = ['csl', 'citation_key', 'education', 'trashed_at'];

/** A state or a rating of thousands of items changes no text. */
function changesText({ before, after }: Change): boolean {
  if (before === null || after === null) return true;
  return TEXT_COLUMNS.some((column) => column in after);
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
        if (changesText(change)) keys.push({ kind: 'item', id: change.id });
        break;
      case 'note':
      case 'annotation':
      case 'report':
        keys.push({ kind: change.table, id: change.id });
        break;
      case 'journal_entry':
        keys.push({ kind: 'journal', id: change.id });
        break;
      case 'reading_log_entry':
        keys.push({ kind: 'reading', id: change.id });
        break;
      case 'item_tag': {
        const id = owner(change, 'item_id');
        if (id !== null) keys.push({ kind: 'item', id });
        break;
      }
      case 'tag':
        for (const row of all(
          db,
          query.selectFrom('item_tag').select('item_id').where('tag_id', '=', change.id),
        )) {
          keys.push({ kind: 'item', id: row.item_id });
        }
        break;
      case 'report_section': {
        // An update logs the changed columns only, so the report is looked up.
        const known = owner(change, 'report_id');
        const select = query.selectFrom('report_section').select('report_id').where('id', '=', change.id);
        const row = known === null ? first(db, select) : undefined;
        const id = known ?? row?.report_id;
        if (id !== undefined) keys.push({ kind: 'report', id });
        break;
      }
      default:
    }
  }
  return keys;
}

const SOURCES: readonly { readonly kind: RecordKind; readonly select: string }[] = [
  { kind: 'item', select: 'SELECT id FROM item WHERE trashed_at IS NULL' },
  { kind: 'note', select: 'SELECT id FROM note WHERE trashed_at IS NULL' },
  { kind: 'annotation', select: 'SELECT id FROM annotation WHERE trashed_at IS NULL' },
  { kind: 'journal', select: 'SELECT id FROM journal_entry WHERE trashed_at IS NULL' },
  { kind: 'report', select: 'SELECT id FROM report WHERE trashed_at IS NULL' },
  { kind: 'reading', select: 'SELECT id FROM reading_log_entry' },
];

/**
 * Every record of the library that belongs into the index: what a rebuild works through.
 * @param db connection
 */
export function allRecords(db: Database.Database): readonly RecordKey[] {
  return SOURCES.flatMap(({ kind, select }) => {
    const rows = prepared(db, select).all() as { id: string }[];
    return rows.map(({ id }) => ({ kind, id }));
  });
}
