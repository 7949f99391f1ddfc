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

test('a note, an entry of the reading log and one of the journal open where they stand', async ({ desk }) => {
  const { page } = desk;
  const { itemId } = await desk.get('library.create', {
    csl: { type: 'book', title: 'Counting with beans' },
  });
  await desk.get('notes.create', { itemId, body: 'zebra crossing on a paper' });
  await desk.get('notes.create', { itemId: null, body: 'zebra crossing on its own' });
  await desk.get('reading.add', { itemId, date: '2026-01-15', keyIdea: 'zebra crossing in the log' });
  const { projectId } = await desk.get('inquiry.create', { title: 'Reading', modelId: 'kmt' });
  const cycleId = (await desk.get('inquiry.get', { projectId, cycleId: null })).cycleId;
  await desk.get('inquiry.writeEntry', {
    projectId,
    cycleId,
    entryId: null,
    kind: 'observation',
    date: '2026-01-15',
    title: 'Monday',
    description: 'zebra crossing in the journal',
    interpretation: '',
    perspective: null,
    isSmallWin: false,
    privacy: 'P2',
  });
  const search = new SearchPage(page);
  const opened = page.locator('[aria-current="true"]');
  for (const where of ['on a paper', 'on its own']) {
    await search.search('zebra');
    await search.hits.filter({ hasText: where }).click();
    await expect(page).toHaveURL(/\/notes\//);
    await expect(page.getByRole('main').getByRole('textbox')).toContainText(where);
  }
  await search.search('zebra');
  await search.hits.filter({ hasText: 'in the log' }).click();
  await expect(opened.filter({ hasText: 'zebra crossing in the log' })).toBeFocused();
  await search.search('zebra');
  await search.hits.filter({ hasText: 'in the journal' }).click();
  await expect(page).toHaveURL(new RegExp(`/inquiry/${projectId}/journal`));
  await expect(opened.filter({ hasText: 'zebra crossing in the journal' })).toBeFocused();
});
