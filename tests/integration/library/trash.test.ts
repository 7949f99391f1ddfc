import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileStore } from '../../../electron/library/adapters/file-store';
import { UnusedFiles } from '../../../electron/library/services/unused-files';
import { addPaper, fileOutside } from '../../builders/health';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { dumpLibrary } from '../../builders/library-dump';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(() => library.close());

const list = (kind: 'note' | 'document') => library.get('trash.list', { kind });

/** A paper with a deleted note and a deleted document that has a highlight. */
async function deleted(): Promise<{ itemId: string; noteId: string; attachmentId: string; fileId: string }> {
  const { itemId, attachmentId, fileId } = await addPaper(library, { title: 'Beans', bytes: 'beans' });
  const { id: noteId } = await library.get('notes.create', {
    itemId,
    body: '<p>Ask <b>Olena</b> about peas</p>',
    format: 'html',
  });
  await library.get('notes.trash', { noteId });
  await library.get('health.removeFile', { attachmentId: String(attachmentId) });
  return { itemId, noteId, attachmentId: String(attachmentId), fileId: String(fileId) };
}

describe('deleted notes and documents', () => {
  it('are seen with their paper and put back as a step', async () => {
    const { itemId, noteId, attachmentId } = await deleted();
    expect((await list('note')).rows).toMatchObject([
      { id: noteId, text: 'Ask Olena about peas', itemTitle: 'Beans' },
    ]);
    expect((await list('document')).rows).toMatchObject([
      { id: attachmentId, text: 'Beans.pdf', itemTitle: 'Beans' },
    ]);
    expect(await library.get('trash.restore', { kind: 'note', ids: [noteId] })).toEqual({ changed: 1 });
    expect(await library.get('trash.restore', { kind: 'document', ids: [attachmentId] })).toEqual({
      changed: 1,
    });
    expect((await library.get('notes.list', { itemId })).some(({ id }) => id === noteId)).toBe(true);
    expect(await library.get('health.itemFiles', { itemId })).toHaveLength(1);
    expect([(await list('note')).total, (await list('document')).total]).toEqual([0, 0]);
    await library.get('history.undo', {});
    expect((await list('document')).total).toBe(1);
  });

  it('of a paper in the trash lie there with it', async () => {
    const { itemId } = await deleted();
    await library.get('library.trash', { itemIds: [itemId] });
    expect([(await list('note')).total, (await list('document')).total]).toEqual([0, 0]);
    expect(await library.get('library.previewEmptyTrash', {})).toMatchObject({
      items: 1,
      looseNotes: 0,
      looseDocuments: 0,
    });
  });

  it('go for good one by one, with what hangs on them, and come back whole', async () => {
    const { itemId, noteId, attachmentId } = await deleted();
    expect(await library.get('trash.preview', { kind: 'document', ids: [attachmentId] })).toMatchObject({
      items: 0,
      looseNotes: 0,
      looseDocuments: 1,
      looseAnnotations: 1,
    });
    const before = dumpLibrary(library.library.core.db);
    expect(await library.get('trash.remove', { kind: 'document', ids: [attachmentId] })).toEqual({
      removed: 1,
    });
    expect((await list('document')).total).toBe(0);
    expect((await list('note')).total).toBe(1);
    const { db } = library.library.core;
    expect(db.prepare('SELECT count(*) AS n FROM annotation').get()).toEqual({ n: 0 });
    await library.get('history.undo', {});
    expect(dumpLibrary(db)).toEqual(before);
    await library.get('trash.remove', { kind: 'note', ids: [noteId] });
    expect((await list('note')).total).toBe(0);
    expect((await library.get('library.get', { itemId })).title).toBe('Beans');
  });

  it('are never deleted for good when they are not in the trash', async () => {
    const { itemId } = await addPaper(library, { title: 'Beans', bytes: 'beans' });
    expect(await library.get('trash.remove', { kind: 'item', ids: [itemId] })).toEqual({ removed: 0 });
    await library.get('library.trash', { itemIds: [itemId] });
    expect(await library.get('trash.remove', { kind: 'item', ids: [itemId] })).toEqual({ removed: 1 });
    expect(await library.call('library.get', { itemId })).toMatchObject({ ok: false });
  });

  it('go with everything else when the trash is emptied', async () => {
    await deleted();
    const { itemId } = await addPaper(library, { title: 'Peas', bytes: 'peas' });
    await library.get('library.trash', { itemIds: [itemId] });
    expect(await library.get('library.previewEmptyTrash', {})).toMatchObject({
      items: 1,
      looseNotes: 1,
      looseDocuments: 1,
      looseAnnotations: 1,
    });
    expect(await library.get('library.emptyTrash', {})).toEqual({ removed: 3 });
    expect([(await list('note')).total, (await list('document')).total]).toEqual([0, 0]);
    await library.get('history.undo', {});
    expect([(await list('note')).total, (await list('document')).total]).toEqual([1, 1]);
  });
});

