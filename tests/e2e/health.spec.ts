import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aPdf } from '../builders/a-pdf';
import { expect, launch, test, type RunningApp } from './pages/launch';

async function seriousFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function openHealth(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/health';
  });
  await expect(page.getByRole('heading', { name: /Health of the library|Стан бібліотеки/ })).toBeVisible();
}

/** A record with one document. @returns ids and where the person's own file lies */
async function addPaper(desk: RunningApp): Promise<{ itemId: string; path: string }> {
  const path = join(desk.folder, 'Reading aloud.pdf');
  writeFileSync(path, await aPdf());
  const { itemId } = await desk.get('library.create', {
    csl: {
      type: 'article-journal',
      title: 'Ten minutes a day',
      author: [{ family: 'Halas', given: 'Olena' }],
      issued: { 'date-parts': [[2019]] },
    },
  });
  await desk.get('health.addFile', { itemId, path });
  return { itemId, path };
}

function storedFile(desk: RunningApp): string {
  const files = join(desk.libraryFolder, 'files');
  for (const folder of readdirSync(files))
    if (/^[0-9a-f]{2}$/.test(folder))
      for (const name of readdirSync(join(files, folder)))
        if (/^[0-9a-f]{64}$/.test(name)) return join(files, folder, name);
  throw new Error('no document is stored');
}

test('a document that got lost is missed, found again in a folder, and named after its record', async ({
  desk,
}) => {
  const { itemId, path } = await addPaper(desk);
  const { page } = desk;
  rmSync(storedFile(desk));
  await openHealth(page);
  await page.getByRole('button', { name: 'Check the library' }).press('Enter');
  await expect(page.getByText('1 document is not where it should be.')).toBeVisible();
  const folder = join(desk.folder, 'old laptop');
  mkdirSync(folder);
  copyFileSync(path, join(folder, 'scan 17.pdf'));
  desk.scriptDialogs({ open: [[folder]] });
  await page.getByRole('button', { name: 'Look in a folder…' }).press('Enter');
  await expect(page.getByText('The database is sound and every document is there.')).toBeVisible();

  await page.evaluate((id) => {
    window.location.hash = `#/library/${id}`;
  }, itemId);
  await page.getByRole('button', { name: 'What to do with Reading aloud.pdf' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Name it after the record' }).press('Enter');
  await expect(
    page.getByRole('button', { name: 'Halas - 2019 - Ten minutes a day.pdf', exact: true }),
  ).toBeVisible();
});

test('after the database is lost the library is built again from its folder', async ({ desk }) => {
  await addPaper(desk);
  await openHealth(desk.page);
  await expect
    .poll(async () => (await desk.get('health.status', {})).sidecars.records, { timeout: 20_000 })
    .toBe(1);
  // Closed without `desk.close`, which would clear the folder away.
  await desk.app.close();
  const aside = join(desk.folder, 'aside');
  mkdirSync(aside);
  for (const name of readdirSync(desk.libraryFolder).filter((entry) => entry.includes('.sqlite')))
    renameSync(join(desk.libraryFolder, name), join(aside, name));

  const again = await launch({ folder: desk.folder, libraryFolder: desk.libraryFolder });
  try {
    await openHealth(again.page);
    await again.page.getByRole('button', { name: 'Build the library again' }).press('Enter');
    await expect(
      again.page.getByText('Done. Everything that the files held is in the library.'),
    ).toBeVisible();
    expect((await again.get('library.counts', {})).all).toBe(1);
  } finally {
    await again.close();
  }
});

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'uk'],
] as const)
  test(`the health page is clean for axe (${theme}, ${language})`, async ({ desk }) => {
    await addPaper(desk);
    await desk.get('settings.set', { theme, language });
    await openHealth(desk.page);
    expect(await seriousFaults(desk.page)).toEqual([]);
    if (process.env['SHOTS'] !== undefined)
      await desk.page.screenshot({ path: join(process.env['SHOTS'], `health-${theme}-${language}.png`) });
  });

test('a damaged database is told in plain words, and a backup brings the library back, by keyboard', async ({
  desk,
}) => {
  await desk.get('library.create', { csl: { type: 'book', title: 'Kept in the backup' } });
  await desk.get('backup.create', {});
  await desk.app.close();
  const database = join(desk.libraryFolder, 'library.sqlite');
  for (const suffix of ['-wal', '-shm']) rmSync(database + suffix, { force: true });
  writeFileSync(database, 'no database any more, as after a disk fault'.repeat(200));
  const broken = await launch({ folder: desk.folder, libraryFolder: desk.libraryFolder });
  const { page } = broken;
  await expect(page.getByText('The library’s database is damaged')).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  const folder = process.env['INQUIRY_PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, 'damaged.png') });
  const back = page.getByRole('button', { name: /^Take the backup of/ });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The library’s database is damaged')).toHaveCount(0);
  await expect.poll(async () => (await broken.get('library.counts', {})).all).toBe(1);
  expect(readdirSync(join(desk.libraryFolder, 'backups')).some((name) => name.startsWith('damaged-'))).toBe(
    true,
  );
  await broken.app.close();
});
