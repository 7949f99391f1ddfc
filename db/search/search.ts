import type Database from 'better-sqlite3';
import { prepared } from '../query';
import { inTexts, type SearchPlan, type SqlPart } from './match';
import type { RecordKind } from './records';

/** Marks around a found word in a snippet, as control characters that no text holds. */
const OPEN = '\u0002';
const CLOSE = '\u0003';

/** A piece of a snippet. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** One text that satisfies the query. */
export interface SearchHit {
  readonly kind: RecordKind | 'page';
  /** Id of the item, note, annotation, entry or report; for a page, of its attachment. */
  readonly refId: string;
  readonly itemId: string | null;
  readonly attachmentId: string | null;
  /** The inquiry of a journal entry; null for everything else. */
  readonly projectId: string | null;
  readonly pageIndex: number | null;
  readonly pageLabel: string | null;
  /** Title of the item (or entry, report) it belongs to. */
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
  readonly snippet: readonly SnippetPart[];
}

/** @param marked snippet with marks around found words */
export function snippetParts(marked: string): readonly SnippetPart[] {
  const parts: SnippetPart[] = [];
  for (const [index, piece] of marked.replace(/\s+/g, ' ').split(OPEN).entries()) {
    const end = index === 0 ? -1 : piece.indexOf(CLOSE);
    if (end > 0) parts.push({ text: piece.slice(0, end), isHit: true });
    if (end + 1 < piece.length) parts.push({ text: piece.slice(end + 1), isHit: false });
  }
  return parts;
}

const snippet = (table: string, column: number, tokens: number): string =>
  `snippet(${table}, ${String(column)}, char(2), char(3), '…', ${String(tokens)})`;

/** The snippet of the first column that has a found word. */
function marked(kind: RecordKind): string {
  const [first = 6, ...rest] = SNIPPET_COLUMNS[kind];
  const snippets = [first, ...rest].map((column) => snippet('record_fts', column, 24));
  const cases = snippets.map((each) => `WHEN instr(${each}, char(2)) > 0 THEN ${each}`);
  return snippets.length === 1 ? (snippets[0] ?? "''") : `CASE ${cases.join(' ')} ELSE '' END`;
}

interface RecordHitRow {
  readonly refId: string;
  readonly itemId: string | null;
  readonly attachmentId: string | null;
  readonly projectId: string | null;
  readonly pageIndex: number | null;
  readonly pageLabel: string | null;
  readonly recordTitle: string;
  readonly itemTitle: string | null;
  readonly authors: string | null;
  readonly year: number | null;
  readonly marked: string;
}

/** Columns of record_fts a snippet is taken from, best first; an item's title is shown anyway. */
const SNIPPET_COLUMNS: Readonly<Record<RecordKind, readonly number[]>> = {
  item: [4, 6, 5, 3, 2],
  note: [6],
  annotation: [6, 5],
  journal: [6, 1],
  report: [6, 1],
  reading: [6],
};

/**
 * SQL of the search over records of one kind, best first.
 * @param kind which records
 * @param filter condition on item `i`
 */
export function recordSearchSql(kind: RecordKind, filter: SqlPart | null): string {
  const hasItem = kind === 'item' || kind === 'annotation' || kind === 'reading' || filter !== null;
  const project = kind === 'journal' ? '(SELECT project_id FROM journal_entry WHERE id = r.ref_id)' : 'NULL';
  return `SELECT r.ref_id AS refId, r.item_id AS itemId, r.attachment_id AS attachmentId, ${project} AS projectId, r.page_index AS pageIndex,
      r.page_label AS pageLabel, r.title AS recordTitle, i.title AS itemTitle, i.authors, i.year,
      ${marked(kind)} AS marked
    FROM fulltext.record_fts
    JOIN fulltext.record r ON r.id = record_fts.rowid
    ${hasItem ? 'JOIN' : 'LEFT JOIN'} item i ON i.id = r.item_id
    WHERE record_fts MATCH ? ${kind === 'item' ? `AND r.kind = 'item'` : ''} AND (r.item_id IS NULL OR i.trashed_at IS NULL) ${filter === null ? '' : `AND ${filter.sql}`}
    ORDER BY record_fts.rank LIMIT ?`;
}

function searchRecords(
  db: Database.Database,
  kind: RecordKind,
  plan: SearchPlan,
  limit: number,
): SearchHit[] {
  // Most records are items: for the few others the kind is part of the match.
  const texts = inTexts(plan.match ?? '');
  const match = kind === 'item' ? texts : `(${texts}) AND kind_word : kind${kind}`;
  const rows = prepared(db, recordSearchSql(kind, plan.filter)).all(
    match,
    ...(plan.filter?.parameters ?? []),
    limit,
  ) as RecordHitRow[];
  return rows.map(({ marked, recordTitle, itemTitle, authors, ...row }) => ({
    ...row,
    kind,
    title: itemTitle ?? recordTitle,
    authors: authors ?? '',
    snippet: snippetParts(marked),
  }));
}

