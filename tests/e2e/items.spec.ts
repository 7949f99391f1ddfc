import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, resize, test } from './pages/launch';
import { LibraryPage } from './pages/library-page';

const shots = process.env['INQUIRY_SHOTS'];

/** Keeps a picture when a person asked for pictures. */
async function shot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('a record is edited by the keyboard: type, people, dates, the study, related papers', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  const { page, panel } = library;
  const [itemId = '', otherId = ''] = await library.add([
    { title: 'Reading aloud in small classes, revisited after ten years', family: 'Halas' },
    { title: 'A second look at reading aloud', family: 'Brook' },
  ]);
  await library.open();
  await library.row('revisited').click();

  // Another type asks for other fields; what it does not ask for stays in sight while it is filled.
  const type = panel.getByRole('combobox', { name: 'Type' });
  await type.focus();
  await type.fill('conference');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Place of the event' })).toBeVisible();
  await expect(panel.getByRole('textbox', { name: 'Journal or book' })).toHaveValue(
    'Example Journal of Reading',
  );

  // A second person, written, given a particle, then moved up.
  await panel.getByRole('button', { name: 'Authors: Add a name' }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Authors 2: Family name' })).toBeFocused();
  await page.keyboard.type('Dijk');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Anna');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(panel.getByRole('textbox', { name: 'Authors 1: Family name' })).toHaveValue('Dijk');
  await expect(panel.getByRole('textbox', { name: 'Authors 1: Family name' })).toBeFocused();
  await expect
    .poll(async () => (await desk.get('library.get', { itemId })).csl.author)
    .toEqual([
      { family: 'Dijk', given: 'Anna' },
      { family: 'Halas', given: 'Ada' },
    ]);
  await panel.getByRole('button', { name: 'Parts of the name: Anna Dijk' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Parts of the name: Anna Dijk' }).press('Enter');
  await panel.getByRole('textbox', { name: /Authors 1: Particle of the name/ }).fill('van');
  await panel.getByRole('textbox', { name: /Authors 1: Particle of the name/ }).blur();
  await expect(library.row('revisited')).toContainText('van Dijk');

  const date = panel.getByRole('textbox', { name: 'Published' });
  await date.fill('spring 2019');
  await date.blur();
  await expect
    .poll(async () => (await desk.get('library.get', { itemId })).csl.issued)
    .toEqual({
      'date-parts': [[2019]],
      season: 1,
    });
  await date.fill('circa 1990/1995');
  await expect(panel.getByText('Understood: about 1990 to 1995')).toBeVisible();
  await date.fill('soon');
  await date.blur();
  await expect(panel.getByText('This date is not understood')).toBeVisible();
  await date.fill('2018/2020');
  await date.blur();
  await shot(page, 'editor-top');

  await panel.getByRole('button', { name: 'The study and my context' }).press('Enter');
  const phase = panel.getByRole('combobox', { name: 'Phase' });
  await phase.fill('prim');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // The list stays open for another term; leaving the field closes it and opens that of the next one, which Escape closes.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  const country = panel.getByRole('combobox', { name: 'Country' });
  await country.fill('ukr');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await panel.getByRole('radio', { name: 'Partly' }).press('Space');
  await expect
    .poll(async () => (await desk.get('library.get', { itemId })).education)
    .toEqual({ phase: ['1'], country: ['UA'], fits: 'partly' });

  await panel.getByRole('button', { name: 'Related papers' }).press('Enter');
  await panel.getByRole('button', { name: 'Add a related paper' }).press('Enter');
  await page.keyboard.type('Brook');
  await expect(page.getByRole('option', { name: /A second look/ })).toBeVisible();
  await page.getByRole('option', { name: /A second look/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(
    panel.getByRole('button', { name: 'A second look at reading aloud', exact: true }),
  ).toBeVisible();
  expect((await desk.get('library.related', { itemId: otherId })).map((paper) => paper.itemId)).toEqual([
    itemId,
  ]);

  await panel.getByRole('button', { name: 'Key and origin' }).press('Enter');
  await panel.getByRole('button', { name: 'Make a key' }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Citation key' })).toHaveValue(
    'vandijkReadingAloudSmall2018',
  );
  await library.grid.focus();
  await page.keyboard.press('Alt+4');
  await expect(panel.getByRole('button', { name: 'Relevance: 4' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  // Nothing in the panel makes the window itself scroll.
  expect(await page.evaluate(() => document.documentElement.scrollTop + document.body.scrollTop)).toBe(0);
  await resize(desk.app, { width: 1024, height: 700 });
  await panel.getByRole('button', { name: 'The study and my context' }).scrollIntoViewIfNeeded();
  await shot(page, 'editor-1024');
  await resize(desk.app, { width: 1600, height: 1000 });
  await desk.get('settings.set', { theme: 'dark', language: 'uk' });
  await expect(page.getByRole('button', { name: 'Дослідження і мій контекст' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'editor-uk-dark');
});

test('many papers are changed together as one step, by the keyboard', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  await library.add([{ title: 'Alpha' }, { title: 'Beta' }, { title: 'Gamma' }]);
  await library.open();
  await expect(library.row('Alpha')).toBeVisible();
  await library.grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+A');
  await expect(library.panel.getByText('3 papers chosen')).toBeVisible();
  await shot(page, 'many');
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Change 3 papers' });
  await dialog.getByRole('button', { name: /What to do/ }).press('Enter');
  await page.getByRole('option', { name: 'Find and replace' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Find', exact: true }).fill('Example Journal');
  await dialog.getByRole('textbox', { name: 'Put instead' }).fill('Yearbook');
  await expect(dialog.getByText('3 papers would change.')).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'batch');
  await page.keyboard.press('Enter');
  await expect(library.message('3 papers were changed.')).toBeVisible();
  await expect(library.row('Alpha')).toContainText('Yearbook of Reading');
  await library.grid.focus();
  await page.keyboard.press('Control+Z');
  for (const title of ['Alpha', 'Beta', 'Gamma'])
    await expect(library.row(title)).toContainText('Example Journal of Reading');

  await page.keyboard.press('Control+G');
  const keys = page.getByRole('dialog', { name: 'Citation keys' });
  await keys.getByRole('textbox', { name: 'Pattern' }).fill('auth.lower + shorttitle(3,3) + year');
  await expect(keys.getByRole('rowheader', { name: 'halasGamma2019' })).toBeVisible();
  await keys.getByRole('textbox', { name: 'Pattern' }).fill('[nobody]');
  await expect(keys.getByText('The part “nobody” of the pattern is not understood.')).toBeVisible();
  await keys.getByRole('textbox', { name: 'Pattern' }).fill('[auth][year]');
  await expect(keys.getByRole('rowheader', { name: 'Halas2019a' })).toBeVisible();
  await shot(page, 'keys');
  await keys.getByRole('button', { name: 'Make the missing keys' }).press('Enter');
  await expect(library.message('3 keys were made.')).toBeVisible();
});

test('notes are rich text on a paper and on none, with links that lead there', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page, panel } = library;
  const [itemId = ''] = await library.add([
    { title: 'Alpha', family: 'Halas' },
    { title: 'Beta', family: 'Brook' },
  ]);
  await desk.get('notes.create', { itemId, body: 'An old <plain> note' });
  await library.open();
  await library.row('Alpha').click();
  await panel.getByRole('tab', { name: /Notes/ }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Text of the note' })).toHaveText('An old <plain> note');
  await panel.getByRole('button', { name: 'New note' }).press('Enter');
  const text = panel.getByRole('textbox', { name: 'Text of the note' }).first();
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+B');
  await page.keyboard.type('Bold');
  await page.keyboard.press('Control+B');
  await page.keyboard.type(' and see ');
  await page.keyboard.press('Control+Shift+K');
  const linking = page.getByRole('dialog', { name: 'Link' });
  await linking.getByRole('searchbox', { name: 'Paper of the library' }).fill('Brook');
  await linking.getByRole('option', { name: /Beta/ }).press('Enter');
  await expect(text.getByRole('link', { name: 'Beta' })).toBeVisible();
  await expect
    .poll(async () => (await desk.get('notes.list', { itemId }))[0]?.body)
    .toMatch(
      /^<p><strong>Bold<\/strong> and see <a href="inquiry:\/\/item\/[0-9a-f-]{36}">Beta<\/a> ?<\/p>$/,
    );
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'notes-panel');
  await text.getByRole('link', { name: 'Beta' }).click();
  await expect(panel.getByRole('heading', { name: 'Beta' })).toBeVisible();

  await page.keyboard.press('Control+K');
  await page.keyboard.type('note on no paper');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
  await page.keyboard.type('A thought of my own');
  const list = page.getByRole('grid', { name: 'All notes' });
  await expect(list.getByRole('row', { name: /A thought of my own/ })).toContainText('On no paper');
  await expect(list.getByRole('row')).toHaveCount(3);
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'notes-room');
});

test('the reading log is kept at the paper and saved as a table', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page, panel } = library;
  await library.add([{ title: 'Alpha' }]);
  await library.open();
  await library.row('Alpha').click();
  await panel.getByRole('button', { name: 'Reading log' }).press('Enter');
  await panel.getByRole('button', { name: 'Add an entry' }).press('Enter');
  await panel.getByRole('textbox', { name: 'Key idea in my words' }).fill('Short daily practice');
  await panel.getByRole('textbox', { name: 'Key idea in my words' }).blur();
  await panel.getByRole('button', { name: 'The whole log' }).press('Enter');
  await expect(page.getByRole('row', { name: /Alpha/ })).toContainText('Short daily practice');
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'reading-room');
});

test('hundreds of tags are found, merged and cleaned up', async ({ desk }) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  const itemIds = await library.add([{ title: 'Alpha' }, { title: 'Beta' }]);
  for (let index = 0; index < 120; index += 1)
    await desk.get('tags.create', { name: `idle ${String(index)}` });
  await desk.get('tags.apply', { itemIds: itemIds.slice(0, 1), tag: { name: 'fluency' } });
  await desk.get('tags.apply', { itemIds, tag: { name: 'Fluency in reading' } });
  await library.open();
  await page.getByRole('button', { name: 'Edit tags' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Edit tags' });
  await dialog.getByRole('searchbox', { name: 'Find a tag' }).fill('fluency');
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await dialog.getByRole('row', { name: 'fluency', exact: true }).press('Enter');
  await dialog.getByRole('button', { name: /Key/ }).press('Enter');
  await page.getByRole('option', { name: '3', exact: true }).press('Enter');
  await shot(page, 'tags');
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('combobox', { name: 'Make one with' }).fill('Fluency in');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Merge' }).press('Enter');
  await expect(dialog.getByRole('row')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Delete all unused' }).press('Enter');
  await expect
    .poll(async () => (await desk.get('tags.list', {})).map(({ name }) => name))
    .toEqual(['Fluency in reading']);
});

test('papers are taken out of a collection from the panel and the menu, and chosen ones are compared by key', async ({
  desk,
}) => {
  const { page } = desk;
  const library = new LibraryPage(desk);
  const [first = '', second = ''] = await library.add([{ title: 'Beans' }, { title: 'Counting aloud' }]);
  const { collectionId } = await desk.get('collections.create', { name: 'Numbers', parentId: null });
  await desk.get('collections.addItems', { collectionId, itemIds: [first, second] });
  const filed = async (): Promise<number> =>
    (await desk.get('collections.list', {})).find(({ id }) => id === collectionId)?.count ?? -1;
  await library.open();
  await page.getByRole('treegrid').getByRole('row').filter({ hasText: 'Numbers' }).click();
  await library.row('Beans').click();
  await library.panel.getByRole('button', { name: 'Take out of “Numbers”' }).click();
  await expect.poll(filed).toBe(1);
  await expect(library.row('Beans')).toHaveCount(0);
  await library.row('Counting aloud').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Chosen papers' });
  await expect(menu.getByRole('menuitem', { name: /Copy references/ })).toBeVisible();
  await menu.getByRole('menuitem', { name: /out of this collection/ }).press('Enter');
  await expect.poll(filed).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(filed).toBe(1);
  expect((await desk.get('library.counts', {})).all).toBe(2);
  await library.side.getByRole('button', { name: /All papers/ }).click();
  await library.row('Beans').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+Shift+M');
  await expect(page).toHaveURL(/\/duplicates\/compare/);
  await expect(page.getByRole('radio', { name: /Counting aloud/ }).first()).toBeVisible();
});

test('Delete and F2 act on the collection that has the focus, never on papers chosen elsewhere', async ({
  desk,
}) => {
  const { page } = desk;
  const library = new LibraryPage(desk);
  await library.add([{ title: 'Beans' }]);
  await desk.get('collections.create', { name: 'Numbers', parentId: null });
  await library.open();
  await library.row('Beans').click();
  const node = page.getByRole('treegrid').getByRole('row').filter({ hasText: 'Numbers' });
  await node.focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name of the collection' }).fill('Counting');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('treegrid').getByRole('row').filter({ hasText: 'Counting' });
  await renamed.focus();
  await page.keyboard.press('Delete');
  await expect(renamed).toHaveCount(0);
  expect(await desk.get('library.counts', {})).toMatchObject({ all: 1, trash: 0 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(renamed).toHaveCount(1);
});
