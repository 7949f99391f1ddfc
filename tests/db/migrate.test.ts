import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '@db/connection';
import { compareVersions, migrate, readOldestAppVersion, schemaVersion } from '@db/migrate';
import { migrations } from '@db/migrations';
import type { Migration } from '@db/migrations/migration';

const broken: Migration = {
  version: migrations.length + 1,
  name: 'half-done',
  oldestAppVersion: '9.0.0',
  sql: 'CREATE TABLE half (id TEXT PRIMARY KEY) STRICT; CREATE TABLE half (id TEXT PRIMARY KEY) STRICT;',
};
const next: Migration = {
  version: migrations.length + 1,
  name: 'next',
  oldestAppVersion: '9.0.0',
  sql: 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;',
};

describe('migrate', () => {
  let folder: string;
  let db: Database.Database;
  const backups: number[] = [];
  const options = { appVersion: '0.2.0', backup: (from: number) => void backups.push(from) };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inquiry-migrate-'));
    db = openConnection(join(folder, 'library.sqlite'));
    backups.length = 0;
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('numbers the steps one after another', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('makes a new library of STRICT tables with foreign keys on, without a backup', () => {
    expect(migrate(db, options)).toEqual({ ok: true, value: migrations.length });
    expect(schemaVersion(db)).toBe(migrations.length);
    expect(backups).toEqual([]);
    const tables = db
      .prepare(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(tables.length).toBeGreaterThan(25);
    for (const table of tables) expect(table).toMatchObject({ strict: 1 });
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  });

  it('keeps the old rows and takes one backup when it goes on from an older version', () => {
    migrate(db, options);
    db.prepare(`INSERT INTO tag (id, name) VALUES ('t1', 'kept')`).run();
    expect(migrate(db, { ...options, migrations: [...migrations, next] })).toEqual({
      ok: true,
      value: next.version,
    });
    expect(backups).toEqual([migrations.length]);
    expect(db.prepare('SELECT name FROM tag').all()).toEqual([{ name: 'kept' }]);
    expect(readOldestAppVersion(db)).toBe('9.0.0');
  });

  it('leaves the file as before a step that fails', () => {
    migrate(db, options);
    const result = migrate(db, { ...options, migrations: [...migrations, broken] });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'database.migration-failed', details: { step: 'half-done' } },
    });
    expect(schemaVersion(db)).toBe(migrations.length);
    expect(db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'half'`).get()).toBeUndefined();
  });

  it('refuses a library that a newer application made unreadable for this one', () => {
    migrate(db, { ...options, migrations: [...migrations, next] });
    expect(migrate(db, options)).toMatchObject({
      ok: false,
      error: { code: 'database.too-new', details: { needed: '9.0.0' } },
    });
    expect(migrate(db, { ...options, appVersion: '9.1.0' })).toMatchObject({ ok: true });
  });

  it('says that a damaged file is damaged and does not touch it', () => {
    migrate(db, options);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const file = join(folder, 'library.sqlite');
    const bytes = readFileSync(file);
    // Page 1 holds the schema and stays; the pages of the tables become noise.
    bytes.fill(0xab, 4096 * 4, 4096 * 12);
    writeFileSync(file, bytes);
    db = new Database(join(folder, 'library.sqlite'));
    const result = migrate(db, { ...options, migrations: [...migrations, next] });
    expect(result).toMatchObject({ ok: false, error: { code: 'database.damaged' } });
    expect(backups).toEqual([]);
    expect(existsSync(join(folder, 'library.sqlite'))).toBe(true);
  });

  it('compares versions by number', () => {
    expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0);
    expect(compareVersions('1.0', '1.0.0')).toBe(0);
  });
});
