import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '@shared/lib/result';
import { bootLibrary, type BootOptions } from '../../../electron/library/boot';
import { silentLogger } from '../../../electron/library/log';
import { openTestLibrary } from '../../builders/open-test-library';

describe('opening a library', () => {
  let root: string;
  const options = (): BootOptions => ({
    root,
    resources: join(import.meta.dirname, '..', '..', '..', 'resources'),
    workers: join(import.meta.dirname, '..', '..', '..', 'out', 'main'),
    appVersion: '0.2.0',
    log: silentLogger,
    events: { emit: () => undefined },
    host: { printToPdf: () => Promise.resolve(fail('host.no-window')) },
  });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'inquiry-boot-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('refuses a second process, and opens again when the first has closed', async () => {
    const first = bootLibrary(options());
    expect(first.ok).toBe(true);
    expect(bootLibrary(options())).toMatchObject({ ok: false, error: { code: 'library.in-use' } });
    if (first.ok) await first.value.close();
    const again = bootLibrary(options());
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.close();
  });

  it('says that a file is no database, and leaves it as it is', () => {
    writeFileSync(
      join(root, 'library.sqlite'),
      'this is not a database, but it is long enough to be read as a header',
    );
    expect(bootLibrary(options())).toMatchObject({ ok: false, error: { code: 'database.damaged' } });
  });

  it('goes on from the newest whole backup when the database is damaged, and keeps the damaged one', async () => {
    const test = openTestLibrary({ root });
    await test.get('notes.create', { itemId: null, body: 'saved' });
    const { name, createdAt } = await test.get('backup.create', {});
    await test.library.close();
    const database = join(root, 'library.sqlite');
    writeFileSync(
      database,
      Buffer.concat([readFileSync(database).subarray(0, 100), Buffer.alloc(50_000, 7)]),
    );
    // A newer copy that is broken too must not be taken.
    writeFileSync(join(root, 'backups', '20991231T000000000Z-manual.sqlite'), 'broken');
    expect(bootLibrary(options())).toMatchObject({
      ok: false,
      error: { code: 'database.damaged', details: { backup: createdAt } },
    });
    const opened = bootLibrary({ ...options(), recover: 'newest-backup' });
    if (!opened.ok) throw new Error(opened.error.code);
    const notes = await opened.value.handlers['notes.list']({ itemId: null });
    expect(notes).toMatchObject({ ok: true, value: [{ body: 'saved' }] });
    await opened.value.close();
    const kept = readdirSync(join(root, 'backups'));
    expect(kept).toContain(name);
    expect(kept.filter((file) => /^damaged-.*\.sqlite$/.test(file))).toHaveLength(1);
  });

  it('changes nothing when there is no whole backup, and starts empty when the database is set aside', async () => {
    const database = join(root, 'library.sqlite');
    writeFileSync(database, 'this is not a database, but it is long enough to be read as a header');
    expect(bootLibrary({ ...options(), recover: 'newest-backup' })).toMatchObject({
      error: { code: 'backup.none-sound' },
    });
    expect(readFileSync(database, 'utf8')).toContain('this is not a database');
    const opened = bootLibrary({ ...options(), recover: 'set-aside' });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await opened.value.handlers['notes.list']({ itemId: null })).toMatchObject({ value: [] });
    await opened.value.close();
  });

  it('restores a backup: the state then, with a copy of the state now', async () => {
    const test = openTestLibrary({ root });
    const { id } = await test.get('notes.create', { itemId: null, body: 'before' });
    const backup = await test.get('backup.create', {});
    await test.get('notes.update', { noteId: id, body: 'after' });
    await test.get('backup.restore', { name: backup.name });
    // The host restarts the process; here the library is opened again.
    const restored = await test.reopen();
    const notes = await restored.get('notes.list', { itemId: null });
    expect(notes.map((note) => note.body)).toEqual(['before']);
    expect((await restored.get('backup.list', {})).map((entry) => entry.reason)).toContain('before-restore');
    expect(await restored.get('backup.check', {})).toMatchObject({ integrity: 'ok' });
    expect(
      await restored.call('backup.restore', { name: '20200101T000000000Z-manual.sqlite' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'backup.not-found' },
    });
    await restored.close();
  });

  it('makes one automatic backup a day and keeps seven', async () => {
    let now = Date.parse('2026-01-01T08:00:00.000Z');
    const test = openTestLibrary({ root, clock: { now: () => new Date((now += 1)).toISOString() } });
    for (let day = 0; day < 10; day += 1) {
      await test.library.backups.createIfDue();
      expect(await test.library.backups.createIfDue()).toBeNull();
      now += 24 * 60 * 60 * 1000;
    }
    const kept = (await test.get('backup.list', {})).filter((entry) => entry.reason === 'automatic');
    expect(kept).toHaveLength(7);
    expect(kept[0]?.createdAt.slice(0, 10)).toBe('2026-01-10');
    await test.close();
  });
});
