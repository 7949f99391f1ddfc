import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { aPdf } from '../builders/a-pdf';
import { expect, test, type RunningApp } from './pages/launch';
import { LibraryPage } from './pages/library-page';

/** Holds files over something as the system does, and drops them there unless they are only held. */
async function drag(desk: RunningApp, paths: readonly string[], to: Locator, drops = true): Promise<void> {
  const box = await to.boundingBox();
  if (box === null) throw new Error('there is nothing to drop on');
  const session = await desk.page.context().newCDPSession(desk.page);
  const at = { x: box.x + 40, y: box.y + Math.min(20, box.height / 2) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of drops
    ? (['dragEnter', 'dragOver', 'drop'] as const)
    : (['dragEnter', 'dragOver'] as const))
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

test('a file dropped on a paper becomes its document, in one step; beside it, it is imported', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  const { page, panel } = library;
  const [alphaId = '', betaId = ''] = await library.add([{ title: 'Alpha' }, { title: 'Beta' }]);
  const pdf = join(desk.folder, 'paper.pdf');
  const slides = join(desk.folder, 'slides.docx');
  writeFileSync(pdf, await aPdf());
  writeFileSync(slides, 'slides');
  const documents = async (itemId: string): Promise<readonly string[]> =>
    (await desk.get('health.itemFiles', { itemId })).map(({ title }) => title);
  await library.open();
  await expect(library.row('Alpha')).toBeVisible();

  await test.step('what will happen is said, where the pointer is', async () => {
    await drag(desk, [pdf], library.row('Alpha'), false);
    await expect(page.getByText('Drop to add to “Alpha”')).toBeVisible();
    await expect(library.row('Alpha')).toHaveAttribute('data-file-over', '');
    await drag(desk, [pdf], library.row('Beta'), false);
    await expect(page.getByText('Drop to add to “Beta”')).toBeVisible();
    await expect(library.row('Alpha')).not.toHaveAttribute('data-file-over', '');
    await drag(desk, [pdf], library.side, false);
    await expect(page.getByText('Drop to import')).toBeVisible();
  });

  await test.step('two files on a row are one step', async () => {
    await drag(desk, [pdf, slides], library.row('Alpha'));
    await expect(library.message('Added to “Alpha”: 2 documents.')).toBeVisible();
    await expect(page.getByText('Drop to add to')).toBeHidden();
    expect(await documents(alphaId)).toEqual(['paper.pdf', 'slides.docx']);
    expect((await desk.get('library.counts', {})).all).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => documents(alphaId)).toEqual([]);
    await library.grid.focus();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => documents(alphaId)).toEqual(['paper.pdf', 'slides.docx']);
  });

  await test.step('the same file is not added twice; on another paper it is, and that is told', async () => {
    await drag(desk, [pdf], library.row('Alpha'));
    await expect(library.message('“Alpha” has this document already.')).toBeVisible();
    expect(await documents(alphaId)).toHaveLength(2);
    await library.row('Beta').click();
    await drag(desk, [pdf], panel.getByRole('heading', { name: 'Beta' }));
    await expect(library.message('Added to “Beta”: 1 document. “Alpha” has the same file.')).toBeVisible();
    expect(await documents(betaId)).toEqual(['paper.pdf']);
  });

  await test.step('anywhere else it is imported', async () => {
    await drag(desk, [pdf], library.side);
    await expect(page).toHaveURL(/#\/import\//);
    expect(await documents(betaId)).toHaveLength(1);
  });
});

test('the keyboard adds a document in the panel of the paper', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const [alphaId = ''] = await library.add([{ title: 'Alpha' }]);
  const pdf = join(desk.folder, 'paper.pdf');
  writeFileSync(pdf, await aPdf());
  await library.open();
  await library.grid.focus();
  await library.page.keyboard.press('ArrowDown');
  desk.scriptDialogs({ open: [[pdf]] });
  await library.panel.getByRole('button', { name: 'Add a document…' }).press('Enter');
  await expect
    .poll(async () => (await desk.get('health.itemFiles', { itemId: alphaId })).map(({ title }) => title))
    .toEqual(['paper.pdf']);
});
