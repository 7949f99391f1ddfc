import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { addPaper, fileOutside } from '../../builders/health';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

const open: TestLibrary[] = [];
function testLibrary(root?: string): TestLibrary {
  const library = openTestLibrary(root === undefined ? {} : { root });
  open.push(library);
  return library;
}
afterEach(async () => {
  for (const library of open.splice(0)) await library.close();
});

const storedPath = (library: TestLibrary, fileId: string): string =>
  join(library.root, 'files', fileId.slice(0, 2), fileId);

describe('health of the library', () => {
  it('finds nothing wrong with a sound library', async () => {
    const library = testLibrary();
    await addPaper(library, { title: 'Ten minutes a day', bytes: 'first' });
    expect(await library.get('health.check', {})).toEqual({ problems: [], missing: [] });
    expect(await library.get('health.status', {})).toMatchObject({
      journal: 'wal',
      syncService: null,
      conflictCopies: [],
      counts: { items: 1, attachments: 1, linkedFiles: 0, notes: 1, annotations: 1 },
    });
  });

  it('names a document that is gone and one that was cut short', async () => {
    const library = testLibrary();
    const gone = await addPaper(library, { title: 'Gone', bytes: 'first' });
    const cut = await addPaper(library, { title: 'Shortened', bytes: 'the second document' });
    rmSync(storedPath(library, String(gone.fileId)));
    writeFileSync(storedPath(library, String(cut.fileId)), 'the sec');
    const { missing } = await library.get('health.check', {});
    expect(missing.map(({ title }) => title)).toEqual(['Gone.pdf', 'Shortened.pdf']);
    expect(missing.some(({ reason }) => reason === 'missing')).toBe(true);
  });

  it('takes the same document back, and another one only when told to, as an undoable step', async () => {
    const library = testLibrary();
    const { fileId, attachmentId } = await addPaper(library, { title: 'Gone', bytes: 'first' });
    rmSync(storedPath(library, String(fileId)));
    const other = fileOutside(library, 'other.pdf', 'another text');
    const input = { attachmentId: String(attachmentId), path: other };
    expect(await library.call('health.repairFile', input)).toMatchObject({
      ok: false,
      error: { code: 'health.other-file' },
    });
    const same = fileOutside(library, 'same.pdf', 'first');
    expect(await library.get('health.repairFile', { ...input, path: same })).toEqual({ isSame: true });
    expect((await library.get('health.check', {})).missing).toEqual([]);

    expect(await library.get('health.repairFile', { ...input, acceptOther: true })).toEqual({
      isSame: false,
    });
    const info = await library.get('files.attachmentInfo', { attachmentId: String(attachmentId) });
    expect(info.fileId).not.toBe(fileId);
    await library.get('history.undo', {});
    const before = await library.get('files.attachmentInfo', { attachmentId: String(attachmentId) });
    expect(before.fileId).toBe(fileId);
  });

  it('tells slides from the paper, so that reading and "has:pdf" do not take the one for the other', async () => {
    const library = testLibrary();
    const { itemId } = await library.get('library.create', { csl: { type: 'book', title: 'Beans' } });
    await library.get('health.addFile', { itemId, path: fileOutside(library, 'slides.docx', 'no pdf') });
    const withPdf = async (): Promise<number> =>
      (await library.get('search.query', { text: 'has:pdf' })).groups.flatMap(({ hits }) => hits).length;
    expect(await withPdf()).toBe(0);
    await library.get('health.addFile', { itemId, path: fileOutside(library, 'paper.pdf', 'first') });
    expect(await withPdf()).toBe(1);
    const { attachments } = await library.get('library.get', { itemId });
    expect(attachments.map(({ mediaType }) => mediaType === 'application/pdf')).toEqual([true, false]);
  });

  it('puts a file on a record once, tells where else it is, and takes several back as one step', async () => {
    const library = testLibrary();
    const { itemId } = await library.get('library.create', { csl: { type: 'book', title: 'Beans' } });
    const other = await library.get('library.create', { csl: { type: 'book', title: 'Peas' } });
    const path = fileOutside(library, 'paper.pdf', 'first');
    const count = async (id: string): Promise<number> =>
      (await library.get('health.itemFiles', { itemId: id })).length;
    const added = await library.get('health.addFile', { itemId, path });
    expect(added).toMatchObject({ wasThere: false, alsoOn: null });
    // The same bytes under another name.
    const again = fileOutside(library, 'copy of paper.pdf', 'first');
    expect(await library.get('health.addFile', { itemId, path: again })).toEqual({
      attachmentId: added.attachmentId,
      wasThere: true,
      alsoOn: null,
    });
    expect(await count(itemId)).toBe(1);
    const groupId = randomUUID();
    for (const file of [again, fileOutside(library, 'slides.docx', 'slides')])
      await library.get('health.addFile', { itemId: other.itemId, path: file, groupId });
    expect(await count(other.itemId)).toBe(2);
    await library.get('history.undo', {});
    expect([await count(itemId), await count(other.itemId)]).toEqual([1, 0]);
    await library.get('history.redo', {});
    expect(await count(other.itemId)).toBe(2);
    const third = await library.get('library.create', { csl: { type: 'book', title: 'Lentils' } });
    expect(await library.get('health.addFile', { itemId: third.itemId, path })).toMatchObject({
      wasThere: false,
      alsoOn: 'Beans',
    });
  });

  it('finds missing documents in a folder by their content, whatever they are called there', async () => {
    const library = testLibrary();
    const first = await addPaper(library, { title: 'First', bytes: 'first' });
    const second = await addPaper(library, { title: 'Second', bytes: 'second!' });
    for (const { fileId } of [first, second]) rmSync(storedPath(library, String(fileId)));
    const folder = mkdtempSync(join(tmpdir(), 'inquiry-find-'));
    mkdirSync(join(folder, 'old'));
    writeFileSync(join(folder, 'old', 'renamed.pdf'), 'first');
    writeFileSync(join(folder, 'old', 'same size.pdf'), 'secon??');
    expect(await library.get('health.findFiles', { path: folder })).toEqual({ found: 1, stillMissing: 1 });
    rmSync(folder, { recursive: true });
  });

  it('keeps the database in one file where a service copies the folder about, and shows what the service left', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inquiry-synced-'));
    mkdirSync(join(folder, 'Dropbox'));
    const library = testLibrary(join(folder, 'Dropbox', 'desk'));
    writeFileSync(join(library.root, 'library (conflicted copy 2026-01-15).sqlite'), '');
    expect(await library.get('health.status', {})).toMatchObject({
      syncService: 'dropbox',
      journal: 'delete',
      conflictCopies: ['library (conflicted copy 2026-01-15).sqlite'],
    });
    await addPaper(library, { title: 'Written there', bytes: null });
    expect(await library.get('health.check', {})).toEqual({ problems: [], missing: [] });
  });
});
