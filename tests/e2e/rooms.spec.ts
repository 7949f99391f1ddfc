import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page';
import { expect, launch, test, type RunningApp } from './pages/launch';
import { goTo, picture, seriousFindings, wear } from './pages/rooms';

const TITLE =
  'Counting with beans in the second grade of small rural schools: what was done, with whom, where, for how many weeks, and what came of it in the end';
const LOOKS = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'uk' },
] as const;

/** Two records of one long paper with everything that hangs on one. @returns ids: of both, and of a note */
async function fill(desk: RunningApp): Promise<readonly [string, string, string]> {
  const paper = (title: string, volume: string) => ({
    csl: {
      type: 'article-journal' as const,
      title,
      author: [
        { family: 'van den Hoogenberg-Schwarzenbach', given: 'Anna Maria' },
        { family: 'Шевчук', given: 'Марія' },
      ],
      issued: { 'date-parts': [[2019, 3]] },
      'container-title': 'Example Journal of Reading and of Everything Around It, Including Numbers',
      volume,
      page: '120-101',
      abstract: `Words that  teachers write under texts (${volume}). `.repeat(30),
    },
  });
  const { itemId: first } = await desk.get('library.create', paper(TITLE, '12'));
  const { itemId: second } = await desk.get('library.create', paper(TITLE.toUpperCase(), '21'));
  await desk.get('library.create', { csl: { type: 'book', title: 'A book with little in it' } });
  const { id: noteId } = await desk.get('notes.create', {
    itemId: first,
    body: 'Pairs read aloud. '.repeat(20),
  });
  await desk.get('tags.apply', {
    itemIds: [first],
    tag: { name: 'a tag with a name that is longer than the side' },
  });
  await desk.get('reading.add', { itemId: first, date: '2026-01-15', keyIdea: 'Short daily practice' });
  const { collectionId } = await desk.get('collections.create', {
    name: 'Reading fluency in primary school, spring term',
    parentId: null,
  });
  await desk.get('collections.create', { name: 'Nested', parentId: collectionId });
  await desk.get('collections.addItems', { collectionId, itemIds: [first] });
  return [first, second, noteId];
}

interface Seen {
  readonly faults: Record<string, readonly string[]>;
  readonly look: (name: string) => Promise<void>;
}

/** Collects what axe finds, and what is wider than its column. */
function seeing(page: Page, prefix: string): Seen {
  const faults: Record<string, readonly string[]> = {};
  return {
    faults,
    look: async (name) => {
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await picture(page, `${prefix} ${name}`.replaceAll(/\W+/g, '-'));
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('[data-column], [role="dialog"]')]
          .filter((column) => column.scrollWidth > column.clientWidth + 1)
          .map((column) => {
            const end = column.getBoundingClientRect().left + column.clientWidth + 1;
            const culprits = [...column.querySelectorAll('*')].filter(
              (element) => element.getBoundingClientRect().right > end,
            );
            const names = culprits
              .slice(-3)
              .map(
                (element) =>
                  `${element.tagName} in ${element.closest('button, li, p, div')?.textContent.slice(0, 60) ?? ''}`,
              );
            return `wider than its place: ${column.tagName} ${String(column.scrollWidth)}: ${names.join(', ')}`;
          }),
      );
      const found = [...(await seriousFindings(page)), ...wide];
      if (found.length > 0) faults[`${prefix}, ${name}`] = found;
    },
  };
}

for (const { theme, language } of LOOKS)
  test(`the rooms of a library with nothing in it are clean in a small window (${theme}, ${language})`, async () => {
    const desk = await launch({ size: { width: 1024, height: 700 } });
    const { page } = desk;
    await wear(desk, { theme, language });
    const { look, faults } = seeing(page, `empty ${theme}`);
    for (const address of [
      '/library',
      '/duplicates',
      '/duplicates/version',
      '/duplicates/apart',
      '/checks',
      '/health',
      '/online',
      '/import',
      '/notes',
      '/reading',
    ]) {
      await goTo(page, address);
      await expect(page.getByRole('main')).not.toHaveText('');
      await look(address);
    }
    await goTo(page, '/library');
    await page.getByRole('button', { name: /^(?:Trash|Кошик)/ }).click();
    await expect(
      page.getByRole('group', { name: /^(?:What is in the trash|Що лежить у кошику)$/ }),
    ).toBeVisible();
    await look('trash');
    expect(faults).toEqual({});
    await desk.close();
  });

