import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { folded } from '@shared/domain/search/text';
import { holdsNumber, holdsWords } from './search/stored-text';

/** Where everything of one library lives. */
export interface LibraryPaths {
  readonly root: string;
  readonly database: string;
  readonly fulltext: string;
  readonly files: string;
  readonly backups: string;
  readonly keys: string;
}

/** @param root the library folder */
export function libraryPaths(root: string): LibraryPaths {
  return {
    root,
    database: join(root, 'library.sqlite'),
    fulltext: join(root, 'fulltext.sqlite'),
    files: join(root, 'files'),
    backups: join(root, 'backups'),
    keys: join(root, 'keys'),
  };
}

/**
 * Opens (and creates) the database file of a library; migrations are a separate step.
 * synchronous=FULL: what was acknowledged survives a power cut, not only kill -9.
 * @param path file path, or ':memory:' in tests
 */
export function openConnection(path: string): Database.Database {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  // lower() of SQLite knows ASCII only.
  db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? folded(text) : null));
  db.function('holds_words', { deterministic: true, varargs: true }, holdsWords);
  db.function('holds_number', { deterministic: true, varargs: true }, holdsNumber);
  return db;
}

/**
 * Attaches the search index as schema `fulltext`. It is derived data: it lives in its own file so that backups stay small
 * and it can be rebuilt at any time.
 * @param db connection of library.sqlite
 * @param path file path, or ':memory:'
 */
export function attachFulltext(db: Database.Database, path: string): void {
  db.prepare('ATTACH DATABASE ? AS fulltext').run(path);
  db.pragma('fulltext.journal_mode = WAL');
  db.pragma('fulltext.synchronous = NORMAL');
}

/** Creates the folders of a library if missing. @param paths from libraryPaths */
export function ensureFolders(paths: LibraryPaths): void {
  for (const folder of [paths.root, paths.files, paths.backups, paths.keys]) {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
}
