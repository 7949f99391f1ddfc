import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { aPdf } from '../builders/a-pdf';
import { aBibtexFile } from '../builders/bibliography';
import { ImportPage } from './pages/import-page';
import { expect, test, type RunningApp } from './pages/launch';

async function serious(page: RunningApp['page']): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

test('imports a bibliography, shows what needs a look with its line and raw text, and takes it all back', async ({
  desk,
}) => {
  const path = join(desk.folder, 'refs.bib');
  writeFileSync(
    path,
    `${aBibtexFile(30)}\n@article{again, title={Invented study 3 of reading aloud in class}, doi={10.5555/INVENTED.3}}\n@article{broken, title = {Never {closed},\n`,
  );
  desk.scriptDialogs({ open: [[path]] });
  const importing = new ImportPage(desk.page);
  await importing.open();
  await importing.chooseFiles();
  expect(await importing.outcome()).toContain(
    '30 records imported, 1 already in the library and 1 needs a look',
  );

  // What needs a look is shown first.
  await expect(importing.lines()).toHaveCount(1);
  const line = importing.lines().first();
  await expect(line).toContainText('Not imported');
  await expect(line).toContainText('refs.bib, line');
  await expect(line).toContainText('A bracket { or } is missing');
  await line.getByRole('button', { name: 'As it stands in the file' }).press('Enter');
  await expect(line.locator('pre')).toContainText('@article{broken');

  expect(await serious(desk.page)).toEqual([]);

  await importing.filter('Already there');
  await expect(importing.lines()).toHaveCount(1);
  await expect(importing.lines().first()).toContainText('the same DOI');

  await desk.page.keyboard.press('Escape');
  await expect(importing.window).toBeHidden();
  await desk.page.keyboard.press('Control+z');
  await expect.poll(async () => (await desk.get('import.toApprove', {})).total).toBe(0);
  await expect.poll(async () => (await desk.get('history.state', {})).redo?.name).toBe('import.run');
});

test('takes files dropped anywhere on the window', async ({ desk }) => {
  const path = join(desk.folder, 'refs.ris');
  writeFileSync(path, 'TY  - JOUR\nTI  - Dropped on the window\nAU  - Koval, Olena\nER  - ');
  await expect(desk.page.getByRole('navigation').first()).toBeVisible();
  await new ImportPage(desk.page).chooseWay('at-once');
  // Only a file input gives a page real files; they are handed on as a drop.
  await desk.page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'drop-source';
    document.body.append(input);
  });
  await desk.page.locator('#drop-source').setInputFiles(path);
  await desk.page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#drop-source');
    const transfer = new DataTransfer();
    for (const file of input?.files ?? []) transfer.items.add(file);
    Reflect.set(window, 'heldTransfer', transfer);
  });
  // The drop zone is there as soon as its code is loaded: the pointer moves until it shows.
  await expect(async () => {
    await desk.page.evaluate(() => {
      const transfer: unknown = Reflect.get(window, 'heldTransfer');
      if (!(transfer instanceof DataTransfer)) throw new Error('no transfer');
      window.dispatchEvent(new DragEvent('dragenter', { dataTransfer: transfer, bubbles: true }));
    });
    await expect(desk.page.getByText('Drop to import')).toBeVisible({ timeout: 500 });
  }).toPass();
  await desk.page.evaluate(() => {
    const transfer: unknown = Reflect.get(window, 'heldTransfer');
    if (!(transfer instanceof DataTransfer)) throw new Error('no transfer');
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    document.querySelector('#drop-source')?.remove();
  });
  const importing = new ImportPage(desk.page);
  expect(await importing.outcome()).toContain('1 record imported');
  await expect(desk.page.getByText('Drop to import')).toBeHidden();
});

test('lets a person correct and approve what was found in a paper, by keyboard', async ({ desk }) => {
  const path = join(desk.folder, 'paper.pdf');
  writeFileSync(path, await aPdf('Talk in the reading classroom'));
  desk.scriptDialogs({ open: [[path]] });
  const importing = new ImportPage(desk.page);
  await importing.open();
  await importing.chooseFiles();
  await importing.outcome();
  await importing.window.getByRole('button', { name: 'Check found fields…' }).press('Enter');

  const title = importing.window.getByRole('textbox', { name: 'Title' });
  await expect(title).not.toHaveValue('');
  expect(await serious(desk.page)).toEqual([]);
  await title.fill('Talk in Reading Classrooms');
  await importing.window.getByRole('button', { name: 'Approve and go to the next' }).press('Enter');
  await expect(importing.window.getByText('Every paper has been checked.')).toBeVisible();
  expect((await desk.get('import.toApprove', {})).total).toBe(0);
});

