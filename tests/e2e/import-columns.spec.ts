import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeSheets from 'write-excel-file/node';
import { ImportPage } from './pages/import-page';
import { pressAt, tabTo } from './pages/keyboard';
import { expect, test, resize } from './pages/launch';
import { picture, seriousFindings, wear } from './pages/rooms';

const STRANGE = [
  'Що читали;Хто;Коли;Де;Моє',
  'Читання вголос у початковій школі;"Коваль, Олена";2021;Вісник школи;у класі',
  'Парне читання: дослідження дією;Бондар І.;2019;Вісник школи;',
  ';;2020;;порожньо',
].join('\n');

test('asks by keyboard what the columns of an unknown table hold, and brings it in', async ({ desk }) => {
  const { page, app } = desk;
  await resize(app, { width: 1024, height: 700 });
  const table = join(desk.folder, 'прочитане.csv');
  writeFileSync(table, STRANGE);
  const bib = join(desk.folder, 'refs.bib');
  writeFileSync(bib, '@article{a, title={One}, year={2020}}\n@article{b, title={Two}, year={2021}}');
  desk.scriptDialogs({ open: [[table, bib]] });
  const importing = new ImportPage(page);
  await importing.open('preview');
  await importing.chooseFiles();

  // The table waits; the rest could come in. One record is left out, which is not forgotten later.
  await expect(page.getByRole('button', { name: 'Import 2 records' })).toBeEnabled();
  await expect(page.getByText('The headings of this table are not known.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Import: One' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Import 1 record' })).toBeEnabled();
  await picture(page, 'columns-waiting');
  const open = page.getByRole('button', { name: 'Columns of прочитане.csv…' });
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Columns of прочитане.csv' });
  await expect(dialog.locator('footer').getByRole('status')).toContainText('Choose a column for the title');
  await expect(dialog.getByRole('button', { name: 'Use these columns' })).toBeDisabled();
  await expect(dialog.getByText('Читання вголос у початковій школі')).toBeVisible();
  await picture(page, 'columns-unknown-light');
  expect(await seriousFindings(page)).toEqual([]);

  // Escape closes it, and the focus is back where it was.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');

  const choose = async (column: string, letters: string): Promise<void> => {
    await tabTo(page, dialog.getByRole('button', { name: `What “${column}” holds` }));
    await page.keyboard.press('Enter');
    const list = page.getByRole('listbox');
    await expect(list).toBeVisible();
    await page.keyboard.type(letters);
    await expect(page.getByRole('option', { name: letters, exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list).toBeHidden();
  };
  await choose('Що читали', 'Title');
  await choose('Хто', 'Authors');
  await choose('Коли', 'Year or date');
  await choose('Моє', 'Tags');
  await expect(dialog.locator('footer').getByRole('status')).toHaveText(
    'Records that will come in: 2 (rows in the table: 3)',
  );
  await picture(page, 'columns-chosen-light');

  await wear(desk, { theme: 'dark', language: 'uk' });
  const ukrainian = page.getByRole('dialog', { name: 'Стовпці файлу прочитане.csv' });
  await expect(ukrainian.locator('footer').getByRole('status')).toContainText('Буде імпортовано записів: 2');
  await picture(page, 'columns-chosen-dark-uk');
  expect(await seriousFindings(page)).toEqual([]);
  await wear(desk, { theme: 'light', language: 'en' });

  await pressAt(page, dialog.getByRole('button', { name: 'Use these columns' }));
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  // Two of the table, and what was decided about the other file still holds.
  const start = page.getByRole('button', { name: 'Import 3 records' });
  await expect(start).toBeEnabled();
  await expect(page.getByText('Читання вголос у початковій школі')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Import: One' })).not.toBeChecked();
  await picture(page, 'columns-applied');
  await start.press('Enter');
  await expect.poll(async () => (await desk.get('library.counts', {})).all).toBe(3);

  // The next table with these headings needs no asking.
  desk.scriptDialogs({ open: [[table]] });
  await importing.open('preview');
  await importing.chooseFiles();
  await page.getByRole('tab', { name: /^Already there/ }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(2);
});

test('shows a wide workbook with long headings and several sheets in a small window', async ({ desk }) => {
  const { page, app } = desk;
  await resize(app, { width: 1024, height: 700 });
  const wide = Array.from({ length: 80 }, (_, at) =>
    at === 3 ? `A heading ${'that goes on and on '.repeat(12)}` : `Column_with_a_long_name_${String(at)}`,
  );
  const path = join(desk.folder, 'answers.xlsx');
  const cell = (value: string) => ({ type: String, value });
  await writeSheets([
    { data: [[cell('Made in spring')], [cell('Ask Olena')]], sheet: 'Read me' },
    {
      data: [wide.map(cell), wide.map((_, at) => cell(`${'x'.repeat(200)} ${String(at)}`))],
      sheet: 'Answers',
    },
  ]).toFile(path);
  desk.scriptDialogs({ open: [[path]] });
  const importing = new ImportPage(page);
  await importing.open('preview');
  await importing.chooseFiles();
  await page.getByRole('button', { name: 'Columns of answers.xlsx…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Columns of answers.xlsx' });
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Sheet' }).press('Enter');
  await page.getByRole('option', { name: 'Answers' }).press('Enter');
  await expect(dialog.getByRole('row')).toHaveCount(61);
  await picture(page, 'columns-wide');
  expect(await seriousFindings(page)).toEqual([]);
  const overflow = await dialog
    .getByRole('group', { name: 'Columns' })
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await dialog.getByRole('button', { name: 'Show 20 more columns' }).press('Enter');
  await expect(dialog.getByRole('row')).toHaveCount(81);
  await dialog.getByRole('checkbox', { name: 'The first row holds headings' }).press('Space');
  await expect(dialog.getByRole('rowheader', { name: 'Column 4', exact: true })).toBeVisible();
  await picture(page, 'columns-numbered');
});
