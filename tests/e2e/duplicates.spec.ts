import { LibraryPage } from './pages/library-page';
import { expect, test } from './pages/launch';
import { goTo, picture, seriousFindings, wear } from './pages/rooms';

const paper = (title: string, more: Readonly<Record<string, unknown>> = {}) => ({
  csl: {
    type: 'article-journal' as const,
    title,
    author: [{ family: 'Koval', given: 'Olena' }],
    issued: { 'date-parts': [[2020]] },
    'container-title': 'Example Journal of Reading',
    ...more,
  },
});

test('two records of one work are compared, merged by keyboard and brought back by one undo', async ({
  desk,
}) => {
  const { page } = desk;
  const library = new LibraryPage(desk);
  const { itemId: first } = await desk.get('library.create', paper('Feedback in the reading classroom'));
  const { itemId: second } = await desk.get(
    'library.create',
    paper('FEEDBACK IN THE READING CLASSROOM', {
      volume: '12',
      abstract: 'What pupils make of the words that teachers write under their texts. '.repeat(12),
    }),
  );
  await library.open();
  await expect(library.list('Duplicates')).toContainText('1');
  await goTo(page, `/library/${first}`);
  await expect(library.panel.getByText('1 other record seems to be the same work.')).toBeVisible();
  await library.list('Duplicates').press('Enter');

  const main = page.getByRole('main', { name: 'Duplicates' });
  const group = main.getByRole('region', { name: /2 records/ });
  await expect(group).toContainText('same title');
  await picture(page, 'duplicates-list');
  await group.getByRole('button', { name: 'Compare' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Compare and merge' })).toBeVisible();
  // The one with an abstract is proposed to stay; its shouting title is not wanted.
  await expect(page.getByRole('radio', { name: 'Keep this record' }).nth(1)).toBeChecked();
  const wanted = page.getByRole('radio', { name: /Title from record 1/ });
  await wanted.focus();
  await page.keyboard.press('Space');
  await expect(wanted).toBeChecked();
  await picture(page, 'duplicates-compare');
  await page.getByRole('button', { name: /Merge into record 2/ }).press('Enter');
  await expect(main.getByText('Nothing is there twice')).toBeVisible();
  const kept = await desk.get('library.get', { itemId: second });
  expect(kept.csl).toMatchObject({ title: 'Feedback in the reading classroom', volume: '12' });
  await goTo(page, `/library/${first}`);
  await expect(library.panel.getByText(/This record was merged into/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(library.list('Duplicates')).toContainText('1');
  expect((await desk.get('library.get', { itemId: first })).trashedAt).toBeNull();
});

test('what is no duplicate is remembered and can be taken back; versions are related; rules change the groups', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.get('library.create', paper('Paired reading in the second grade'));
  await desk.get(
    'library.create',
    paper('Paired reading in the second grade', { issued: { 'date-parts': [[2021]] } }),
  );
  await desk.get('library.create', paper('Homework and sleep of pupils', { DOI: '10.5555/a' }));
  await desk.get(
    'library.create',
    paper('Homework and sleep of pupils', { type: 'article', DOI: '10.31234/osf.io/x' }),
  );
  await new LibraryPage(desk).open();
  await goTo(page, '/duplicates');
  const main = page.getByRole('main', { name: 'Duplicates' });
  const side = page.getByRole('navigation', { name: 'Parts of this room' });
  await main.getByRole('button', { name: 'Not duplicates' }).click();
  await expect(main.getByText('Nothing is there twice')).toBeVisible();
  await side.getByRole('button', { name: /^Not duplicates/ }).click();
  await main.getByRole('button', { name: 'Take back' }).click();
  await expect(main.getByText('Nothing was told apart yet')).toBeVisible();
  await side.getByRole('button', { name: /^Rules/ }).click();
  await expect(main.getByRole('status')).toHaveText('With these rules: 2 groups');
  await picture(page, 'duplicates-rules');
  await main.getByText('Titles do not count').click();
  await expect(main.getByRole('status')).toHaveText('With these rules: 0 groups');
  await main.getByRole('button', { name: 'Back to the rules as they came' }).click();
  await expect(main.getByRole('status')).toHaveText('With these rules: 2 groups');
  await side.getByRole('button', { name: /^Versions/ }).click();
  await main.getByRole('button', { name: 'Keep both, relate' }).click();
  await expect(main.getByText('No versions to sort out')).toBeVisible();
});

test('the sure groups are merged in one go; the room is clean for axe in both languages and themes', async ({
  desk,
}) => {
  const { page } = desk;
  for (const title of [
    'Reading aloud',
    'Writing by hand',
    'Counting with beans: a long title that tells what was done, with whom, where, for how many weeks, and what came of it in the end for everybody',
  ]) {
    await desk.get('library.create', paper(title));
    await desk.get('library.create', paper(title, { volume: '3' }));
  }
  const ids = (await desk.get('duplicates.list', {})).groups[0]?.records.map(({ id }) => id) ?? [];
  await new LibraryPage(desk).open();
  for (const look of [
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'uk' },
  ] as const) {
    await wear(desk, look);
    for (const address of [
      '/duplicates',
      '/duplicates/apart',
      '/duplicates/rules',
      `/duplicates/compare?ids=${ids.join(',')}`,
    ]) {
      await goTo(page, address);
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
      await expect(page.getByRole('main')).not.toHaveText('');
      await picture(
        page,
        `duplicates-${look.theme}-${look.language}-${address.replaceAll(/\W+/g, '-').slice(0, 24)}`,
      );
      expect(await seriousFindings(page)).toEqual([]);
    }
  }
  await wear(desk, { theme: 'light', language: 'en' });
  await goTo(page, '/duplicates');
  await page.getByRole('button', { name: 'Merge 3 sure groups' }).click();
  await page.getByRole('dialog', { name: 'Merge 3 groups?' }).getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText('3 groups merged.')).toBeVisible();
  expect((await desk.get('library.counts', {})).trash).toBe(3);
});
