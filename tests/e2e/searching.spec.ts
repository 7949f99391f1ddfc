import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page';
import { expect, test } from './pages/launch';
import { SearchPage } from './pages/search';

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('the search box suggests fields and values of the library, by keyboard', async ({ desk }) => {
  const library = new LibraryPage(desk);
  await library.open();
  const [first = ''] = await library.add([
    { title: 'Ten minutes a day' },
    { title: 'Paired reading', family: 'Nowakowska', year: 2021 },
  ]);
  await desk.get('tags.apply', { itemIds: [first], tag: { name: 'to read' } });
  const { page } = desk;
  const { box } = new SearchPage(page);
  const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');

  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  // In an empty box the arrow key shows what can be asked.
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toContainText('by:');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('by:');
  await page.keyboard.type('now');
  await expect(options).toHaveText([/Nowakowska/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(box).toHaveValue('by:Nowakowska ');
  const search = new SearchPage(page);
  await expect(search.group('Papers')).toHaveCount(1);

  // Escape closes the list first, then empties the box.
  await box.fill('');
  await page.keyboard.type('ta');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('tag:');
  await expect(options).toHaveText([/to read/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('tag:"to read" ');
  await expect(search.group('Papers')).toContainText(['Ten minutes a day']);
  await page.keyboard.type('ti');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(box).toHaveValue('tag:"to read" ti');
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
});

test('a typed search is saved, changed with groups, moved and deleted, all undoable', async ({ desk }) => {
  const library = new LibraryPage(desk);
  await library.open();
  await library.add([
    { title: 'Ten minutes a day', year: 2019 },
    { title: 'Paired reading', family: 'Nowakowska', year: 2021 },
    { title: 'Spelling in pairs', family: 'Bondar', year: 2010 },
  ]);
  const { page } = desk;
  const search = new SearchPage(page);
  await search.search('pair after:2015');
  await expect(search.group('Papers')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show papers as a list' }).press('Enter');
  await expect.poll(() => library.titles()).toEqual(['Paired reading']);
  await page.getByRole('button', { name: 'Save this search' }).press('Enter');

  const dialog = page.getByRole('dialog', { name: 'New saved search' });
  await expect(dialog.getByRole('textbox', { name: 'Name of the search' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Pairs lately');
  await expect(dialog.getByRole('status')).toHaveText('Finds 1 paper now');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const entry = library.side.getByRole('button', { name: /^Pairs lately/ });
  await expect(entry).toHaveAccessibleName('Pairs lately 1');
  await expect(entry).toHaveAttribute('aria-current', 'page');

  // A paper that fits appears by itself.
  await library.add([{ title: 'More pairs', year: 2020 }]);
  await expect(entry).toHaveAccessibleName('Pairs lately 2');
  await expect(library.row('More pairs')).toBeVisible();

  // A group inside: or by Bondar.
  await page.getByRole('button', { name: 'Change the search' }).press('Enter');
  const editing = page.getByRole('dialog', { name: 'Change the search' });
  await editing.getByRole('button', { name: /Papers must fit/ }).press('Enter');
  await page.getByRole('option', { name: 'at least one of these' }).press('Enter');
  await editing.getByRole('button', { name: 'Add a group' }).press('Enter');
  const group = editing.getByRole('group', { name: 'Group of conditions' });
  await group.getByRole('button', { name: /What/ }).press('Enter');
  await page.getByRole('option', { name: 'Author or editor' }).press('Enter');
  await group.getByRole('combobox').fill('Bondar');
  await page.keyboard.press('Escape');
  await expect(editing.getByRole('status')).toHaveText('Finds 4 papers now');
  expect(await serious(page)).toEqual([]);
  await editing.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(entry).toHaveAccessibleName('Pairs lately 4');

  await page.getByRole('button', { name: 'Saved search Pairs lately' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Delete the search' }).press('Enter');
  await expect(entry).toHaveCount(0);
  await expect(library.list('All papers')).toHaveAttribute('aria-current', 'page');
  await desk.get('history.undo', {});
  await expect(entry).toHaveCount(1);
  await desk.get('history.undo', {});
  await expect(entry).toHaveAccessibleName('Pairs lately 2');
});

test('what a study says is completed in the box, saved and edited, and recent reading comes first', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  await library.open();
  const [first = '', second = ''] = await library.add([
    { title: 'Ten minutes a day', year: 2019 },
    { title: 'Paired reading', year: 2021 },
  ]);
  await desk.get('library.update', { itemId: first, education: { phase: ['1'], country: ['UA'], n: 120 } });
  await desk.get('library.update', { itemId: second, education: { phase: ['2'], topic: ['reading club'] } });
  await desk.get('library.markOpened', { itemId: second });
  await desk.get('library.markOpened', { itemId: first });
  const { page } = desk;
  const search = new SearchPage(page);
  const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');

  await page.keyboard.press('/');
  await page.keyboard.type('phase:low');
  await expect(options).toHaveText([/Lower secondary/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(search.box).toHaveValue('phase:"Lower secondary" ');
  await expect(search.group('Papers')).toContainText(['Paired reading']);
  await page.getByRole('button', { name: 'How to search' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'How to search' })).toContainText('annotation.tag:');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await search.box.fill('phase:primary country:Ukraine n:>100');
  await page.getByRole('button', { name: 'Show papers as a list' }).press('Enter');
  await expect.poll(() => library.titles()).toEqual(['Ten minutes a day']);
  await page.getByRole('button', { name: 'Save this search' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New saved search' });
  for (const shown of ['Primary', 'Ukraine'])
    await expect(dialog.getByRole('button', { name: shown })).toBeVisible();
  await dialog.getByRole('button', { name: 'Ukraine' }).press('Enter');
  await page.getByRole('option', { name: 'United Kingdom' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Finds no paper now');
  await page.keyboard.press('Escape');

  await library.list('Recently read').press('Enter');
  await expect.poll(() => library.titles()).toEqual(['Ten minutes a day', 'Paired reading']);
  await desk.get('library.markOpened', { itemId: second });
  await expect.poll(() => library.titles()).toEqual(['Paired reading', 'Ten minutes a day']);
});
