import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { prepared } from '@db/query';
import { countMissingFiles } from '@db/repositories/file-place';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

export type BackupReason = 'automatic' | 'manual' | 'migration' | 'before-restore';
export interface BackupEntry {
  readonly name: string;
  readonly createdAt: string;
  readonly bytes: number;
  readonly reason: BackupReason;
}

/** Automatic copies kept: the newest of each of the last days, then fewer. Others are kept until the person removes them. */
const AUTOMATIC_KEPT = 7;
const AUTOMATIC_EVERY_MS = 20 * 60 * 60 * 1000;
const NAME = /^(\d{8}T\d{9}Z)-(automatic|manual|migration|before-restore)\.sqlite$/;
export const PENDING_RESTORE = 'restore-pending.sqlite';

/** @param at ISO time @param reason why the copy is made @returns file name that sorts by time */
export function backupName(at: string, reason: BackupReason): string {
  return `${at.replaceAll(/[-:.]/g, '')}-${reason}.sqlite`;
}

/** @param backups the folder @returns its copies, newest first */
export function listBackups(backups: string): BackupEntry[] {
  const entries: BackupEntry[] = [];
  for (const name of existsSync(backups) ? readdirSync(backups) : []) {
    const match = NAME.exec(name);
    if (!match?.[1] || !match[2]) continue;
    entries.push({
      name,
      createdAt: parseStamp(match[1]),
      bytes: statSync(join(backups, name)).size,
      reason: match[2] as BackupReason,
    });
  }
  return entries.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Copies of library.sqlite: made, listed, thinned out and restored. */
export class BackupService {
  readonly #core: Pick<Core, 'db' | 'clock' | 'paths' | 'requestRestart' | 'log'>;

  constructor(core: Pick<Core, 'db' | 'clock' | 'paths' | 'requestRestart' | 'log'>) {
    this.#core = core;
  }

  /** Newest first. */
  list(): BackupEntry[] {
    return listBackups(this.#core.paths.backups);
  }

  /**
   * Copies the database with SQLite's backup API (writes may go on meanwhile), checks the copy, then gives it its name:
   * a half-written copy is never listed.
   */
  async create(reason: BackupReason): Promise<Result<BackupEntry>> {
    const name = backupName(this.#core.clock.now(), reason);
    const target = join(this.#core.paths.backups, name);
    const partial = `${target}.partial`;
    try {
      rmSync(partial, { force: true });
      await this.#core.db.backup(partial);
      if (!isSound(partial)) return fail('backup.unsound');
      renameSync(partial, target);
    } catch (error) {
      rmSync(partial, { force: true });
      return fail('backup.failed', undefined, String(error));
    }
    this.#thinOut();
    const entry = this.list().find((candidate) => candidate.name === name);
    return entry ? ok(entry) : fail('backup.failed');
  }

  /** Makes an automatic copy when the last one is older than most of a day. @returns null when none was due */
  async createIfDue(): Promise<Result<BackupEntry> | null> {
    const newest = this.list().find((entry) => entry.reason === 'automatic');
    if (newest && Date.parse(this.#core.clock.now()) - Date.parse(newest.createdAt) < AUTOMATIC_EVERY_MS)
      return null;
    return this.create('automatic');
  }

  /**
   * Puts a copy in place of the database: the present state is copied first, the chosen copy is staged, and the process
   * restarts and swaps before it opens anything.
   * @param name a name from `list`
   */
  async restore(name: string): Promise<Result<{ restarted: true }>> {
    if (!this.list().some((entry) => entry.name === name)) return fail('backup.not-found');
    const source = join(this.#core.paths.backups, name);
    if (!isSound(source)) return fail('backup.unsound');
    const safety = await this.create('before-restore');
    if (!safety.ok) return safety;
    const copy = new Database(source, { readonly: true });
    try {
      const staged = join(this.#core.paths.root, PENDING_RESTORE);
      await copy.backup(`${staged}.partial`);
      renameSync(`${staged}.partial`, staged);
    } finally {
      copy.close();
    }
    this.#core.requestRestart();
    return ok({ restarted: true });
  }

  /** Integrity, counts and sizes for the health view and `check` in the command line. */
  check(): {
    integrity: 'ok' | 'damaged';
    details: string[];
    items: number;
    attachments: number;
    missingFiles: number;
    bytes: number;
    lastBackupAt: string | null;
    folder: string;
  } {
    const { db, paths } = this.#core;
    const problems = db.pragma('integrity_check') as { integrity_check: string }[];
    const foreign = db.pragma('foreign_key_check') as { table: string }[];
    const details = problems.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    details.push(...foreign.map((row) => `foreign key: ${row.table}`));
    const count = (sql: string): number => (prepared(db, sql).get() as { n: number }).n;
    return {
      integrity: details.length === 0 ? 'ok' : 'damaged',
      details,
      items: count('SELECT count(*) AS n FROM item WHERE trashed_at IS NULL'),
      attachments: count('SELECT count(*) AS n FROM attachment'),
      missingFiles: countMissingFiles(db, paths.files),
      bytes: statSync(paths.database).size,
      lastBackupAt: this.list()[0]?.createdAt ?? null,
      folder: paths.root,
    };
  }

  #thinOut(): void {
    const automatic = this.list().filter((entry) => entry.reason === 'automatic');
    for (const entry of automatic.slice(AUTOMATIC_KEPT))
      rmSync(join(this.#core.paths.backups, entry.name), { force: true });
  }
}

/** Swaps a staged restore into place. Called before the database is opened. @returns whether there was one */
export function applyPendingRestore(root: string, database: string): boolean {
  const staged = join(root, PENDING_RESTORE);
  if (!existsSync(staged)) return false;
  for (const suffix of ['-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
  renameSync(staged, database);
  return true;
}

/** @returns whether SQLite finds nothing wrong with a copy */
export function isSound(path: string): boolean {
  const copy = new Database(path);
  try {
    // A copy is one file: no -wal or -shm beside it.
    copy.pragma('journal_mode = DELETE');
    return copy.pragma('integrity_check', { simple: true }) === 'ok';
  } catch {
    return false;
  } finally {
    copy.close();
  }
}

function parseStamp(stamp: string): string {
  const [, year, month, day, hour, minute, second, milli] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(stamp) ?? [];
  return `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${milli ?? ''}Z`;
}
