import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDocument, PDFName } from 'pdf-lib';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDraft, aTarget } from '../../builders/annotation';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { paperPdf } from '../../builders/paper-pdf';
import { addPaper } from '../../builders/paper-in-library';

let library: TestLibrary;
let folder: string;
beforeEach(() => {
  library = openTestLibrary();
  folder = mkdtempSync(join(tmpdir(), 'annotation-'));
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listed(attachmentId: string): Promise<readonly string[]> {
  const { annotations } = await library.get('annotation.list', { attachmentId });
  return annotations.map((annotation) => annotation.comment);
}

describe('annotations', () => {
  it('come back as they were made, in reading order, also after a restart', async () => {
    const paper = addPaper(library, await paperPdf({ pages: ['a'] }));
    const late = aDraft({ sortIndex: '00003|000000|00000', pageIndex: 3, comment: 'second' });
    const early = aDraft({ comment: 'Перший', type: 'underline', color: '#ff6666' });
    const made = await library.get('annotation.create', {
      attachmentId: paper.attachmentId,
      drafts: [late, early],
    });
    expect(made.annotations.map((annotation) => annotation.comment)).toEqual(['Перший', 'second']);
    expect(made.annotations[0]).toMatchObject({ ...early, itemId: paper.itemId, linkCount: 0 });
    library = await library.reopen();
    expect(await library.get('annotation.list', { attachmentId: paper.attachmentId })).toEqual(made);
    expect(await library.get('annotation.listForItem', { itemId: paper.itemId })).toEqual(made);
  });

  it('are one step of undo per selection, and redo brings the same ids', async () => {
    const { attachmentId } = addPaper(library, await paperPdf({ pages: ['a'] }));
    const { annotations } = await library.get('annotation.create', {
      attachmentId,
      drafts: [aDraft(), aDraft({ pageIndex: 1 })],
    });
    await library.get('history.undo', {});
    expect(await listed(attachmentId)).toEqual([]);
    await library.get('history.redo', {});
    expect((await library.get('annotation.list', { attachmentId })).annotations).toEqual(annotations);
  });

  it('are removed to the trash with their links, and undo brings both back', async () => {
    const { attachmentId } = addPaper(library, await paperPdf({ pages: ['a'] }));
    const { annotations } = await library.get('annotation.create', { attachmentId, drafts: [aDraft()] });
    const id = annotations[0]?.id ?? '';
    library.library.core.commands.run('test.link', (change) => {
      change.insert('link', {
        id: uuidv7(),
        from_kind: 'annotation',
        from_id: id,
        relation: 'answers',
        to_kind: 'appraisal_answer',
        to_id: uuidv7(),
        payload: '{}',
        created_at: '2026-01-01T00:00:00.000Z',
      });
    });
    expect((await library.get('annotation.get', { annotationId: id })).annotation.linkCount).toBe(1);
    expect(await library.get('annotation.remove', { annotationIds: [id, uuidv7()] })).toEqual({ removed: 1 });
    expect(await library.call('annotation.get', { annotationId: id })).toMatchObject({
      error: { code: 'annotation.not-found' },
    });
    await library.get('history.undo', {});
    expect((await library.get('annotation.get', { annotationId: id })).annotation.linkCount).toBe(1);
  });

  it('keep typing in a comment together as one step of undo', async () => {
    const { attachmentId } = addPaper(library, await paperPdf({ pages: ['a'] }));
    const { annotations } = await library.get('annotation.create', { attachmentId, drafts: [aDraft()] });
    const annotationId = annotations[0]?.id ?? '';
    for (const comment of ['Ч', 'Чо', 'Чому?'])
      await library.get('annotation.update', { annotationId, patch: { comment } });
    await library.get('annotation.update', { annotationId, patch: { comment: 'Чому?' } });
    expect(await listed(attachmentId)).toEqual(['Чому?']);
    await library.get('history.undo', {});
    expect(await listed(attachmentId)).toEqual(['']);
  });

  it('take a new place when they were found in another copy', async () => {
    const { attachmentId } = addPaper(library, await paperPdf({ pages: ['a'] }));
    const { annotations } = await library.get('annotation.create', {
      attachmentId,
      drafts: [aDraft({ comment: 'kept' })],
    });
    const annotationId = annotations[0]?.id ?? '';
    const target = aTarget({
      pageIndex: 1,
      pageLabel: '2',
      fingerprint: 'copy-b',
      sortIndex: '00001|000090|00080',
    });
    const found = [
      { annotationId, target },
      { annotationId: uuidv7(), target },
    ];
    expect(await library.get('annotation.reanchor', { found })).toEqual({ moved: 1 });
    expect((await library.get('annotation.get', { annotationId })).annotation).toMatchObject({
      ...target,
      comment: 'kept',
    });
  });

  it('refuse what is not there', async () => {
    const missing = uuidv7();
    expect(await library.call('annotation.list', { attachmentId: missing })).toMatchObject({
      error: { code: 'files.attachment-not-found' },
    });
    expect(
      await library.call('annotation.create', { attachmentId: missing, drafts: [aDraft()] }),
    ).toMatchObject({ error: { code: 'files.attachment-not-found' } });
    expect(await library.call('annotation.update', { annotationId: missing, patch: {} })).toMatchObject({
      error: { code: 'annotation.not-found' },
    });
    expect(await library.call('annotation.remove', { annotationIds: [missing] })).toMatchObject({
      error: { code: 'annotation.not-found' },
    });
    expect(await library.call('annotation.keepPlace', { attachmentId: missing, pageIndex: 1 })).toMatchObject(
      { error: { code: 'files.attachment-not-found' } },
    );
  });
});

describe('reading place and colours', () => {
  it('remembers the page without a step of undo', async () => {
    const { attachmentId } = addPaper(library, await paperPdf({ pages: ['a'] }));
    const before = library.library.core.commands.state();
    await library.get('annotation.keepPlace', { attachmentId, pageIndex: 4 });
    expect((await library.get('files.attachmentInfo', { attachmentId })).lastPageIndex).toBe(4);
    expect(library.library.core.commands.state()).toEqual(before);
  });

  it('says what the reader shows and remembers that the paper was opened', async () => {
    const { attachmentId, itemId } = addPaper(library, await paperPdf({ pages: ['a'] }));
    const paper = await library.get('annotation.openPaper', { attachmentId });
    expect(paper).toEqual({
      itemId,
      itemTitle: 'Ten minutes a day',
      fileTitle: 'paper.pdf',
      mediaType: 'application/pdf',
      lastPageIndex: 0,
    });
    const { opened_at } = library.library.core.db.prepare('SELECT opened_at FROM item').get() as Record<
      string,
      string
    >;
    expect(opened_at).toMatch(/^2026-/);
    expect(library.events.at(-1)).toEqual({
      name: 'library.changed',
      payload: { tables: ['item'], sequence: 0 },
    });
    expect(await library.call('annotation.openPaper', { attachmentId: uuidv7() })).toMatchObject({
      error: { code: 'files.attachment-not-found' },
    });
  });

  it('renames colours, gives the default name back, and undoes both', async () => {
    expect(await library.get('annotation.palette', {})).toEqual({ meanings: {} });
    await library.get('annotation.renameColor', { color: '#ffd400', meaning: ' Знахідка ' });
    await library.get('annotation.renameColor', { color: '#ff6666', meaning: 'Doubt' });
    expect(await library.get('annotation.renameColor', { color: '#ff6666', meaning: '' })).toEqual({
      meanings: { '#ffd400': 'Знахідка' },
    });
    await library.get('history.undo', {});
    expect(await library.get('annotation.palette', {})).toEqual({
      meanings: { '#ffd400': 'Знахідка', '#ff6666': 'Doubt' },
    });
  });
});

describe('annotated copy', () => {
  it('is written whole, and the library file stays as it was', async () => {
    const bytes = await paperPdf({ pages: ['a', 'b'] });
    const paper = addPaper(library, bytes);
    await library.get('annotation.create', {
      attachmentId: paper.attachmentId,
      drafts: [aDraft(), aDraft({ pageIndex: 9 })],
    });
    const path = join(folder, 'копія.pdf');
    expect(await library.get('annotation.saveCopy', { attachmentId: paper.attachmentId, path })).toEqual({
      path,
      written: 1,
      skipped: 1,
    });
    const pdf = await PDFDocument.load(readFileSync(path));
    expect(pdf.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray).size()).toBe(1);
    expect(readFileSync(paper.path).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['копія.pdf']);
  });

  it('fails with a code and leaves nothing behind', async () => {
    const paper = addPaper(library, await paperPdf({ pages: ['a'] }));
    const broken = addPaper(library, randomBytes(2000));
    const text = addPaper(library, Buffer.from('plain'), 'text/plain');
    const gone = addPaper(library, await paperPdf({ pages: ['gone'] }));
    rmSync(gone.path);
    const target = join(folder, 'copy.pdf');
    const save = async (attachmentId: string, path: string) => {
      const result = await library.call('annotation.saveCopy', { attachmentId, path });
      return result.ok ? 'saved' : result.error.code;
    };
    expect(await save(broken.attachmentId, target)).toBe('annotation.pdf-broken');
    expect(await save(text.attachmentId, target)).toBe('annotation.not-a-pdf');
    expect(await save(gone.attachmentId, target)).toBe('annotation.file-missing');
    expect(await save(uuidv7(), target)).toBe('files.attachment-not-found');
    expect(await save(paper.attachmentId, 'copy.pdf')).toBe('annotation.path-not-allowed');
    expect(await save(paper.attachmentId, paper.path)).toBe('annotation.path-not-allowed');
    expect(await save(paper.attachmentId, join(folder, 'no-such-folder', 'copy.pdf'))).toBe(
      'annotation.cannot-write',
    );
    mkdirSync(join(folder, 'folder.pdf'));
    writeFileSync(join(folder, 'folder.pdf', 'x'), 'x');
    expect(await save(paper.attachmentId, join(folder, 'folder.pdf'))).toBe('annotation.cannot-write');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder)).toEqual(['folder.pdf']);
  });
});
