import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { fail, ok, type Result } from '@shared/lib/result';

/** Absolute paths of what is to be looked through. */
export interface IntegrityRequest {
  readonly database: string;
  readonly fulltext: string;
  readonly files: string;
}

const missingFile = z.object({
  attachmentId: z.string(),
  itemId: z.string(),
  fileId: z.string(),
  title: z.string(),
  linkedPath: z.string().nullable(),
  reason: z.enum(['missing', 'changed-size']),
});
export type MissingFile = z.infer<typeof missingFile>;

const integrityAnswer = z.object({
  problems: z.array(z.string()),
  missing: z.array(missingFile),
  /** Set when the database could not even be opened. */
  unreadable: z.string().nullable(),
});
export type IntegrityAnswer = z.infer<typeof integrityAnswer>;

const MAX_PROBLEMS = 50;
const MAX_MISSING = 1_000;

/**
 * SQLite's own check of both databases, broken references, and documents that are not where they should be.
 * Reads with a connection of its own, while the library goes on.
 */
export function checkIntegrity(request: IntegrityRequest): IntegrityAnswer {
  try {
    const db = new Database(request.database, { readonly: true, timeout: 5_000 });
    try {
      return {
        problems: [...problemsOf(db), ...searchProblems(request.fulltext)].slice(0, MAX_PROBLEMS),
        missing: missingOf(db, request.files),
        unreadable: null,
      };
    } finally {
      db.close();
    }
  } catch (error) {
    return { problems: [], missing: [], unreadable: String(error) };
  }
}

function problemsOf(db: Database.Database): string[] {
  const found = db.pragma(`integrity_check(${MAX_PROBLEMS})`) as { integrity_check: string }[];
  const broken = db.pragma('foreign_key_check') as { table: string; rowid: number | null }[];
  return [
    ...found.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...broken.map((row) => `reference without its row: ${row.table} ${String(row.rowid ?? '')}`),
  ];
}

function searchProblems(path: string): string[] {
  if (!existsSync(path)) return [];
  const db = new Database(path, { readonly: true, timeout: 5_000 });
  try {
    const found = db.pragma(`integrity_check(${MAX_PROBLEMS})`) as { integrity_check: string }[];
    return found
      .map((row) => row.integrity_check)
      .filter((text) => text !== 'ok')
      .map((text) => `search index: ${text}`);
  } finally {
    db.close();
  }
}

const attachmentRow = z.object({
  attachmentId: z.string(),
  itemId: z.string(),
  fileId: z.string(),
  title: z.string(),
  linkedPath: z.string().nullable(),
  size: z.number(),
});

function missingOf(db: Database.Database, files: string): MissingFile[] {
  const rows = db
    .prepare(
      `SELECT attachment.id AS attachmentId, attachment.item_id AS itemId, attachment.file_id AS fileId, attachment.title AS title,
              file.linked_path AS linkedPath, file.size AS size
         FROM attachment JOIN file ON file.id = attachment.file_id
        WHERE attachment.trashed_at IS NULL ORDER BY attachment.title, attachment.id`,
    )
    .all();
  const missing: MissingFile[] = [];
  for (const raw of rows) {
    const { size, ...row } = attachmentRow.parse(raw);
    const path = row.linkedPath ?? join(files, row.fileId.slice(0, 2), row.fileId);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile() === true && found.size === size) continue;
    missing.push({ ...row, reason: found?.isFile() === true ? 'changed-size' : 'missing' });
    if (missing.length === MAX_MISSING) break;
  }
  return missing;
}

/**
 * Runs the check in a thread.
 * @param workers folder of the built workers
 * @returns what was found, or `health.check-failed` when the thread ended without an answer
 */
export function checkIntegrityInThread(
  workers: string,
  request: IntegrityRequest,
): Promise<Result<IntegrityAnswer>> {
  return new Promise((resolve) => {
    const worker = new Worker(join(workers, 'worker-integrity.js'));
    const end = (result: Result<IntegrityAnswer>): void => {
      resolve(result);
      void worker.terminate();
    };
    worker.once('message', (answer: unknown) => {
      end(ok(integrityAnswer.parse(answer)));
    });
    worker.once('error', (error) => {
      end(fail('health.check-failed', undefined, String(error)));
    });
    worker.once('exit', () => {
      resolve(fail('health.check-failed'));
    });
    worker.postMessage(request);
  });
}