describe('stored documents that nothing refers to', () => {
  const HOUR = 60 * 60 * 1_000;
  const later = (): UnusedFiles => new UnusedFiles(library.library.core, () => Date.now() + HOUR);
  const storedNames = (): string[] =>
    readdirSync(join(library.root, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    );

  it('are kept while a record, the trash or a step of undo needs them, and freed when told to', async () => {
    const { itemId } = await library.get('library.create', { csl: { type: 'book', title: 'Beans' } });
    const path = fileOutside(library, 'beans.pdf', 'beans');
    const { attachmentId } = await library.get('health.addFile', { itemId, path });
    rmSync(path);
    expect(later().status()).toEqual({ files: 0, bytes: 0 });
    await library.get('health.removeFile', { attachmentId });
    expect(later().status().files).toBe(0);
    await library.get('library.emptyTrash', {});
    expect(later().status().files).toBe(0);
    await library.get('history.undo', {});
    await library.get('history.redo', {});
    expect(later().free()).toEqual({ ok: true, value: { files: 0, bytes: 0 } });

    // Two hundred steps later undo does not reach that far back.
    for (let step = 0; step < 201; step += 1)
      await library.get('tags.create', { name: `tag ${String(step)}` });
    expect(later().status()).toEqual({ files: 1, bytes: 5 });
    expect(storedNames()).toHaveLength(1);
    expect(later().free()).toEqual({ ok: true, value: { files: 1, bytes: 5 } });
    expect(storedNames()).toEqual([]);
    expect(later().status().files).toBe(0);
    expect((await library.get('backup.check', {})).missingFiles).toBe(0);

    await library.get('health.addFile', { itemId, path: fileOutside(library, 'beans.pdf', 'beans') });
    expect(storedNames()).toHaveLength(1);
    expect((await library.get('backup.check', {})).missingFiles).toBe(0);
  });

  it('are left while they are new or a job runs, as they may not be written down yet', async () => {
    const { core } = library.library;
    const stored = await new FileStore(core.paths.files).putBytes(Buffer.from('stray'));
    if (!stored.ok) throw new Error(stored.error.code);
    const path = join(library.root, 'files', stored.value.id.slice(0, 2), stored.value.id);
    expect(await library.get('health.unusedFiles', {})).toEqual({ files: 0, bytes: 0 });
    const old = new Date(Date.now() - HOUR);
    utimesSync(path, old, old);
    expect(await library.get('health.unusedFiles', {})).toEqual({ files: 1, bytes: 5 });
    core.db
      .prepare(
        `INSERT INTO job (id, kind, payload, state, done, created_at, updated_at) VALUES ('j', 'import', '{}', 'running', 0, '2026', '2026')`,
      )
      .run();
    expect(await library.call('health.freeUnused', {})).toMatchObject({ error: { code: 'health.busy' } });
    expect(existsSync(path)).toBe(true);
    core.db.prepare('DELETE FROM job').run();
    expect(await library.get('health.freeUnused', {})).toEqual({ files: 1, bytes: 5 });
    expect(existsSync(path)).toBe(false);
  });
});