interface PageHitRow {
  readonly fileId: string;
  readonly pageIndex: number;
  readonly pageLabel: string | null;
  readonly marked: string;
}

/**
 * SQL of the search over pages, best first.
 * @param filter condition on item `i`
 */
export function pageSearchSql(filter: SqlPart | null): string {
  const within =
    filter === null
      ? ''
      : `AND p.file_id IN (SELECT a.file_id FROM attachment a JOIN item i ON i.id = a.item_id WHERE ${filter.sql})`;
  return `SELECT p.file_id AS fileId, p.page_index AS pageIndex, p.label AS pageLabel, ${snippet('page_fts', 0, 28)} AS marked
    FROM fulltext.page_fts JOIN fulltext.page p ON p.id = page_fts.rowid
    WHERE page_fts MATCH ? ${within} ORDER BY page_fts.rank LIMIT ?`;
}

const OWNERS = `SELECT a.id AS attachmentId, i.id AS itemId, i.title, i.authors, i.year
  FROM attachment a JOIN item i ON i.id = a.item_id
  WHERE a.file_id = ? AND a.trashed_at IS NULL AND i.trashed_at IS NULL ORDER BY a.created_at LIMIT 1`;

interface OwnerRow {
  readonly attachmentId: string;
  readonly itemId: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
}

/** Pages shown of one document; more of a long book would push all others out. */
const PAGES_PER_DOCUMENT = 3;

function searchPages(db: Database.Database, plan: SearchPlan, limit: number): SearchHit[] {
  const rows = prepared(db, pageSearchSql(plan.filter)).all(
    plan.match ?? '',
    ...(plan.filter?.parameters ?? []),
    limit * PAGES_PER_DOCUMENT,
  ) as PageHitRow[];
  const owners = new Map<string, { readonly owner: OwnerRow | null; shown: number }>();
  const hits: SearchHit[] = [];
  for (const { fileId, marked, ...row } of rows) {
    let known = owners.get(fileId);
    if (known === undefined) {
      known = { owner: (prepared(db, OWNERS).get(fileId) as OwnerRow | undefined) ?? null, shown: 0 };
      owners.set(fileId, known);
    }
    if (known.owner === null || known.shown >= PAGES_PER_DOCUMENT) continue;
    known.shown += 1;
    hits.push({
      ...row,
      ...known.owner,
      projectId: null,
      kind: 'page',
      refId: known.owner.attachmentId,
      snippet: snippetParts(marked),
    });
    if (hits.length === limit) break;
  }
  return hits;
}

function selectItems(db: Database.Database, filter: SqlPart, limit: number): SearchHit[] {
  const rows = prepared(
    db,
    `SELECT i.id AS itemId, i.title, i.authors, i.year FROM item i
     WHERE i.trashed_at IS NULL AND ${filter.sql} ORDER BY i.sort_title, i.id LIMIT ?`,
  ).all(...filter.parameters, limit) as {
    itemId: string;
    title: string;
    authors: string;
    year: number | null;
  }[];
  return rows.map((row) => ({
    ...row,
    kind: 'item',
    refId: row.itemId,
    attachmentId: null,
    projectId: null,
    pageIndex: null,
    pageLabel: null,
    snippet: [],
  }));
}

/** Order of the groups in the result. */
export const hitKinds = ['item', 'annotation', 'note', 'reading', 'page', 'journal', 'report'] as const;

/**
 * Runs a planned search over one kind of text.
 * @param db connection with the index attached
 * @param kind which texts
 * @param plan from planSearch
 * @param limit largest number of hits
 */
export function searchKind(
  db: Database.Database,
  kind: (typeof hitKinds)[number],
  plan: SearchPlan,
  limit: number,
): readonly SearchHit[] {
  if (plan.kinds !== null && !plan.kinds.has(kind)) return [];
  if (kind === 'item' && plan.selectsItems && plan.filter !== null)
    return selectItems(db, plan.filter, limit);
  if (plan.match === null) return [];
  return kind === 'page' ? searchPages(db, plan, limit) : searchRecords(db, kind, plan, limit);
}

/**
 * Ids of all items that satisfy a query in any of their texts: what a list is filtered by.
 * @param db connection with the index attached
 * @param condition from itemCondition
 * @param limit largest number of ids
 */
export function matchingItemIds(db: Database.Database, condition: SqlPart, limit: number): readonly string[] {
  const rows = prepared(
    db,
    `SELECT i.id FROM item i WHERE i.trashed_at IS NULL AND ${condition.sql} LIMIT ?`,
  ).all(...condition.parameters, limit) as { id: string }[];
  return rows.map(({ id }) => id);
}
