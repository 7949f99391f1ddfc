import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '@db/migrate';
import { migrations } from '@db/migrations';
import { countUnapproved, unapprovedQuery } from '@db/repositories/import-reports';

const options = { appVersion: '0.2.0', backup: () => undefined };

/** A library of schema 1 with one of everything that schema 2 widens. */
function firstLibrary(): Database.Database {
  const db = new Database(':memory:');
  migrate(db, { ...options, migrations: migrations.slice(0, 1) });
  db.exec(`
    INSERT INTO item (id, type, csl, created_at, updated_at) VALUES ('i1', 'book', '{}', '2026', '2026');
    INSERT INTO file (id, size, media_type, original_name, created_at) VALUES ('f1', 1, 'application/pdf', 'a.pdf', '2026');
    INSERT INTO note (id, item_id, body, created_at, updated_at) VALUES ('n1', 'i1', 'As it was.', '2026', '2026');
    INSERT INTO import_batch (id, source, format, created_at) VALUES ('b1', 'a.bib', 'bibtex', '2026');
  `);
  return db;
}

describe('schema 2', () => {
  it('keeps the rows of schema 1 and gives their new columns an empty value', () => {
    const db = firstLibrary();
    expect(migrate(db, options)).toMatchObject({ ok: true });
    expect(
      db.prepare('SELECT relevance, education, citation_key_pinned, retraction FROM item').all(),
    ).toEqual([{ relevance: null, education: '{}', citation_key_pinned: 0, retraction: null }]);
    expect(db.prepare('SELECT body, format FROM note').all()).toEqual([
      { body: 'As it was.', format: 'text' },
    ]);
    expect(db.prepare('SELECT linked_path FROM file').all()).toEqual([{ linked_path: null }]);
    expect(db.prepare('SELECT found_via FROM import_batch').all()).toEqual([{ found_via: '' }]);
  });

  it('takes relevance from 1 to 5 only, and a pair of papers once', () => {
    const db = firstLibrary();
    migrate(db, options);
    const rate = (relevance: number): void => {
      db.prepare('UPDATE item SET relevance = ?').run(relevance);
    };
    rate(5);
    expect(() => {
      rate(6);
    }).toThrow(/CHECK/);
    const pair = db.prepare(
      `INSERT INTO not_duplicate (id, first_item_id, second_item_id, created_at) VALUES (?, 'i1', 'i1', '2026')`,
    );
    pair.run('p1');
    expect(() => pair.run('p2')).toThrow(/UNIQUE/);
  });
});

describe('schema 4', () => {
  it('finds retracted papers by their own index and keeps every row', () => {
    const db = firstLibrary();
    migrate(db, options);
    db.exec(`UPDATE item SET retraction = '{}' WHERE id = 'i1'`);
    const found = 'SELECT id FROM item WHERE +trashed_at IS NULL AND retraction IS NOT NULL';
    expect(db.prepare(found).all()).toEqual([{ id: 'i1' }]);
    expect(JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${found}`).all())).toContain('item_by_retraction');
  });

  it('counts papers with fields to approve by an index of their own', () => {
    const db = firstLibrary();
    migrate(db, options);
    expect(countUnapproved(db)).toBe(0);
    db.exec(`UPDATE item SET provenance = '{"title":{"source":"xmp","confidence":0.5,"approved":false}}'`);
    expect(countUnapproved(db)).toBe(1);
    const { sql, parameters } = unapprovedQuery(0, 10).compile();
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
    expect(JSON.stringify(plan)).toContain('item_to_approve');
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
  });
});

describe('schema 5', () => {
  it('walks the list by last change along an index and keeps every row', () => {
    const db = firstLibrary();
    migrate(db, { ...options, migrations: migrations.slice(0, 4) });
    expect(migrate(db, options)).toMatchObject({ ok: true });
    const list = 'SELECT id FROM item WHERE trashed_at IS NULL ORDER BY updated_at DESC, id DESC';
    expect(db.prepare(list).all()).toEqual([{ id: 'i1' }]);
    const plan = JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${list}`).all());
    expect(plan).toContain('item_by_modified');
    expect(plan).not.toContain('TEMP B-TREE');
  });
});

describe('schema 6', () => {
  it.each([
    ['design', 'item_by_design'],
    ['citation_key', 'item_by_key'],
  ])('walks the list by %s along an index and keeps every row', (column, index) => {
    const db = firstLibrary();
    migrate(db, { ...options, migrations: migrations.slice(0, 5) });
    expect(migrate(db, options)).toMatchObject({ ok: true });
    const list = `SELECT id FROM item WHERE trashed_at IS NULL ORDER BY ${column}, id`;
    expect(db.prepare(list).all()).toEqual([{ id: 'i1' }]);
    const plan = JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${list}`).all());
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE');
  });
});

describe('schema 7', () => {
  it('keeps the documents and marks none of them; the mark is yes or no', () => {
    const db = new Database(':memory:');
    migrate(db, { ...options, migrations: migrations.slice(0, 6) });
    db.exec(`
      INSERT INTO item (id, type, csl, created_at, updated_at) VALUES ('i1', 'book', '{}', '2026', '2026');
      INSERT INTO file (id, size, media_type, original_name, created_at) VALUES ('f1', 1, 'application/pdf', 'a.pdf', '2026');
      INSERT INTO attachment (id, item_id, file_id, title, created_at) VALUES ('a1', 'i1', 'f1', 'a.pdf', '2026');
    `);
    expect(migrate(db, options)).toMatchObject({ ok: true });
    expect(db.prepare('SELECT id, title, is_main FROM attachment').all()).toEqual([
      { id: 'a1', title: 'a.pdf', is_main: 0 },
    ]);
    expect(() => db.exec(`UPDATE attachment SET is_main = 2`)).toThrow(/CHECK/);
  });
});
