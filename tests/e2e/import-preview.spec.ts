import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { aBibtexFile } from '../builders/bibliography';
import { ImportPage } from './pages/import-page';
import { expect, test, type RunningApp } from './pages/launch';

async function serious(page: RunningApp['page']): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Pictures for people, when a folder for them is named. */
async function picture(page: RunningApp['page'], name: string): Promise<void> {
  const folder = process.env['INQUIRY_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('shows what would come in, imports what is ticked, and exports it again', async ({ desk }) => {
  const { page } = desk;
  const first = join(desk.folder, 'first.bib');
  writeFileSync(first, aBibtexFile(3));
  const before = await desk.get('import.start', { paths: [first] });
  await expect
    .poll(
      async () => (await desk.get('import.history', {})).find(({ jobId }) => jobId === before.jobId)?.state,
    )
    .toBe('done');
  const path = join(desk.folder, 'refs.bib');
  const long = `A very long title that goes on and on ${'about reading aloud in classrooms of many kinds '.repeat(6)}`;
  writeFileSync(
    path,
    `@article{long, title={${long}}, author={Koval, Olena}, year={2020}}\n${aBibtexFile(6)}\n@article{broken, title = {Never {closed},\n`,
  );
  desk.scriptDialogs({ open: [[path]], save: [join(desk.folder, 'out.bib')] });
  const importing = new ImportPage(page);
  await importing.open('preview');
  await picture(page, 'start');
  await importing.chooseFiles();

  await expect(page.getByRole('heading', { name: 'Import preview' })).toBeVisible();
  const start = page.getByRole('button', { name: 'Import 7 records' });
  await expect(start).toBeEnabled();
  expect((await desk.get('library.counts', {})).all).toBe(3);
  const lines = page.getByRole('tabpanel').getByRole('listitem');
  await expect(lines).toHaveCount(8);
  expect(await serious(page)).toEqual([]);
  await picture(page, 'preview-light');

  // One work is left out, by keyboard.
  await page.getByRole('checkbox', { name: `Import: ${long.trim()}` }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Import 6 records' })).toBeEnabled();
  await page.getByRole('tab', { name: /^Already there/ }).click();
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText('with the same DOI');
  await picture(page, 'preview-duplicates');
  await page.getByRole('tab', { name: /^Need a look/ }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText('A bracket { or } is missing');

  await desk.get('settings.set', { theme: 'dark', language: 'uk' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  expect(await serious(page)).toEqual([]);
  await picture(page, 'preview-dark-uk');
  await desk.get('settings.set', { theme: 'light', language: 'en' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await page.getByRole('combobox', { name: 'Found via' }).fill('My colleague Taras');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Import 6 records' }).click();
  await expect.poll(async () => (await desk.get('library.counts', {})).all).toBe(6);
  expect((await desk.get('import.foundVia', {})).words).toEqual(['My colleague Taras']);

  await page.keyboard.press('Control+Shift+X');
  await expect(importing.window).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await picture(page, 'export');
  await importing.window.getByRole('radio', { name: /^The whole library/ }).check({ force: true });
  await importing.window.getByRole('button', { name: 'Export…' }).click();
  await expect(
    page.getByRole('alertdialog').filter({ hasText: '6 records exported to out.bib' }),
  ).toBeVisible();
  expect(readFileSync(join(desk.folder, 'out.bib'), 'utf8').match(/^@/gm)).toHaveLength(6);

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await desk.get('library.counts', {})).all).toBe(3);
});

test('makes records of a pasted list of numbers', async ({ desk }) => {
  const { page } = desk;
  const importing = new ImportPage(page);
  await importing.open('preview');
  await importing.window.getByRole('button', { name: 'Paste DOIs, ISBNs or records' }).click();
  await importing.window
    .getByRole('textbox', { name: /^DOIs, ISBNs/ })
    .fill('10.5555/one\n978-0-306-40615-7\nnothing here');
  await importing.window.getByRole('button', { name: 'Look at the list' }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('number was found in this line')).toBeVisible();
  await picture(page, 'pasted');
  await page.getByRole('button', { name: 'Import 2 records' }).click();
  await expect.poll(async () => (await desk.get('library.counts', {})).all).toBe(2);
});
