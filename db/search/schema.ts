import type Database from 'better-sqlite3';

/** Raised when the tables or what is written into them change: the index is then built anew. */
const INDEX_VERSION = 3;

const TABLES = `
  CREATE TABLE fulltext.state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  -- One row per stored file whose text is or was to be read.
  CREATE TABLE fulltext.document (
    file_id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('reading','indexed','no-text-layer','failed')),
    pages_done INTEGER NOT NULL DEFAULT 0,
    page_count INTEGER,
    error TEXT,
    repaired TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    indexed_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE fulltext.page (
    id INTEGER PRIMARY KEY,
    file_id TEXT NOT NULL,
    page_index INTEGER NOT NULL,
    label TEXT,
    text TEXT NOT NULL,
    UNIQUE (file_id, page_index)
  ) STRICT;
  CREATE VIRTUAL TABLE fulltext.page_fts USING fts5(
    text, content='page', content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='3'
  );
  -- Merging is done in small steps between batches (mergePages), never in the middle of one.
  INSERT INTO fulltext.page_fts(page_fts, rank) VALUES ('automerge', 0);
  INSERT INTO fulltext.page_fts(page_fts, rank) VALUES ('crisismerge', 64);
  CREATE TRIGGER fulltext.page_inserted AFTER INSERT ON page BEGIN
    INSERT INTO page_fts(rowid, text) VALUES (new.id, new.text);
  END;
  CREATE TRIGGER fulltext.page_deleted AFTER DELETE ON page BEGIN
    INSERT INTO page_fts(page_fts, rowid, text) VALUES ('delete', old.id, old.text);
  END;
`;

const RECORD_TABLES = `
  -- Items, notes, annotations, journal entries, reports and reading log entries as texts; kind_word makes the kind part of the match.
  CREATE TABLE fulltext.record (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('item','note','annotation','journal','report','reading')),
    ref_id TEXT NOT NULL,
    item_id TEXT,
    attachment_id TEXT,
    page_index INTEGER,
    page_label TEXT,
    kind_word TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    creator TEXT NOT NULL DEFAULT '',
    container TEXT NOT NULL DEFAULT '',
    abstract TEXT NOT NULL DEFAULT '',
    tag TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, ref_id)
  ) STRICT;
  CREATE INDEX fulltext.record_by_item ON record(item_id);
  CREATE VIRTUAL TABLE fulltext.record_fts USING fts5(
    kind_word, title, creator, container, abstract, tag, body,
    content='record', content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='3'
  );
  INSERT INTO fulltext.record_fts(record_fts, rank) VALUES ('rank', 'bm25(0.0, 10.0, 6.0, 3.0, 2.0, 4.0, 1.0)');
  CREATE TRIGGER fulltext.record_inserted AFTER INSERT ON record BEGIN
    INSERT INTO record_fts(rowid, kind_word, title, creator, container, abstract, tag, body)
    VALUES (new.id, new.kind_word, new.title, new.creator, new.container, new.abstract, new.tag, new.body);
  END;
  CREATE TRIGGER fulltext.record_deleted AFTER DELETE ON record BEGIN
    INSERT INTO record_fts(record_fts, rowid, kind_word, title, creator, container, abstract, tag, body)
    VALUES ('delete', old.id, old.kind_word, old.title, old.creator, old.container, old.abstract, old.tag, old.body);
  END;
`;

const NAMES = ['record_fts', 'page_fts', 'record', 'page', 'document', 'state'];

/**
 * Creates the tables of the attached search index when they are missing, damaged or of another version.
 * @param db connection with schema `fulltext` attached
 * @returns true when the index is new and has to be filled
 */
export function ensureSearchSchema(db: Database.Database): boolean {
  const version = Number(db.pragma('fulltext.user_version', { simple: true }));
  if (version === INDEX_VERSION) return false;
  dropSearchIndex(db);
  db.exec(
    `BEGIN; ${TABLES} ${RECORD_TABLES} PRAGMA fulltext.user_version = ${String(INDEX_VERSION)}; COMMIT;`,
  );
  return true;
}

/**
 * Drops everything in the search index; it is derived and can be built again from the library and its files.
 * @param db connection with schema `fulltext` attached
 */
export function dropSearchIndex(db: Database.Database): void {
  db.transaction(() => {
    for (const name of NAMES) db.exec(`DROP TABLE IF EXISTS fulltext.${name}`);
  })();
  db.pragma('fulltext.user_version = 0');
}

/**
 * Empties the index of records. Dropping is much faster than taking every text out of the index.
 * @param db connection with the index attached
 */
export function clearRecords(db: Database.Database): void {
  db.transaction(() => {
    for (const name of ['record_fts', 'record']) db.exec(`DROP TABLE IF EXISTS fulltext.${name}`);
    db.exec(RECORD_TABLES);
  })();
}

/** @param db connection @param key name @returns the stored value, or null */
export function readState(db: Database.Database, key: string): string | null {
  const statement = db.prepare<[string], { value: string }>('SELECT value FROM fulltext.state WHERE key = ?');
  return statement.get(key)?.value ?? null;
}

/** @param db connection @param key name @param value stored text */
export function writeState(db: Database.Database, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO fulltext.state (key, value) VALUES (?, ?)').run(key, value);
}
