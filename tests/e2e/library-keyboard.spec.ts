import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pressAt, tabTo } from './pages/keyboard';
import { LibraryPage } from './pages/library-page';
import { expect, test } from './pages/launch';

test('the work of the library by keyboard alone: find, edit, tag, file, change together, merge, export', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const { page } = desk;
  const { keyboard } = page;
  const library = new LibraryPage(desk);
  const { panel, grid } = library;
  const [aloudId = ''] = await library.add([
    { title: 'Reading aloud in small classes', family: 'Halas' },
    { title: 'Writing by hand in the third grade', family: 'Brook' },
    { title: 'Homework and sleep of pupils', family: 'Koval' },
    { title: 'HOMEWORK AND SLEEP OF PUPILS', family: 'Koval' },
  ]);
  const aloud = () => desk.get('library.get', { itemId: aloudId });
  const chosen = grid.getByRole('row', { selected: true });
  await library.open();

  await test.step('a slash goes to the search box, Tab to what was found, Enter opens it', async () => {
    await expect(library.row('Reading aloud')).toBeVisible();
    await keyboard.press('/');
    await keyboard.type('aloud');
    const hit = page.locator('[data-hit]').first();
    await expect(hit).toContainText('Reading aloud in small classes');
    await pressAt(page, hit);
    await expect(panel.getByRole('heading', { name: 'Reading aloud in small classes' })).toBeVisible();
  });

  await test.step('a field is reached with Tab and saved when it is left; Ctrl+Z takes it back', async () => {
    const volume = panel.getByRole('textbox', { name: 'Volume' });
    await tabTo(page, volume);
    await keyboard.type('12');
    await keyboard.press('Tab');
    await expect.poll(async () => (await aloud()).csl.volume).toBe('12');
    // F6 goes round the columns, out of a text field too; Escape in the box ends the search.
    for (const column of [library.rail, library.bar, library.side, library.main, panel, library.rail]) {
      await keyboard.press('F6');
      await expect(column.locator(':focus')).toHaveCount(1);
    }
    await keyboard.press('F6');
    await keyboard.press('Escape');
    await expect(grid).toBeVisible();
    await keyboard.press('F6');
    await keyboard.press('F6');
    await expect(grid).toBeFocused();
    await keyboard.press('Control+z');
    await expect.poll(async () => (await aloud()).csl.volume).toBeUndefined();
    await keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await aloud()).csl.volume).toBe('12');
  });

  await test.step('a tag is made, given the key 3, and that key sets it on the chosen paper', async () => {
    await pressAt(page, page.getByRole('button', { name: 'Edit tags' }));
    const dialog = page.getByRole('dialog', { name: 'Edit tags' });
    await tabTo(page, dialog.getByRole('textbox', { name: 'New tag' }));
    await keyboard.type('fluency');
    await keyboard.press('Enter');
    await pressAt(page, dialog.getByRole('button', { name: /Key/ }));
    await keyboard.type('3');
    await keyboard.press('Enter');
    await expect.poll(async () => (await desk.get('tags.list', {}))[0]?.shortcut).toBe(3);
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await tabTo(page, grid);
    await keyboard.press('Home');
    for (let step = 0; step < 4; step += 1) {
      if ((await chosen.textContent())?.includes('Reading aloud')) break;
      await keyboard.press('ArrowDown');
    }
    await expect(chosen).toContainText('Reading aloud');
    await keyboard.press('3');
    await expect.poll(async () => (await aloud()).tags.map(({ name }) => name)).toEqual(['fluency']);
    await keyboard.press('Alt+4');
    await expect.poll(async () => (await aloud()).relevance).toBe(4);
  });

  await test.step('a collection is made and the paper put into it', async () => {
    await keyboard.press('Control+Shift+K');
    const filing = page.getByRole('dialog', { name: 'Add 1 paper to a collection' });
    await pressAt(page, filing.getByRole('button', { name: 'New collection' }));
    await expect(page.getByRole('textbox', { name: 'Name of the collection' })).toBeFocused();
    await keyboard.type('Spring term');
    await keyboard.press('Enter');
    await expect(library.side.getByText('Spring term')).toBeVisible();
    // Tab passes the new collection without showing it; Enter shows it.
    await tabTo(page, grid);
    await expect(chosen).toContainText('Reading aloud');
    await keyboard.press('Control+Shift+K');
    await pressAt(page, filing.getByRole('button', { name: 'Add', exact: true }));
    await expect
      .poll(async () => (await aloud()).collections.map(({ name }) => name))
      .toEqual(['Spring term']);
    await tabTo(page, library.side.getByRole('row', { name: 'Spring term' }));
    await keyboard.press('Enter');
    await expect(grid.getByRole('row').filter({ hasText: /Halas|Brook|Koval/ })).toHaveCount(1);
    await pressAt(page, library.list('All papers'));
    await expect(library.row('Writing by hand')).toBeVisible();
  });

  await test.step('two papers are changed together as one step', async () => {
    await tabTo(page, grid);
    await keyboard.press('Control+a');
    await expect(panel.getByText('4 papers chosen')).toBeVisible();
    await keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Change 4 papers' });
    await tabTo(page, dialog.getByRole('textbox', { name: 'New text' }));
    await keyboard.type('Yearbook of Reading');
    await expect(dialog.getByText('4 papers would change.')).toBeVisible();
    await keyboard.press('Enter');
    await expect(library.message('4 papers were changed.')).toBeVisible();
    expect((await aloud()).csl['container-title']).toBe('Yearbook of Reading');
  });

  await test.step('two records of one work become one', async () => {
    await pressAt(page, library.list('Duplicates'));
    const room = page.getByRole('main', { name: 'Duplicates' });
    await pressAt(page, room.getByRole('button', { name: 'Merge', exact: true }));
    await expect(room.getByText('Nothing is there twice')).toBeVisible();
    expect((await desk.get('library.counts', {})).trash).toBe(1);
    await pressAt(page, page.getByRole('button', { name: 'Back to the library' }));
    await expect(grid.getByRole('row').filter({ hasText: /homework/i })).toHaveCount(1);
  });

  await test.step('the whole library goes out as a file', async () => {
    const path = join(desk.folder, 'out.bib');
    desk.scriptDialogs({ save: [path] });
    await keyboard.press('Control+Shift+X');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await tabTo(page, dialog.getByRole('radio', { checked: true }));
    const whole = dialog.getByRole('radio', { name: /^The whole library/ });
    for (let step = 0; step < 3 && !(await whole.isChecked()); step += 1) await keyboard.press('ArrowDown');
    await expect(whole).toBeChecked();
    await pressAt(page, dialog.getByRole('button', { name: 'Export…' }));
    await expect(library.message('3 records exported to out.bib')).toBeVisible();
    expect(readFileSync(path, 'utf8').match(/Yearbook of Reading/g)).toHaveLength(3);
  });
});
