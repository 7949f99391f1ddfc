import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandLog } from '@db/command-log';
import { openConnection } from '@db/connection';
import { migrate } from '@db/migrate';
import { systemIds } from '../../electron/library/boot';
import { steppingClock } from '../builders/open-test-library';
import { itemRow, noteRow, tagRow } from '../builders/rows';

function open(): { db: Database.Database; log: CommandLog } {
  const db = openConnection(':memory:');
  migrate(db, { appVersion: '0.2.0', backup: () => undefined });
  return { db, log: new CommandLog(db, steppingClock(), systemIds, 'device') };
}

const snapshot = (db: Database.Database): unknown => [
  db.prepare('SELECT * FROM item ORDER BY id').all(),
  db.prepare('SELECT * FROM note ORDER BY id').all(),
  db.prepare('SELECT * FROM tag ORDER BY id').all(),
];

describe('CommandLog', () => {
  let db: Database.Database;
  let log: CommandLog;
  beforeEach(() => {
    ({ db, log } = open());
  });

  it('undoes and redoes an insert, an update and a removal exactly', () => {
    const item = itemRow();
    const empty = snapshot(db);
    log.run('library.add', (change) => change.insert('item', item), { params: { title: item.title } });
    const added = snapshot(db);
    log.run('library.edit', (change) =>
      change.update('item', item.id, { title: 'Twelve minutes', year: 2020 }),
    );
    const edited = snapshot(db);
    log.run('library.remove', (change) => change.remove('item', item.id));
    for (const expected of [edited, added, empty]) {
      expect(log.undo().ok).toBe(true);
      expect(snapshot(db)).toEqual(expected);
    }
    expect(log.undo()).toMatchObject({ ok: false, error: { code: 'history.nothing-to-undo' } });
    for (const expected of [added, edited, empty]) {
      expect(log.redo().ok).toBe(true);
      expect(snapshot(db)).toEqual(expected);
    }
    expect(log.redo()).toMatchObject({ ok: false, error: { code: 'history.nothing-to-redo' } });
  });

  it('takes back the writes of one command last first', () => {
    const item = itemRow();
    log.run('library.add', (change) => change.insert('item', item));
    const before = snapshot(db);
    log.run('library.edit', (change) => {
      change.update('item', item.id, { title: 'First' });
      change.update('item', item.id, { title: 'Second' });
    });
    const after = snapshot(db);
    log.undo();
    expect(snapshot(db)).toEqual(before);
    log.redo();
    expect(snapshot(db)).toEqual(after);
  });

  it('treats a group of entries as one step', () => {
    const empty = snapshot(db);
    for (const title of ['One', 'Two', 'Three']) {
      log.run('import.records', (change) => change.insert('item', itemRow({ title })), { groupId: 'batch' });
    }
    expect(log.undo()).toMatchObject({ ok: true, value: { groupId: 'batch' } });
    expect(snapshot(db)).toEqual(empty);
    expect(log.redo().ok).toBe(true);
    expect(db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 3 });
  });

  it('joins typing in one field into one step, and not typing in another', () => {
    const note = noteRow({ body: '' });
    log.run('notes.add', (change) => change.insert('note', note));
    for (const body of ['a', 'ab', 'abc']) {
      log.run('notes.edit', (change) => change.update('note', note.id, { body }), {
        coalesceKey: `note:${note.id}`,
      });
    }
    log.run('notes.edit', (change) => change.update('note', note.id, { body: 'other' }), {
      coalesceKey: 'note:other',
    });
    log.undo();
    expect(db.prepare('SELECT body FROM note').get()).toEqual({ body: 'abc' });
    log.undo();
    expect(db.prepare('SELECT body FROM note').get()).toEqual({ body: '' });
  });

  it('writes nothing and logs nothing when a command throws or changes nothing', () => {
    const item = itemRow();
    log.run('library.add', (change) => change.insert('item', item));
    const before = snapshot(db);
    expect(() =>
      log.run('library.edit', (change) => {
        change.update('item', item.id, { title: 'half' });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    log.run('library.edit', (change) => change.update('item', item.id, { title: item.title }));
    expect(snapshot(db)).toEqual(before);
    expect(db.prepare('SELECT count(*) AS n FROM command_log').get()).toEqual({ n: 1 });
  });

  it('keeps columns that the system wrote after the command when it is undone', () => {
    const item = itemRow();
    log.run('library.add', (change) => change.insert('item', item));
    log.run('library.edit', (change) => change.update('item', item.id, { title: 'Changed' }));
    db.prepare(`UPDATE item SET opened_at = '2026-02-01T00:00:00.000Z' WHERE id = ?`).run(item.id);
    log.undo();
    expect(db.prepare('SELECT title, opened_at FROM item').get()).toEqual({
      title: item.title,
      opened_at: '2026-02-01T00:00:00.000Z',
    });
  });

  it('remembers what can be undone and redone after a restart', () => {
    log.run('tags.add', (change) => change.insert('tag', tagRow({ name: 'first' })));
    log.run('tags.add', (change) => change.insert('tag', tagRow({ name: 'second' })));
    log.undo();
    const again = new CommandLog(db, steppingClock(), systemIds, 'device');
    expect(again.state().undo?.name).toBe('tags.add');
    expect(again.redo().ok).toBe(true);
    expect(db.prepare('SELECT name FROM tag ORDER BY name').all()).toEqual([
      { name: 'first' },
      { name: 'second' },
    ]);
  });

  it('refuses an undo that later data depends on, and says so', () => {
    const item = itemRow();
    log.run('library.add', (change) => change.insert('item', item));
    db.prepare('INSERT INTO note (id, item_id, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?)').run(
      'n',
      item.id,
      'x',
      'a',
      'b',
    );
    expect(log.undo()).toMatchObject({ ok: false, error: { code: 'history.conflict' } });
    expect(db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 1 });
  });

  it('cannot be rewritten', () => {
    log.run('tags.add', (change) => change.insert('tag', tagRow()));
    expect(() => db.prepare(`UPDATE command_log SET name = 'other'`).run()).toThrow('append-only');
    expect(() => db.prepare('DELETE FROM command_log').run()).toThrow('append-only');
  });

  it('replayed on an empty library gives the same library (random commands, undos and redos)', () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), title: fc.string({ unit: 'grapheme' }) }),
      fc.record({
        kind: fc.constant('edit' as const),
        index: fc.nat(),
        title: fc.string({ unit: 'grapheme' }),
      }),
      fc.record({ kind: fc.constant('remove' as const), index: fc.nat() }),
      fc.constant({ kind: 'undo' as const }),
      fc.constant({ kind: 'redo' as const }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const one = open();
        const other = open();
        const ids = (): string[] =>
          one.db
            .prepare<[], { id: string }>('SELECT id FROM item ORDER BY id')
            .all()
            .map((row) => row.id);
        for (const step of actions) {
          if (step.kind === 'add')
            one.log.run('a', (change) => change.insert('item', itemRow({ title: step.title })));
          else if (step.kind === 'undo') one.log.undo();
          else if (step.kind === 'redo') one.log.redo();
          else {
            const all = ids();
            const id = all[step.index % Math.max(all.length, 1)];
            if (id === undefined) continue;
            if (step.kind === 'edit')
              one.log.run('e', (change) => change.update('item', id, { title: step.title }));
            else one.log.run('r', (change) => change.remove('item', id));
          }
        }
        other.log.run('replay', (change) => {
          for (const entry of one.log.entriesAfter(0, 1_000)) change.applyForward(entry.changes);
        });
        expect(snapshot(other.db)).toEqual(snapshot(one.db));
        one.db.close();
        other.db.close();
      }),
      { numRuns: 40 },
    );
  });
});
