import type Database from 'better-sqlite3';
import { searchable } from '@shared/domain/search/text';
import { prepared } from '../query';

/** A stored file whose text has to be read (again, or on from some page). */
export interface PendingDocument {
  readonly fileId: string;
  /** Pages already in the index. */
  readonly pagesDone: number;
  readonly attempts: number;
}

/** A document that kills its reader is tried this often. */
const MAX_ATTEMPTS = 3;

const PENDING = `
  FROM (SELECT DISTINCT a.file_id FROM attachment a JOIN file f ON f.id = a.file_id
        WHERE f.media_type = 'application/pdf' AND a.trashed_at IS NULL) wanted
  LEFT JOIN fulltext.document d ON d.file_id = wanted.file_id`;
const IS_PENDING = `(d.file_id IS NULL OR (d.state = 'reading' AND d.attempts < ${String(MAX_ATTEMPTS)}))`;

/**
 * The next file without its text in the index.
 * @param db connection with the index attached
 */
export function nextPending(db: Database.Database): PendingDocument | null {
  const row = prepared(
    db,
    `SELECT wanted.file_id AS fileId, coalesce(d.pages_done, 0) AS pagesDone, coalesce(d.attempts, 0) AS attempts
     ${PENDING} WHERE ${IS_PENDING} ORDER BY d.file_id IS NULL, wanted.file_id LIMIT 1`,
  ).get() as PendingDocument | undefined;
  return row ?? null;
}

/** How far the text index is. */
export interface IndexCounts {
  /** Documents dealt with: indexed, without text, or failed for good. */
  readonly done: number;
  readonly total: number;
  readonly withoutText: number;
  readonly failed: number;
}

/** @param db connection with the index attached */
export function indexCounts(db: Database.Database): IndexCounts {
  return prepared(
    db,
    `SELECT count(*) AS total, coalesce(sum(NOT ${IS_PENDING}), 0) AS done,
       coalesce(sum(d.state IS 'no-text-layer'), 0) AS withoutText,
       coalesce(sum(d.state IS 'failed' OR (d.state IS 'reading' AND NOT ${IS_PENDING})), 0) AS failed
     ${PENDING}`,
  ).get() as IndexCounts;
}

/**
 * Notes that a document is being read, so that one that kills the process is not tried for ever.
 * @param db connection with the index attached
 * @param fileId stored file
 * @param now ISO time
 */
export function beginDocument(db: Database.Database, fileId: string, now: string): void {
  prepared(
    db,
    `INSERT INTO fulltext.document (file_id, state, attempts, indexed_at) VALUES (?, 'reading', 1, ?)
     ON CONFLICT (file_id) DO UPDATE SET state = 'reading', attempts = attempts + 1, indexed_at = excluded.indexed_at`,
  ).run(fileId, now);
}

/**
 * Takes an attempt back that was cut short by closing or pausing, not by the document.
 * @param db connection with the index attached
 * @param fileId stored file
 */
export function releaseDocument(db: Database.Database, fileId: string): void {
  prepared(db, 'UPDATE fulltext.document SET attempts = max(attempts - 1, 0) WHERE file_id = ?').run(fileId);
}

/**
 * Adds a batch of pages and how far the document is, in one transaction: after a crash it goes on behind them.
 * @param db connection with the index attached
 * @param fileId stored file
 * @param pages consecutive pages
 */
export function storePages(
  db: Database.Database,
  fileId: string,
  pages: readonly { readonly pageIndex: number; readonly label: string | null; readonly text: string }[],
): void {
  db.transaction(() => {
    const clear = prepared(db, 'DELETE FROM fulltext.page WHERE file_id = ? AND page_index = ?');
    const insert = prepared(
      db,
      'INSERT INTO fulltext.page (file_id, page_index, label, text) VALUES (?, ?, ?, ?)',
    );
    let next = 0;
    for (const page of pages) {
      clear.run(fileId, page.pageIndex);
      insert.run(fileId, page.pageIndex, page.label, searchable(page.text));
      next = Math.max(next, page.pageIndex + 1);
    }
    prepared(db, 'UPDATE fulltext.document SET pages_done = max(pages_done, ?) WHERE file_id = ?').run(
      next,
      fileId,
    );
  })();
}

/** Pages of the database file one merge step may write: some milliseconds. */
const MERGE_PAGES = 48;

/**
 * One small step of merging the segments of the page index, so that searches stay fast and no single write is slow.
 * @param db connection with the index attached
 * @returns whether there was something to merge
 */
export function mergePages(db: Database.Database): boolean {
  const changes = (): number =>
    (prepared(db, 'SELECT total_changes() AS changes').get() as { changes: number }).changes;
  const before = changes();
  prepared(
    db,
    `INSERT INTO fulltext.page_fts(page_fts, rank) VALUES ('merge', ${String(MERGE_PAGES)})`,
  ).run();
  // SQLite's documented test: a merge that changed less than two rows did nothing.
  return changes() - before >= 2;
}

