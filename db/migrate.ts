import type Database from 'better-sqlite3';
import { fail, ok, type Result } from '@shared/lib/result';
import { migrations as allMigrations } from './migrations';
import type { Migration } from './migrations/migration';

/** What migrating needs from outside. */
export interface MigrateOptions {
  readonly appVersion: string;
  /** Called once before the first step when the database already holds data; the file must not change meanwhile. */
  readonly backup: (fromVersion: number) => void;
  readonly migrations?: readonly Migration[];
}

/**
 * Compares dotted version numbers.
 * @returns negative, zero or positive like a comparator
 */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @param db open connection @returns the schema version of the file, 0 when new */
export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a database to the newest schema. Each step and its version bump are one transaction; before the first step of an
 * existing library its integrity is checked and one backup is taken (a retry does not take a second one).
 * @param db open connection without an open transaction
 * @returns the version reached; `database.too-new` when the file needs a newer application, `database.damaged` when the
 *   integrity check fails, `database.migration-failed` when a step throws (the file is then as before that step)
 */
export function migrate(db: Database.Database, options: MigrateOptions): Result<number> {
  const migrations = options.migrations ?? allMigrations;
  const newest = migrations.at(-1)?.version ?? 0;
  const from = schemaVersion(db);
  if (from > newest) {
    const oldest = readOldestAppVersion(db);
    if (oldest === null || compareVersions(options.appVersion, oldest) < 0) {
      return fail('database.too-new', { needed: oldest ?? '?' });
    }
    return ok(from);
  }
  if (from === newest) return ok(from);
  if (from > 0) {
    const check = String(db.pragma('quick_check', { simple: true }));
    if (check !== 'ok') return fail('database.damaged', undefined, check);
    options.backup(from);
  }
  for (const migration of migrations.filter((step) => step.version > from)) {
    try {
      db.transaction(() => {
        db.exec(migration.sql);
        db.exec('CREATE TABLE IF NOT EXISTS library_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
        db.prepare(
          `INSERT INTO library_meta (key, value) VALUES ('oldest_app_version', ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        ).run(migration.oldestAppVersion);
        db.pragma(`user_version = ${String(migration.version)}`);
      })();
    } catch (error) {
      return fail('database.migration-failed', { step: migration.name }, String(error));
    }
  }
  return ok(newest);
}

/** @returns the oldest application version that may open this file, or null when it is not recorded */
export function readOldestAppVersion(db: Database.Database): string | null {
  const exists = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'library_meta'`).get();
  if (!exists) return null;
  const row = db
    .prepare<[], { value: string }>(`SELECT value FROM library_meta WHERE key = 'oldest_app_version'`)
    .get();
  return row?.value ?? null;
}
