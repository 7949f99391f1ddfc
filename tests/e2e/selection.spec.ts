import { expect, test } from './pages/launch';
import { LibraryPage } from './pages/library-page';

test('papers leave a collection by the key and by its name in the panel, and stay in the library', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  const { page, panel } = library;
  const itemIds = await library.add([{ title: 'Alpha' }, { title: 'Beta' }]);
  const { collectionId } = await desk.get('collections.create', { name: 'Chapter 2' });
  await desk.get('collections.addItems', { collectionId, itemIds });
  await library.open();
  await page.getByRole('row', { name: /Chapter 2/ }).click();
  await library.row('Alpha').click();
  await page.keyboard.press('Shift+Delete');
  await expect(library.message('Taken out of “Chapter 2”: 1 paper')).toBeVisible();
  await expect.poll(() => library.titles()).toEqual(['Beta']);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => library.titles()).toEqual(['Beta', 'Alpha']);

  await library.list('All papers').click();
  await library.row('Beta').click();
  await panel.getByRole('button', { name: 'Take out of “Chapter 2”' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Take out of “Chapter 2”' })).toBeHidden();
  await expect(library.row('Beta')).toBeVisible();
});

test('the menu of the chosen papers holds what can be done with them, and merges two of them', async ({
  desk,
}) => {
  const library = new LibraryPage(desk);
  const { page } = library;
  await library.add([{ title: 'Paired reading in Year 5' }, { title: 'Another title of the same study' }]);
  await library.open();
  await library.row('Paired').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Chosen papers' });
  await expect(menu.getByRole('menuitem', { name: 'Copy references' })).toBeVisible();
  // One paper has nothing to merge with, no PDF list holds it, and no collection is shown.
  await expect(menu.getByRole('menuitem', { name: 'Merge…' })).toBeHidden();
  await expect(menu.getByRole('menuitem', { name: 'Take out of this collection' })).toBeHidden();
  await page.keyboard.press('Escape');
  await library.grid.focus();
  await page.keyboard.press('Control+a');
  await expect(library.panel.getByText('2 papers chosen')).toBeVisible();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Merge…' }).press('Enter');
  await page.getByRole('button', { name: /^Merge into record/ }).press('Enter');
  await expect(library.list('All papers')).toContainText('1');
  await expect(library.grid.locator('[role="row"][data-index]')).toHaveCount(1);
});
