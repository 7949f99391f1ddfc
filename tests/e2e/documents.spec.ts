import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aPdf } from '../builders/a-pdf';
import { expect, test, type RunningApp } from './pages/launch';
import { LibraryPage } from './pages/library-page';

async function seriousFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** What would have been handed to the system, in order. */
function handed(desk: RunningApp): readonly { readonly how: string; readonly path: string }[] {
  const script: unknown = JSON.parse(readFileSync(join(desk.folder, 'dialogs.json'), 'utf8'));
  const opened: unknown = typeof script === 'object' && script !== null ? Reflect.get(script, 'opened') : [];
  return Array.isArray(opened) ? (opened as readonly { how: string; path: string }[]) : [];
}

async function add(
  desk: RunningApp,
  itemId: string,
  name: string,
  bytes: Uint8Array | string,
): Promise<string> {
  const path = join(desk.folder, name);
  writeFileSync(path, bytes);
  return (await desk.get('health.addFile', { itemId, path })).attachmentId;
}

async function show(page: Page, itemId: string): Promise<void> {
  await page.evaluate((id) => {
    window.location.hash = `#/library/${id}`;
  }, itemId);
}

test('slides open in their program, a script does not, and the page can have no path opened', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  desk.scriptDialogs({ save: [join(desk.folder, 'saved.sh')] });
  const [itemId = ''] = await library.add([{ title: 'Ten minutes a day' }]);
  await add(desk, itemId, 'slides.pptx', 'slides');
  await add(desk, itemId, 'run.sh', '#!/bin/sh');
  await show(page, itemId);
  await page.getByRole('button', { name: 'Open slides.pptx in its program' }).press('Enter');
  await expect(library.message('A copy was opened.')).toBeVisible();
  expect(handed(desk).map(({ how, path }) => [how, basename(path)])).toEqual([['open', 'slides.pptx']]);
  expect(readFileSync(handed(desk)[0]?.path ?? '', 'utf8')).toBe('slides');

  await page.getByRole('button', { name: 'What to do with slides.pptx' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Show in its folder' }).press('Enter');
  await expect.poll(() => handed(desk).at(-1)?.how).toBe('show');

  await page.getByRole('button', { name: 'Open run.sh in its program' }).press('Enter');
  await expect(page.getByText('is a program or a script')).toBeVisible();
  await page.getByRole('button', { name: 'What to do with run.sh' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Save a copy…' }).press('Enter');
  await expect(library.message('A copy was saved.')).toBeVisible();
  expect(readFileSync(join(desk.folder, 'saved.sh'), 'utf8')).toBe('#!/bin/sh');

  const answers = await page.evaluate(async () => {
    const open = window.inquiry.call['desktop.openDocument'];
    const unknown = '01890000-0000-7000-8000-000000000000';
    const raw = Reflect.get(window.inquiry.call, 'desktop.openDocument');
    return [
      await Reflect.apply(raw, undefined, [{ attachmentId: '/etc/passwd', how: 'open' }]),
      await Reflect.apply(raw, undefined, [{ path: '/etc/passwd', how: 'open' }]),
      await open({ attachmentId: unknown, how: 'open' }),
      Reflect.has(window.inquiry.call, 'paper.hand-out'),
    ] as const;
  });
  expect(answers).toMatchObject([
    { error: { code: 'call.bad-input' } },
    { error: { code: 'call.bad-input' } },
    { error: { code: 'files.attachment-not-found' } },
    false,
  ]);
  expect(handed(desk)).toHaveLength(2);
});

test('the oldest PDF is read until another is made the main document', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  const [itemId = ''] = await library.add([{ title: 'Ten minutes a day' }]);
  await add(desk, itemId, 'slides.pptx', 'slides');
  const paper = await add(desk, itemId, 'paper.pdf', await aPdf('The paper itself'));
  const supplement = await add(desk, itemId, 'supplement.pdf', await aPdf('The supplement'));
  await show(page, itemId);
  await page.getByRole('button', { name: 'Read', exact: true }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`/reader/${paper}`));
  await show(page, itemId);
  await page.getByRole('button', { name: 'What to do with supplement.pdf' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Make it the main document' }).press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'supplement.pdf' })).toContainText(
    'main document',
  );
  await page.getByRole('button', { name: 'Read', exact: true }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`/reader/${supplement}`));
});

test('documents of chosen papers get names by the pattern, after a look at them', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  const ids = await library.add([{ title: 'Alpha' }, { title: 'Beta' }]);
  for (const itemId of ids) await add(desk, itemId, `${itemId}.docx`, itemId);
  await library.open();
  await library.row('Alpha').click();
  await page.keyboard.press('Control+a');
  await library.panel.getByRole('button', { name: 'Name documents by the pattern…' }).press('Enter');
  await expect(page.getByRole('cell', { name: 'Halas - 2019 - Alpha.docx' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Name them' }).press('Enter');
  await expect(library.message('2 documents have new names.')).toBeVisible();
  await expect
    .poll(async () => (await desk.get('health.itemFiles', { itemId: ids[0] ?? '' }))[0]?.title)
    .toBe('Halas - 2019 - Alpha.docx');
});

test('deleted notes and documents are put back or deleted for good in the trash', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  const [itemId = ''] = await library.add([{ title: 'Ten minutes a day' }]);
  const { id: noteId } = await desk.get('notes.create', { itemId, body: 'Ask about peas' });
  await desk.get('notes.trash', { noteId });
  const attachmentId = await add(desk, itemId, 'slides.pptx', 'slides');
  await desk.get('health.removeFile', { attachmentId });
  await library.open();
  await library.list('Trash').click();
  await page.getByRole('button', { name: 'Notes: 1' }).press('Enter');
  await expect(page.getByRole('rowheader', { name: 'Ask about peas' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Put back: Ask about peas' }).press('Enter');
  await expect(page.getByText('No deleted notes')).toBeVisible();
  expect(await desk.get('notes.list', { itemId })).toHaveLength(1);

  await page.getByRole('button', { name: 'Documents: 1' }).press('Enter');
  await page.getByRole('button', { name: 'Delete for good: slides.pptx' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete for good?' });
  await expect(question).toContainText('1 document goes that you took off its record');
  await question.getByRole('button', { name: 'Delete for good' }).press('Enter');
  await expect(page.getByText('No documents in the trash')).toBeVisible();
  await library.message('Deleted for good: 1.').getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('rowheader', { name: 'slides.pptx' })).toBeVisible();
});