for (const { theme, language } of LOOKS)
  test(`the rooms and the panel of a library with long things are clean in a small window (${theme}, ${language})`, async () => {
    test.setTimeout(150_000);
    const desk = await launch({ size: { width: 1024, height: 700 } });
    const { page } = desk;
    await expect(page.getByRole('navigation').first()).toBeVisible();
    const [first, second, noteId] = await fill(desk);
    await desk.get('settings.set', { networkEnabled: true });
    await wear(desk, { theme, language });
    const { look, faults } = seeing(page, `long ${theme}`);
    for (const address of [
      '/library',
      '/duplicates',
      '/duplicates/rules',
      `/duplicates/compare?ids=${first},${second}`,
      '/checks',
      '/checks/title-caps',
      '/checks/pages-reversed',
      '/health',
      '/online',
      '/notes',
      `/notes/${noteId}`,
      '/reading',
    ]) {
      await goTo(page, address);
      await expect(page.getByRole('main')).not.toHaveText('');
      await look(address.replace(/\?.*/, ''));
    }
    await goTo(page, `/library/${first}`);
    const panel = page.getByRole('complementary');
    const tabs = panel.getByRole('tab');
    await expect(tabs.first()).toBeVisible();
    for (const tab of await tabs.all()) {
      await tab.press('Enter');
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await expect(panel.getByRole('tabpanel')).not.toHaveText('');
      await look(`panel, ${(await tab.textContent()) ?? ''}`);
    }
    await tabs.first().press('Enter');
    const closed = panel.locator(
      'button[aria-expanded="false"]:not([aria-haspopup]):not([role="combobox"] ~ *)',
    );
    for (let left = await closed.count(); left > 0; left -= 1) {
      await closed.last().press('Enter');
      if ((await closed.count()) >= left) break;
    }
    await look('panel, all of it open');
    expect(faults).toEqual({});
    await desk.close();
  });

for (const { theme, language } of LOOKS)
  test(`the dialogs of the library are clean in a small window (${theme}, ${language})`, async () => {
    test.setTimeout(150_000);
    const desk = await launch({ size: { width: 1024, height: 700 } });
    const { page } = desk;
    const { keyboard } = page;
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await fill(desk);
    await new LibraryPage(desk).open();
    await wear(desk, { theme, language });
    const { look, faults } = seeing(page, `dialogs ${theme}`);
    const grid = page.getByRole('grid').first();
    const dialog = page.getByRole('dialog');
    const leave = async (): Promise<void> => {
      for (let layers = await dialog.count(); layers > 0; layers -= 1) await keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    };
    await grid.focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('Control+a');
    await expect(grid.getByRole('row', { selected: true })).toHaveCount(3);
    await look('several chosen');
    for (const [name, keys] of [
      ['batch edit', 'Control+Shift+E'],
      ['tag', 'Control+t'],
      ['collection', 'Control+Shift+K'],
      ['citation keys', 'Control+g'],
      ['export', 'Control+Shift+X'],
      ['import', 'Control+Shift+I'],
    ] as const) {
      await grid.focus();
      await keyboard.press(keys);
      await expect(dialog).toBeVisible();
      await look(name);
      await leave();
    }
    for (const [name, button] of [
      ['tag manager', /^(Edit tags|Змінити мітки|Редагувати мітки)/],
      ['saved search', /^(New saved search|Новий збережений пошук)/],
      ['new collection', /^(New collection|Нова добірка)/],
      ['filter', /^(Filter|Фільтр)/],
      ['help of the search', /^(How to search|Як шукати)/],
    ] as const) {
      await page.getByRole('button', { name: button }).first().press('Enter');
      await expect(dialog.first()).toBeVisible();
      if (name === 'saved search') await dialog.getByRole('button', { name: /group|групу/ }).press('Enter');
      if (name === 'tag manager') await dialog.getByRole('row').first().press('Enter');
      await look(name);
      await leave();
    }
    expect(faults).toEqual({});
    await desk.close();
  });
