import { AxeBuilder } from '@axe-core/playwright';
import { paperPdf } from '../builders/paper-pdf';
import { expect, test } from './pages/launch';
import { importPdf } from './pages/reader';
import { SearchPage } from './pages/search';

const PAGES = [
  'Pairs met four times a week for ten minutes and attendance was logged by the class teacher.',
  'The second page says that listening to slow readers takes time.',
];

test('words of a page are found, and the hit opens that page, by keyboard', async ({ desk }) => {
  const { attachmentId } = await importPdf(desk, 'ten-minutes.pdf', await paperPdf({ pages: PAGES }));
  await expect.poll(async () => (await desk.get('search.status', {})).indexed).toBe(1);
  const search = new SearchPage(desk.page);
  await search.search('slow readers');
  const hits = search.group('In the text');
  await expect(hits).toHaveCount(1);
  await expect(hits.locator('mark')).toHaveText(['slow', 'readers']);
  await expect(hits).toContainText('p. 2');
  const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze();
  expect(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
  ).toEqual([]);
  await hits.focus();
  await desk.page.keyboard.press('Enter');
  await expect(desk.page).toHaveURL(new RegExp(`/reader/${attachmentId}\\?page=2&quote=slow\\+readers`));
});

test('arrow keys move between hits, Escape leaves, nothing found says how to ask', async ({ desk }) => {
  await importPdf(desk, 'ten-minutes.pdf', await paperPdf({ pages: [...PAGES, 'Attendance was good.'] }));
  await expect.poll(async () => (await desk.get('search.status', {})).indexed).toBe(1);
  const search = new SearchPage(desk.page);
  await search.search('text:attendance');
  await expect(search.hits).toHaveCount(2);
  await search.hits.first().focus();
  await desk.page.keyboard.press('ArrowDown');
  await expect(search.hits.nth(1)).toBeFocused();
  await desk.page.keyboard.press('Escape');
  await expect(search.hits).toHaveCount(0);
  await search.search('zzzqq');
  await expect(desk.page.getByText('Nothing found for “zzzqq”')).toBeVisible();
  await expect(desk.page.getByText('words next to one another')).toBeVisible();
});