test('puts records into the collection that was chosen', async ({ desk }) => {
  const { collectionId } = await desk.get('collections.create', { name: 'Reading aloud' });
  const path = join(desk.folder, 'refs.bib');
  writeFileSync(path, aBibtexFile(4));
  desk.scriptDialogs({ open: [[path]] });
  const importing = new ImportPage(desk.page);
  await importing.open();
  await importing.window.getByRole('button', { name: /Put new records in/ }).click();
  await desk.page.getByRole('option', { name: 'Reading aloud' }).click();
  expect(await serious(desk.page)).toEqual([]);
  await importing.chooseFiles();
  await importing.outcome();
  const collections = await desk.get('collections.list', {});
  expect(collections.find(({ id }) => id === collectionId)).toMatchObject({ count: 4 });
});

test('exports the library from the palette in three formats', async ({ desk }) => {
  const refs = join(desk.folder, 'refs.ris');
  writeFileSync(
    refs,
    'TY  - JOUR\nTI  - Reading aloud in pairs\nAU  - Koval, Olena\nPY  - 2019\nER  - \nTY  - BOOK\nTI  - Читання вголос\nER  - \n',
  );
  const { jobId } = await desk.get('import.start', { paths: [refs] });
  await expect
    .poll(async () => (await desk.get('import.history', {})).find((job) => job.jobId === jobId)?.state)
    .toBe('done');
  const formats = [
    ['BibTeX', 'library.bib', '@article{'],
    ['RIS', 'library.ris', 'TI  - Читання вголос'],
    ['CSL-JSON', 'library.json', '"title": "Reading aloud in pairs"'],
  ] as const;
  desk.scriptDialogs({ save: formats.map(([, file]) => join(desk.folder, file)) });
  for (const [format, file, content] of formats) {
    await desk.page.keyboard.press('Control+k');
    await desk.page.keyboard.type(`as ${format}`);
    await expect(desk.page.getByRole('dialog').getByRole('menuitem')).toHaveCount(1);
    await desk.page.keyboard.press('Enter');
    await expect(
      desk.page.getByRole('alertdialog').filter({ hasText: `2 records exported to ${file}` }),
    ).toBeVisible();
    expect(readFileSync(join(desk.folder, file), 'utf8')).toContain(content);
  }
});

test('writes the whole library as a folder, and replaces nothing', async ({ desk }) => {
  const refs = join(desk.folder, 'refs.ris');
  writeFileSync(refs, 'TY  - JOUR\nTI  - Reading aloud in pairs\nAU  - Koval, Olena\nPY  - 2019\nER  - \n');
  const { jobId } = await desk.get('import.start', { paths: [refs] });
  await expect
    .poll(async () => (await desk.get('import.history', {})).find((job) => job.jobId === jobId)?.state)
    .toBe('done');
  const target = join(desk.folder, 'Everything');
  desk.scriptDialogs({ save: [target, target] });
  const { page } = desk;
  const { window } = new ImportPage(page);
  const write = async (): Promise<void> => {
    await page.keyboard.press('Control+Shift+X');
    await window.getByRole('radio', { name: /^The whole library/ }).check({ force: true });
    await window.getByRole('button', { name: /Format/ }).click();
    await page.getByRole('option', { name: /^Open folder/ }).click();
    await expect(window.getByRole('checkbox', { name: /^Put copies of the papers/ })).toBeChecked();
    expect(await serious(page)).toEqual([]);
    await window.getByRole('button', { name: 'Export…' }).click();
  };
  await write();
  await expect(page.getByText('1 record exported to Everything')).toBeVisible();
  expect(readFileSync(join(target, 'library.json'), 'utf8')).toContain('Reading aloud in pairs');
  await write();
  await expect(page.getByText('There is already something in “Everything”')).toBeVisible();
});

test('papers added while a collection is shown go into it', async ({ desk }) => {
  const { page } = desk;
  const path = join(desk.folder, 'refs.bib');
  writeFileSync(path, aBibtexFile(2));
  const { collectionId } = await desk.get('collections.create', { name: 'Numbers', parentId: null });
  desk.scriptDialogs({ open: [[path]] });
  const importing = new ImportPage(page);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await importing.chooseWay('at-once');
  await page.keyboard.press('Control+2');
  await page.getByRole('treegrid').getByRole('row').filter({ hasText: 'Numbers' }).click();
  await page.keyboard.press('Control+o');
  await expect
    .poll(async () => (await desk.get('collections.list', {})).find(({ id }) => id === collectionId)?.count)
    .toBe(2);
});
