import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { PASSED_OVER } from '@shared/domain/import';
import { INFORMING_REMARKS } from '@shared/domain/pdf-metadata/remark';
import { all, first, prepared, query } from '../query';

/** Which lines of a report are asked for; `attention` are failed ones and imported ones whose remark asks for a look. */
export type ReportFilter = 'all' | 'imported' | 'duplicate' | 'attention';

export type ReportCounts = Readonly<Record<ReportFilter, number>>;

/** One line of an import report. */
export interface ReportLine {
  readonly position: number;
  readonly source: string;
  readonly line: number | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly details: string;
  readonly itemId: string | null;
  readonly title: string;
  readonly raw: string | null;
}

const INFORMING = INFORMING_REMARKS.map((code) => `'${code}'`).join(', ');

const CALM = [...PASSED_OVER, 'import.left-out'].map((code) => `'${code}'`).join(', ');

const CONDITIONS: Readonly<Record<ReportFilter, string>> = {
  all: '1',
  imported: `outcome = 'imported'`,
  duplicate: `outcome = 'duplicate'`,
  attention: `(outcome = 'failed' OR (outcome = 'skipped' AND coalesce(code, '') NOT IN (${CALM})) OR (outcome = 'imported' AND code IS NOT NULL AND code NOT IN (${INFORMING})))`,
};

/** @param jobId import job @returns number of lines per filter */
export function countReport(db: Database.Database, jobId: string): ReportCounts {
  const columns = Object.entries(CONDITIONS).map(
    ([name, condition]) => `coalesce(sum(${condition}), 0) AS "${name}"`,
  );
  const sql = `SELECT ${columns.join(', ')} FROM job_record WHERE job_id = ?`;
  return prepared(db, sql).get(jobId) as ReportCounts;
}

/** A page of the report in the order of the import. */
export function listReport(
  db: Database.Database,
  input: {
    readonly jobId: string;
    readonly show: ReportFilter;
    readonly offset: number;
    readonly limit: number;
  },
): ReportLine[] {
  const sql = `
    SELECT position, source, line, outcome, code, details, item_id AS itemId, title, raw
    FROM job_record WHERE job_id = ? AND ${CONDITIONS[input.show]} ORDER BY position LIMIT ? OFFSET ?`;
  return prepared(db, sql).all(input.jobId, input.limit, input.offset) as ReportLine[];
}

/** An import job with what it was asked to read. */
export interface ImportJobRow {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly errorCode: string | null;
  readonly payload: string;
  readonly createdAt: string;
}

/** Jobs of a kind, newest first. */
export function listImportJobs(db: Database.Database, kind: string, limit: number): ImportJobRow[] {
  return all(
    db,
    query
      .selectFrom('job')
      .select([
        'id',
        'state',
        'done',
        'total',
        'error_code as errorCode',
        'payload',
        'created_at as createdAt',
      ])
      .where('kind', '=', kind)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit),
  );
}

/** A record whose fields were found by the app and wait for a person's word. */
export interface UnapprovedRow {
  readonly id: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
}

/** As the index `item_to_approve` says it, to the letter; the plus keeps SQLite from an index over the trash. */
const UNAPPROVED = sql<boolean>`instr(provenance, '"approved":false') > 0 AND +trashed_at IS NULL`;

/** Records with fields nobody has approved, newest first. */
export function unapprovedQuery(offset: number, limit: number) {
  return query
    .selectFrom('item')
    .select(['id', 'title', 'authors', 'year'])
    .where(UNAPPROVED)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit);
}

/** @returns a page of `unapprovedQuery` */
export function listUnapproved(db: Database.Database, offset: number, limit: number): UnapprovedRow[] {
  return all(db, unapprovedQuery(offset, limit));
}

/** @returns number of records with fields nobody has approved */
export function countUnapproved(db: Database.Database): number {
  const row = first(
    db,
    query
      .selectFrom('item')
      .select((expression) => expression.fn.countAll<number>().as('count'))
      .where(UNAPPROVED),
  );
  return row?.count ?? 0;
}

/** A record with its found fields and its first paper. */
export interface FoundFieldsRow {
  readonly id: string;
  readonly csl: string;
  readonly provenance: string;
  readonly attachmentId: string | null;
}

/** @param itemId record, also one in the trash */
export function findFoundFields(db: Database.Database, itemId: string): FoundFieldsRow | undefined {
  return first(
    db,
    query
      .selectFrom('item')
      .leftJoin('attachment', (join) =>
        join.onRef('attachment.item_id', '=', 'item.id').on('attachment.trashed_at', 'is', null),
      )
      .select(['item.id', 'item.csl', 'item.provenance', 'attachment.id as attachmentId'])
      .where('item.id', '=', itemId)
      .orderBy('attachment.created_at')
      .limit(1),
  );
}