/** How reading a document ended. */
export interface DocumentOutcome {
  readonly state: 'indexed' | 'no-text-layer' | 'failed';
  readonly pageCount: number | null;
  readonly fingerprint: string | null;
  readonly error: string | null;
  readonly repaired: string | null;
}

/**
 * Notes how a document ended, also beside its attachments (state of derived text: not part of the command log).
 * @param db connection with the index attached
 * @param fileId stored file
 * @param outcome result
 * @param now ISO time
 * @returns ids of the attachments it belongs to
 */
export function finishDocument(
  db: Database.Database,
  fileId: string,
  outcome: DocumentOutcome,
  now: string,
): readonly string[] {
  const { state, pageCount, fingerprint, error, repaired } = outcome;
  return db.transaction(() => {
    prepared(
      db,
      `UPDATE fulltext.document SET state = ?, page_count = ?, error = ?, repaired = ?, indexed_at = ? WHERE file_id = ?`,
    ).run(state, pageCount, error, repaired, now, fileId);
    prepared(
      db,
      `UPDATE attachment SET text_status = ?, text_error = ?, page_count = coalesce(?, page_count),
         fingerprint = coalesce(fingerprint, ?) WHERE file_id = ?`,
    ).run(state, error, pageCount, fingerprint, fileId);
    const rows = prepared(db, 'SELECT id FROM attachment WHERE file_id = ?').all(fileId) as { id: string }[];
    return rows.map(({ id }) => id);
  })();
}

/**
 * Forgets one document's text, so that it is read again.
 * @param db connection with the index attached
 * @param fileId stored file
 */
export function forgetDocument(db: Database.Database, fileId: string): void {
  db.transaction(() => {
    prepared(db, 'DELETE FROM fulltext.page WHERE file_id = ?').run(fileId);
    prepared(db, 'DELETE FROM fulltext.document WHERE file_id = ?').run(fileId);
  })();
}

/**
 * Drops the text of files that no attachment uses any more.
 * @param db connection with the index attached
 * @returns number of documents dropped
 */
export function dropOrphans(db: Database.Database): number {
  const orphans = prepared(
    db,
    'SELECT d.file_id AS fileId FROM fulltext.document d WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.file_id = d.file_id)',
  ).all() as { fileId: string }[];
  for (const { fileId } of orphans) forgetDocument(db, fileId);
  return orphans.length;
}

/** How reading one stored document went, with the paper it belongs to. */
export interface DocumentRow {
  readonly fileId: string;
  readonly attachmentId: string;
  readonly itemId: string;
  readonly title: string;
  readonly fileName: string;
  readonly state: 'queued' | 'reading' | 'indexed' | 'no-text-layer' | 'failed';
  readonly error: string | null;
  readonly repaired: string | null;
  readonly pagesDone: number;
  readonly pageCount: number | null;
}

const DOCUMENT_STATE = `CASE WHEN d.state = 'reading' AND d.attempts >= ${String(MAX_ATTEMPTS)} THEN 'failed'
  ELSE coalesce(d.state, 'queued') END`;
const DOCUMENTS = `FROM (SELECT min(a.id) AS attachmentId, a.file_id FROM attachment a JOIN file f ON f.id = a.file_id
    WHERE f.media_type = 'application/pdf' AND a.trashed_at IS NULL GROUP BY a.file_id) wanted
  JOIN attachment a ON a.id = wanted.attachmentId
  JOIN item i ON i.id = a.item_id
  LEFT JOIN fulltext.document d ON d.file_id = wanted.file_id`;

/**
 * Documents and how reading them went, those with trouble first.
 * @param db connection with the index attached
 * @param page which states (all when empty), from where, how many
 */
export function documentRows(
  db: Database.Database,
  page: { readonly states: readonly DocumentRow['state'][]; readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly DocumentRow[] } {
  const marks = page.states.map(() => '?').join(', ');
  const wanted = page.states.length === 0 ? '' : `WHERE ${DOCUMENT_STATE} IN (${marks})`;
  const { total } = prepared(db, `SELECT count(*) AS total ${DOCUMENTS} ${wanted}`).get(...page.states) as {
    total: number;
  };
  const rows = prepared(
    db,
    `SELECT wanted.file_id AS fileId, a.id AS attachmentId, i.id AS itemId, i.title, a.title AS fileName,
       ${DOCUMENT_STATE} AS state,
       CASE WHEN d.state = 'reading' AND d.attempts >= ${String(MAX_ATTEMPTS)} THEN 'pdf.crashed' ELSE d.error END AS error,
       d.repaired, coalesce(d.pages_done, 0) AS pagesDone, coalesce(d.page_count, a.page_count) AS pageCount
     ${DOCUMENTS} ${wanted}
     ORDER BY CASE ${DOCUMENT_STATE} WHEN 'failed' THEN 0 WHEN 'no-text-layer' THEN 1 WHEN 'reading' THEN 2 WHEN 'queued' THEN 3 ELSE 4 END,
       i.sort_title, wanted.file_id
     LIMIT ? OFFSET ?`,
  ).all(...page.states, page.limit, page.offset) as DocumentRow[];
  return { total, rows };
}
