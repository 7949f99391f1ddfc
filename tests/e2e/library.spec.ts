import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, launch, test } from './pages/launch';
import { LibraryPage } from './pages/library-page';
import { goTo } from './pages/rooms';

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('an empty library says what to do, and a record written by hand can be edited and undone', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  await library.open();
  await expect(library.page.getByText('Your library is empty')).toBeVisible();
  expect(await seriousFaults(library.page)).toEqual([]);

  await library.page.keyboard.press('Control+K');
  await library.page.keyboard.type('record by hand');
  await library.page.keyboard.press('Enter');
  await library.page.getByRole('textbox', { name: 'Title' }).fill('Listening to slow readers');
  await library.page.keyboard.press('Enter');
  await expect(library.panel.getByRole('heading', { name: 'Listening to slow readers' })).toBeVisible();

  const year = library.panel.getByRole('textbox', { name: 'Published' });
  await year.fill('2021-03');
  await library.panel.getByRole('textbox', { name: 'Journal or book' }).fill('Notes from a primary school');
  await library.panel.getByRole('textbox', { name: 'Journal or book' }).blur();
  await expect(library.row('Listening to slow readers')).toContainText('2021');
  await expect(library.row('Listening to slow readers')).toContainText('Notes from a primary school');
  await year.fill('last spring');
  await year.blur();
  await expect(library.panel.getByText('This date is not understood')).toBeVisible();
  await year.fill('2021-03');
  await year.blur();

  await library.grid.focus();
  await library.page.keyboard.press('Control+Z');
  await expect(library.message('Undone: edit “Listening to slow readers”')).toBeVisible();
  await expect(library.row('Listening to slow readers')).not.toContainText('Notes from a primary school');
  await library.page.keyboard.press('Control+Shift+Z');
  await expect(library.row('Listening to slow readers')).toContainText('Notes from a primary school');
});

test('papers are sorted, chosen, tagged, filed, trashed and brought back with the keyboard alone', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  await library.add([
    { title: 'Alpha', year: 2015 },
    { title: 'Beta', year: 2021 },
    { title: 'Gamma', year: 2018 },
  ]);
  await desk.get('tags.create', { name: 'primary', color: '#5fb236' });
  await library.open();
  await expect.poll(() => library.titles()).toEqual(['Gamma', 'Beta', 'Alpha']);

  await page.getByRole('button', { name: 'Filter' }).press('Enter');
  const filter = page.getByRole('dialog', { name: 'Filter and order' });
  await filter.getByRole('button', { name: /Order by/ }).press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Ascending' }).press('Space');
  await page.keyboard.press('Escape');
  await expect.poll(() => library.titles()).toEqual(['Alpha', 'Beta', 'Gamma']);

  await library.grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(library.grid.locator('[aria-selected="true"]')).toHaveCount(2);
  await expect(library.panel.getByText('2 papers chosen')).toBeVisible();

  await page.keyboard.press('Control+T');
  await page.getByRole('combobox', { name: 'Name of the tag' }).fill('primary');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(library.row('Alpha')).toContainText('primary');
  await expect(library.row('Beta')).toContainText('primary');

  await page.keyboard.press('Control+K');
  await page.keyboard.type('new collection');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name of the collection' }).fill('Chapter 2');
  await page.keyboard.press('Enter');
  await expect(library.side.getByRole('row', { name: 'Chapter 2' })).toBeVisible();
  await library.grid.focus();
  await page.keyboard.press('Control+Shift+K');
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(library.message('Added to “Chapter 2”: 2 papers')).toBeVisible();
  await expect(library.list('To file')).toContainText('1');

  await library.grid.focus();
  await page.keyboard.press('Delete');
  await expect(library.message('2 papers are in the trash.')).toBeVisible();
  await expect.poll(() => library.titles()).toEqual(['Gamma']);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => library.titles()).toEqual(['Alpha', 'Beta', 'Gamma']);
});

test('an address shows its paper alone, also after all were chosen', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page, panel } = library;
  const [alphaId = ''] = await library.add([{ title: 'Alpha' }, { title: 'Beta' }]);
  await library.open();
  await library.row('Alpha').click();
  await page.keyboard.press('Control+a');
  await expect(panel.getByText('2 papers chosen')).toBeVisible();
  await goTo(page, '/checks');
  await expect(page.getByRole('main', { name: 'Record checks' })).toBeVisible();
  await goTo(page, `/library/${alphaId}`);
  await expect(panel.getByRole('heading', { name: 'Alpha' })).toBeVisible();
  await expect(library.grid.getByRole('row', { selected: true })).toHaveCount(1);
});

