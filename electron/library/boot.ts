import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { CommandLog } from '@db/command-log';
import {
  attachFulltext,
  ensureFolders,
  libraryPaths,
  openConnection,
  type LibraryPaths,
} from '@db/connection';
import { migrate } from '@db/migrate';
import type { Clock, Ids, Logger } from '@shared/lib/ports';
import { fail, ok, type Result } from '@shared/lib/result';
import { syncServiceOf } from './adapters/sync-service';
import { composeLibrary, type Library } from './composition';
import { noHttp, type HttpGet } from './adapters/http';
import type { Core, HostPort } from './core';
import type { EventSink } from './event-sink';
import { Jobs } from './jobs/jobs';
import { applyPendingRestore, backupName } from './services/backup';
import type { OnlineTime } from './services/online-client';
import { newestSoundBackup, recoverDatabase, type RecoveryMode } from './services/recover';

/** What a host (utility process, command line, test) passes in. */
export interface BootOptions {
  readonly root: string;
  readonly resources: string;
  readonly workers: string;
  readonly appVersion: string;
  readonly events: EventSink;
  readonly host: Partial<HostPort>;
  /** Sends requests; nothing is sent without it. */
  readonly http?: HttpGet;
  readonly onlineTime?: OnlineTime;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly requestRestart?: () => void;
  /** The database could not be opened before, and the person chose what becomes of it. */
  readonly recover?: RecoveryMode | undefined;
}

/** Opens the database and brings it up to date. @returns `database.damaged` with the time of the newest whole copy, and the failures of `migrate` */
function openDatabase(
  paths: ReturnType<typeof libraryPaths>,
  appVersion: string,
  clock: Clock,
): Result<Database.Database> {
  const damaged = (cause: string): Result<never> =>
    fail('database.damaged', { backup: newestSoundBackup(paths.backups)?.createdAt ?? '' }, cause);
  let db: Database.Database | undefined;
  try {
    const connection = openConnection(paths.database);
    db = connection;
    const migrated = migrate(connection, {
      appVersion,
      backup: () => {
        connection.pragma('wal_checkpoint(TRUNCATE)');
        copyFileSync(paths.database, join(paths.backups, backupName(clock.now(), 'migration')));
      },
    });
    if (migrated.ok) return ok(connection);
    connection.close();
    return migrated.error.code === 'database.damaged' ? damaged(migrated.error.cause ?? '') : migrated;
  } catch (error) {
    db?.close();
    return damaged(String(error));
  }
}

export interface OpenLibrary extends Library {
  readonly core: Core;
  /** Stops everything and closes the files. */
  close(): Promise<void>;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
const noHost: HostPort = {
  printToPdf: () => Promise.resolve(fail('host.no-window')),
  sealSecret: () => Promise.resolve(fail('host.no-safe-storage')),
  openSecret: () => Promise.resolve(fail('host.secret-unreadable')),
};
export const systemIds: Ids = { next: () => uuidv7() };

/**
 * Opens a library folder: staged restore, lock, migration with backup, command log, jobs, services.
 * @returns `library.in-use` when another process has it open, `library.folder-unusable` when it cannot be written,
 *   or the failures of `migrate`
 */
export function bootLibrary(options: BootOptions): Result<OpenLibrary> {
  const paths = libraryPaths(options.root);
  try {
    ensureFolders(paths);
  } catch (error) {
    return fail('library.folder-unusable', undefined, String(error));
  }
  const lock = takeLock(paths);
  if (!lock.ok) return lock;
  const clock = options.clock ?? systemClock;
  const ids = options.ids ?? systemIds;
  if (options.recover !== undefined) {
    const recovered = recoverDatabase(paths, options.recover, clock.now());
    if (!recovered.ok) {
      lock.value();
      return recovered;
    }
  }
  applyPendingRestore(paths.root, paths.database);
  const opened = openDatabase(paths, options.appVersion, clock);
  if (!opened.ok) {
    lock.value();
    return opened;
  }
  const db = opened.value;
  attachFulltext(db, paths.fulltext);
  // A sync service copies files one by one: with a write-ahead log the copy could be a database without its last writes.
  if (syncServiceOf(paths.root) !== null) {
    db.pragma('main.journal_mode = DELETE');
    db.pragma('fulltext.journal_mode = DELETE');
  }
  const core = buildCore(options, db, paths, clock, ids);
  const library = composeLibrary(core);
  return ok({
    ...library,
    core,
    close: async () => {
      await library.stop();
      db.close();
      lock.value();
    },
  });
}

function buildCore(
  options: BootOptions,
  db: Database.Database,
  paths: LibraryPaths,
  clock: Clock,
  ids: Ids,
): Core {
  const commands = new CommandLog(db, clock, ids, deviceId(db, ids));
  commands.onCommitted((entry) => {
    const tables = [...new Set(entry.changes.map((change) => change.table))];
    options.events.emit('library.changed', { tables, sequence: entry.sequence });
    const { undo, redo } = commands.state();
    options.events.emit('history.changed', { canUndo: undo !== null, canRedo: redo !== null });
  });
  return {
    db,
    commands,
    jobs: new Jobs(db, clock, ids, options.log, options.events),
    clock,
    ids,
    log: options.log,
    events: options.events,
    host: { ...noHost, ...options.host },
    http: options.http ?? noHttp,
    onlineTime: options.onlineTime,
    paths,
    resources: options.resources,
    appVersion: options.appVersion,
    workers: options.workers,
    requestRestart: options.requestRestart ?? (() => undefined),
  };
}

function deviceId(db: Database.Database, ids: Ids): string {
  const read = db.prepare<[], { value: string }>(`SELECT value FROM library_meta WHERE key = 'device_id'`);
  const existing = read.get();
  if (existing) return existing.value;
  const id = ids.next();
  db.prepare(`INSERT INTO library_meta (key, value) VALUES ('device_id', ?)`).run(id);
  return id;
}

/** A process that was just killed holds its lock a moment longer. */
const LOCK_WAIT_MS = 3_000;

/**
 * One process per library: two job queues on one file would do the work twice. The lock is a transaction on a file of its own,
 * so the operating system lets go of it when the process ends, however it ends.
 */
function takeLock(paths: LibraryPaths): Result<() => void> {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(paths.root, 'library.lock'), { timeout: LOCK_WAIT_MS });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    return busy ? fail('library.in-use') : fail('library.folder-unusable', undefined, String(error));
  }
  const held = lock;
  return ok(() => {
    held.close();
  });
}
