import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeZoteroExport } from '../builders/zotero-library';
import { ImportPage } from './pages/import-page';
import { expect, test } from './pages/launch';

test('moves a Zotero library of 300 papers by choosing its folder, in far less than ten minutes', async ({
  desk,
}) => {
  test.setTimeout(300_000);
  const { page } = desk;
  const zotero = await writeZoteroExport(desk.folder);
  desk.scriptDialogs({ open: [[zotero.folder]] });
  const importing = new ImportPage(page);
  const began = performance.now();
  const seconds = (): string => ((performance.now() - began) / 1_000).toFixed(1);
  await importing.open('preview');
  await importing.window.getByRole('button', { name: 'Choose a folder…' }).click();
  const start = page.getByRole('button', { name: 'Import 300 records' });
  await expect(start).toBeEnabled({ timeout: 120_000 });
  const seen = seconds();
  await expect(page.getByRole('tabpanel').getByText('names 4 files')).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Need a look 0/ })).toBeVisible();
  const pictures = process.env['INQUIRY_PICTURES'];
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, 'moving-preview.png') });
  }
  await start.click();
  const finished = page.getByText('300 records imported');
  await expect(finished.first()).toBeVisible({ timeout: 120_000 });
  console.log(`Moving 300 papers: preview after ${seen} s, all in the library after ${seconds()} s`);

  expect((await desk.get('library.counts', {})).all).toBe(300);
  await expect(
    page
      .getByRole('treeitem', { name: /Literature review/ })
      .or(page.getByText('Literature review'))
      .first(),
  ).toBeVisible();
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'moving-library.png') });

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await desk.get('library.counts', {})).all).toBe(0);
});
