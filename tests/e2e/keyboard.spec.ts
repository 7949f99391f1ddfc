import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inquiryWithScores } from './pages/exchange';
import { pressAt, tabTo } from './pages/keyboard';
import { expect, launch, test } from './pages/launch';
import { ReaderPage } from './pages/reader';

for (const file of ['keyboard.spec.ts', 'library-keyboard.spec.ts', 'pages/keyboard.ts'])
  test(`${file} has no mouse in it`, () => {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8');
    expect(source).not.toMatch(
      /\.(?:click|dblclick|hover|tap|check|fill|selectOption|focus)\(|page[.]mouse/u,
    );
  });

test('the thread by keyboard alone: library, reader, inquiry, report, exchange', async () => {
  test.setTimeout(180_000);
  const desk = await launch({ firstRun: true, size: { width: 1440, height: 900 } });
  const { page } = desk;
  const { keyboard } = page;

  await test.step('first start: the tour can be left', async () => {
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
    await expect
      .poll(
        async () => (await desk.get('citation.search', { query: 'Reading side', limit: 5 })).items.length,
        {
          timeout: 60_000,
        },
      )
      .toBeGreaterThan(0);
  });

  await test.step('Ctrl+1 to Ctrl+6 reach every place', async () => {
    for (const [index, place] of ['desk', 'library', 'learn', 'inquiry', 'write', 'exchange'].entries()) {
      await keyboard.press(`Control+${String(index + 1)}`);
      await expect.poll(() => new URL(page.url()).hash).toContain(`#/${place}`);
      await expect(page.getByRole('main').first()).not.toHaveText('');
    }
  });

  await test.step('the palette runs a command', async () => {
    await keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('menuitem').first()).toBeVisible();
    await keyboard.type('light and dark');
    await expect(page.getByRole('dialog').getByRole('menuitem')).toHaveCount(1);
    const before = await page.locator('html').getAttribute('data-theme');
    await keyboard.press('Enter');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', String(before));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  const reader = new ReaderPage(page);
  await test.step('library: arrows choose a paper, Enter opens it', async () => {
    await keyboard.press('Control+2');
    const grid = page.getByRole('grid', { name: 'Papers' });
    await tabTo(page, grid);
    const chosen = grid.getByRole('row', { selected: true });
    // The first record in the order of the list that has a file.
    for (let step = 0; step < 20 && !page.url().includes('#/reader/'); step += 1) {
      await keyboard.press('ArrowDown');
      await expect(chosen).toHaveCount(1);
      if ((await chosen.textContent())?.includes('Reading side by side')) break;
    }
    await expect(chosen).toContainText('Reading side by side');
    await keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toContain('#/reader/');
    await reader.drawn();
  });

  await test.step('reader: select text with keys and highlight it', async () => {
    await keyboard.press('F7');
    await expect(reader.announcement).toContainText('Selecting text with the keyboard');
    await keyboard.press('ArrowDown');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Enter');
    await expect(reader.cards).toHaveCount(1);
    await keyboard.press('Escape');
  });

  await test.step('inquiry: a new one through its dialog, and its problem', async () => {
    await keyboard.press('Control+4');
    await pressAt(page, page.getByRole('button', { name: 'New inquiry' }).first());
    const dialog = page.getByRole('dialog', { name: 'New inquiry' });
    await expect(dialog.getByLabel('Working title')).toBeFocused();
    await keyboard.type('Reading in pairs');
    await pressAt(page, dialog.getByRole('button', { name: 'Start' }));
    await expect(page.getByRole('heading', { name: 'Reading in pairs', level: 1 })).toBeVisible();
    await tabTo(page, page.getByLabel('What is the problem?', { exact: true }));
    await keyboard.type('12 of 26 pupils read below 90 words a minute.');
    await keyboard.press('Tab');
    const projects = await desk.get('inquiry.list', {});
    const project = projects.projects.find(({ title }) => title === 'Reading in pairs');
    expect(project).toBeDefined();
    await expect
      .poll(
        async () =>
          (await desk.get('inquiry.list', {})).projects.find(({ title }) => title === 'Reading in pairs')
            ?.problem,
      )
      .toBe('12 of 26 pupils read below 90 words a minute.');
  });

  await test.step('write: a report from it, and words in a section', async () => {
    await keyboard.press('Control+5');
    await pressAt(page, page.getByRole('button', { name: 'New report' }).first());
    const dialog = page.getByRole('dialog');
    await pressAt(page, dialog.getByRole('button', { name: 'Start' }));
    const section = page.getByRole('textbox', { name: 'What we did', exact: true });
    await tabTo(page, section);
    await keyboard.press('Control+End');
    await keyboard.type('Pairs read aloud for ten minutes.');
    await expect(section).toContainText('Pairs read aloud for ten minutes.');
    await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  });

  await test.step('exchange: the form of a case', async () => {
    await inquiryWithScores(desk);
    await keyboard.press('Control+6');
    await pressAt(page, page.getByRole('button', { name: 'Publish a case' }).first());
    await pressAt(page, page.getByRole('button', { name: 'Paired reading, Year 5' }));
    const advice = page.getByRole('textbox', { name: 'Advice: for whom and when' });
    await tabTo(page, advice);
    await keyboard.type('For Year 5.');
    await expect(advice).toHaveValue('For Year 5.');
    await pressAt(page, page.getByRole('button', { name: 'Check every file' }));
    await expect(page.getByText('Still to be written')).toBeVisible();
  });
  await desk.close();
});
