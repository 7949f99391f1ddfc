import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPaper, fileOutside } from '../../builders/health';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(() => library.close());

const view = {
  view: { scope: { kind: 'all' as const } },
  sort: { by: 'added' as const, direction: 'descending' as const },
};

async function add(itemId: string, name: string): Promise<string> {
  const path = fileOutside(library, name, name);
  return (await library.get('health.addFile', { itemId, path })).attachmentId;
}

/** What every place that opens "the paper" would open. */
async function papers(itemId: string): Promise<readonly (string | null | undefined)[]> {
  await library.get('library.markOpened', { itemId });
  const { attachments } = await library.get('library.get', { itemId });
  const files = await library.get('health.itemFiles', { itemId });
  const { papers: toAppraise } = await library.get('appraisal.papers', { setId: 'a-gen' });
  return [
    (await library.get('library.list', view)).rows.find((row) => row.id === itemId)?.attachmentId,
    attachments.find(({ mediaType }) => mediaType === 'application/pdf')?.id,
    (await library.get('library.desk', {})).reading[0]?.attachmentId,
    toAppraise[0]?.attachmentId,
    (await library.get('appraisal.paperOf', { itemId })).attachmentId,
    files.find(({ isMain }) => isMain)?.attachmentId,
  ];
}

describe('the main document of a record', () => {
  it('is the oldest PDF, whatever else was added, until the person marks another', async () => {
    const { itemId } = await library.get('library.create', { csl: { type: 'book', title: 'Beans' } });
    await add(itemId, 'slides.docx');
    expect((await library.get('library.list', view)).rows[0]?.attachmentId).toBeNull();
    const paper = await add(itemId, 'paper.pdf');
    const supplement = await add(itemId, 'supplement.pdf');
    expect(new Set(await papers(itemId))).toEqual(new Set([paper]));

    await library.get('health.setMainFile', { attachmentId: supplement });
    expect(new Set(await papers(itemId))).toEqual(new Set([supplement]));
    await library.get('history.undo', {});
    expect(new Set(await papers(itemId))).toEqual(new Set([paper]));
    await library.get('history.redo', {});

    await library.get('health.removeFile', { attachmentId: supplement });
    expect(new Set(await papers(itemId))).toEqual(new Set([paper]));
    expect(await library.call('health.setMainFile', { attachmentId: supplement })).toMatchObject({
      error: { code: 'files.attachment-not-found' },
    });
  });

  it('is a PDF, as only that can be read in the app', async () => {
    const { itemId } = await library.get('library.create', { csl: { type: 'book', title: 'Beans' } });
    const slides = await add(itemId, 'slides.docx');
    expect(await library.call('health.setMainFile', { attachmentId: slides })).toMatchObject({
      error: { code: 'health.not-a-pdf' },
    });
  });

  it('stays the one of the record that is kept when two are merged', async () => {
    const keeper = await addPaper(library, { title: 'Ten minutes a day', bytes: 'one' });
    const gone = await addPaper(library, { title: 'Ten minutes a day!', bytes: 'two' });
    await library.get('health.setMainFile', { attachmentId: String(gone.attachmentId) });
    await library.get('health.setMainFile', { attachmentId: String(keeper.attachmentId) });
    await library.get('duplicates.merge', { itemIds: [keeper.itemId, gone.itemId], keeperId: keeper.itemId });
    const files = await library.get('health.itemFiles', { itemId: keeper.itemId });
    expect(files.map(({ attachmentId, isMain }) => [attachmentId, isMain])).toEqual([
      [keeper.attachmentId, true],
      [gone.attachmentId, false],
    ]);
  });
});