test('emptying the trash says what rests on the papers, and can be undone', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  const [itemId = ''] = await library.add([{ title: 'Peer tutoring when timetables are tight' }]);
  await desk.get('notes.create', { itemId, body: 'Try it with partners.' });
  await desk.get('library.trash', { itemIds: [itemId] });
  await library.open();
  await library.list('Trash').click();
  await page.getByRole('button', { name: 'Empty the trash' }).click();
  const question = page.getByRole('alertdialog', { name: 'Empty the trash?' });
  await expect(question).toContainText(
    '1 paper goes, and what hangs on it: annotations (0), notes (1) and appraisals (0).',
  );
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(await seriousFaults(page)).toEqual([]);
  await question.getByRole('button', { name: 'Empty the trash' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await library.message('1 paper was deleted.').getByRole('button', { name: 'Undo' }).click();
  await expect(library.row('Peer tutoring')).toBeVisible();
});

test('a paper can be dragged to a collection, and a collection into another', async ({ desk }) => {
  const library = new LibraryPage(desk);
  await library.add([{ title: 'Ten minutes a day' }]);
  const { collectionId } = await desk.get('collections.create', { name: 'Reading fluency' });
  await desk.get('collections.create', { name: 'Assessment' });
  await library.open();
  const target = library.side.getByRole('row', { name: 'Reading fluency' });
  const collections = () => desk.get('collections.list', {});
  // On a busy computer a driven mouse can be quicker than the system's drag begins: it is then moved again, as a person would.
  await expect(async () => {
    await library.row('Ten minutes a day').dragTo(target, { timeout: 5_000 });
    await expect
      .poll(async () => (await collections()).find(({ id }) => id === collectionId)?.count, {
        timeout: 3_000,
      })
      .toBe(1);
  }).toPass({ timeout: 40_000 });
  await expect(library.message('Added to “Reading fluency”')).toBeVisible();
  await expect(async () => {
    await library.side.getByRole('row', { name: 'Assessment' }).dragTo(target, { timeout: 5_000 });
    await expect
      .poll(async () => (await collections()).find(({ name }) => name === 'Assessment')?.parentId, {
        timeout: 3_000,
      })
      .toBe(collectionId);
  }).toPass({ timeout: 40_000 });
});

test('every setting is kept, the theme and the language change at once, and the library can be backed up', async ({
  desk,
}) => {
  const { page } = desk;
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByText('High contrast', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'high-contrast');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'by you' })).toBeVisible();
  await page.getByRole('button', { name: 'Check the library' }).click();
  await expect(page.getByText('The library is sound.')).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: /Language/ })
    .click();
  await page.getByRole('option', { name: 'Українська' }).click();
  await expect(page.getByRole('heading', { name: 'Мова й вигляд' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  expect(await seriousFaults(page)).toEqual([]);

  const again = await desk.restart();
  await expect(again.page.getByRole('navigation', { name: 'Розділи' })).toBeVisible();
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await again.app.close();
});

test('a restored backup brings the library back to its state', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  await library.add([{ title: 'Kept' }]);
  await desk.get('backup.create', {});
  await library.add([{ title: 'Written later' }]);
  await library.open();
  await expect(library.row('Written later')).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('row').filter({ hasText: 'by you' }).getByRole('button').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await page.keyboard.press('Control+2');
  await expect(library.row('Kept')).toBeVisible();
  await expect(library.row('Written later')).toBeHidden();
});

test('the first run shows the sample library and a tour through every place', async () => {
  const desk = await launch({ firstRun: true });
  const { page } = desk;
  await page.getByRole('button', { name: 'Show me around' }).click();
  const card = page.getByRole('region', { name: 'Tour' });
  const stops = ['Library', 'Reader', 'Learn', 'Inquiry', 'Write', 'Exchange'];
  for (const [index, stop] of stops.entries()) {
    await expect(card.getByRole('heading', { name: stop })).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await card.getByRole('button', { name: index === stops.length - 1 ? 'Done' : 'Next' }).click();
  }
  await expect(card).toBeHidden();
  await page.keyboard.press('Control+1');
  await expect(page.getByText('Welcome to your desk')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Continue reading' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await desk.close();
});
