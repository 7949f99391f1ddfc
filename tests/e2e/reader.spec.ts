import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { paperPdf } from '../builders/paper-pdf';
import { expect, test, type RunningApp } from './pages/launch';
import { importPdf, ReaderPage } from './pages/reader';

const PAGES = [
  [
    'Pairs met four times a week for ten minutes and attendance was logged by the class teacher.',
    'Partners changed every second week. Of 4,720 pupils, 4,281 sat the final test.',
    'Fourteen per cent of pupils left the trial arm before the final test, against five per cent elsewhere.',
  ].join('\n\n'),
  'The second page says that listening to slow readers takes time. Attendance was good.',
  'The third page closes the paper. Attendance mattered most.',
];

async function openPaper(desk: RunningApp): Promise<{ reader: ReaderPage; attachmentId: string }> {
  const pdf = await paperPdf({
    pages: PAGES,
    outline: ['Procedure', 'Listening', 'Close'],
    linkToLastPage: true,
  });
  const { attachmentId } = await importPdf(desk, 'ten-minutes.pdf', pdf);
  const reader = new ReaderPage(desk.page);
  await reader.open(attachmentId);
  return { reader, attachmentId };
}

async function serious(page: RunningApp['page']): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

test('a highlight by mouse with a comment stays after a restart, and a copy shows it in poppler', async ({
  desk,
}) => {
  const { reader, attachmentId } = await openPaper(desk);
  const { page } = desk;
  await reader.selectByMouse(
    reader.runs(0).filter({ hasText: 'Partners changed' }),
    reader.runs(0).filter({ hasText: 'Partners changed' }),
  );
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
  await page.getByRole('button', { name: 'Highlight: Evidence, I agree' }).click();
  await expect(reader.cards).toHaveCount(1);
  await expect(reader.cards).toContainText('Partners changed every second week.');
  await expect(reader.cards).toContainText('Evidence, I agree');
  await expect(reader.marks('highlight').first()).toBeVisible();
  await expect(reader.announcement).toContainText('Highlighted: Partners changed');

  await reader.cards.getByRole('button', { name: /Show on page/ }).click();
  await page.keyboard.press('c');
  await page.keyboard.type('Чи достатньо пар?');
  await page.keyboard.press('Escape');
  await expect(reader.cards).toContainText('Чи достатньо пар?');
  await expect
    .poll(async () => (await desk.get('annotation.list', { attachmentId })).annotations[0]?.comment)
    .toBe('Чи достатньо пар?');

  const again = await desk.restart();
  const later = new ReaderPage(again.page);
  await later.open(attachmentId);
  await expect(later.cards).toContainText('Чи достатньо пар?');
  await expect(later.marks('highlight').first()).toBeVisible();

  const copy = join(again.folder, 'copy.pdf');
  again.scriptDialogs({ save: [copy] });
  await again.page.keyboard.press('Control+Shift+S');
  await expect(again.page.getByText('Copy saved with 1 annotation')).toBeVisible();
  expect(readFileSync(copy).subarray(0, 5).toString()).toBe('%PDF-');
  const poppler = spawnSync('pdftoppm', ['-r', '36', '-f', '1', '-l', '1', copy], { maxBuffer: 64_000_000 });
  if (poppler.error) console.warn('pdftoppm is not installed: the copy was not drawn');
  else expect(greenPixels(poppler.stdout)).toBeGreaterThan(200);
  await again.app.close();
});

test('a note is made of what is marked, by meaning, and a quotation leads back to its page', async ({
  desk,
}) => {
  const { reader, attachmentId } = await openPaper(desk);
  const { page } = desk;
  await reader.selectByMouse(
    reader.runs(0).filter({ hasText: 'Partners changed' }),
    reader.runs(0).filter({ hasText: 'Partners changed' }),
  );
  await page.getByRole('button', { name: 'Highlight: Evidence, I agree' }).click();
  await expect(reader.cards).toHaveCount(1);
  const { itemId } = await desk.get('annotation.openPaper', { attachmentId });
  await page.evaluate((address) => {
    location.hash = address;
  }, `/library/${itemId}`);
  const panel = page.getByRole('complementary', { name: 'About the paper' });
  await panel.getByRole('tab', { name: /Annotations/ }).click();
  await panel.getByRole('button', { name: 'Make a note' }).press('Enter');
  await page.getByRole('menuitem', { name: 'By meaning' }).press('Enter');
  await page
    .getByRole('alertdialog')
    .filter({ hasText: 'Note made of 1 annotation' })
    .getByRole('button', { name: 'Show' })
    .click();
  const note = page.getByRole('main').locator('[contenteditable="true"]');
  await expect(note.getByRole('heading', { name: 'Evidence, I agree' })).toBeVisible();
  await expect(note.locator('blockquote')).toContainText('Partners changed every second week.');
  await note.getByRole('link', { name: /p\. 1\)$/ }).click({ modifiers: ['Control'] });
  await expect.poll(() => page.url()).toContain(`#/reader/${attachmentId}?annotation=`);
});

/** Pixels that a green highlight coloured. */
function greenPixels(ppm: Buffer): number {
  const start = /^P6\s\d+\s\d+\s255\s/.exec(ppm.subarray(0, 60).toString('latin1'))?.[0].length ?? 0;
  let count = 0;
  for (let i = start; i + 2 < ppm.length; i += 3) {
    const [red = 0, green = 0, blue = 0] = ppm.subarray(i, i + 3);
    if (green > red + 15 && green > blue + 15) count += 1;
  }
  return count;
}

test('the keyboard alone selects, highlights, comments, deletes and undoes', async ({ desk }) => {
  const { reader } = await openPaper(desk);
  const { page } = desk;
  await reader.focusPages();
  await page.keyboard.press('F7');
  await expect(reader.announcement).toContainText('Selecting text with the keyboard');
  await page.keyboard.press('ArrowDown');
  await expect(reader.marks('cursor').first()).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+Enter');
  await expect(reader.cards).toHaveCount(1);
  await page.keyboard.type('by keys');
  await page.keyboard.press('Escape');
  await expect(reader.cards).toContainText('by keys');
  await expect(reader.marks('cursor')).toHaveCount(0);

  // A colour key changes the chosen annotation; in a text field it is just a digit.
  await reader.focusPages();
  await page.keyboard.press('2');
  await expect(reader.cards).toContainText('Doubt or limit');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('3');
  await expect(reader.cards).toContainText('Doubt or limit');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Delete');
  await expect(reader.cards).toHaveCount(0);
  await expect(page.getByText('1 annotation deleted')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(reader.cards).toHaveCount(1);
});

test('find, outline, page box, links and the way back', async ({ desk }) => {
  const { reader } = await openPaper(desk);
  const { page } = desk;
  const pageBox = page.getByRole('textbox', { name: 'Page number' });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ATTENDANCE');
  await expect(page.getByText('1 of 3')).toBeVisible();
  await page.keyboard.press('Control+g');
  await expect(page.getByText('2 of 3')).toBeVisible();
  await expect(reader.marks('find-current')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+g');
  await expect(page.getByText('1 of 3')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reader.marks('find-current')).toHaveCount(0);

  await page.getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(pageBox).toHaveValue('3');
  await reader.focusPages();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(pageBox).toHaveValue('1');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(pageBox).toHaveValue('3');

  await page.keyboard.press('Control+Alt+g');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(pageBox).toHaveValue('2');
  await page.keyboard.press('Control+Alt+g');
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no page “99”')).toBeVisible();

  await page.keyboard.press('Control+Alt+g');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Go to the place in this paper' }).click();
  await expect(pageBox).toHaveValue('3');
});

test('an address opens a page at a quotation, also one with a fault in it', async ({ desk }) => {
  const { reader, attachmentId } = await openPaper(desk);
  const quote = encodeURIComponent('listenlng to slow reeders takes time');
  await reader.open(attachmentId, `?page=1&quote=${quote}`);
  await expect(desk.page.getByRole('textbox', { name: 'Page number' })).toHaveValue('2');
  await expect(reader.marks('flash').first()).toBeVisible();
});

test('annotations are found again in another copy of the paper', async ({ desk }) => {
  const { reader, attachmentId } = await openPaper(desk);
  const target = {
    pageIndex: 0,
    pageLabel: '1',
    rects: [[72, 100, 200, 112] as [number, number, number, number]],
    prefix: '',
    suffix: '',
    start: 0,
    end: 10,
    sortIndex: '00000|000000|00700',
    fingerprint: 'the-copy-of-a-colleague',
  };
  const mark = { ...target, type: 'highlight' as const, color: '#ffd400' as const, comment: '' };
  await desk.get('annotation.create', {
    attachmentId,
    drafts: [
      { ...mark, quote: 'listening to slow readers takes time' },
      { ...mark, quote: 'words that this copy does not have anywhere at all' },
    ],
  });
  await expect(reader.cards).toHaveCount(2);
  await expect(desk.page.getByText('1 annotation was found again by its text')).toBeVisible();
  await expect(reader.cards.filter({ hasText: 'Not found in this copy' })).toHaveCount(1);
  const { annotations } = await desk.get('annotation.list', { attachmentId });
  expect(annotations.find(({ quote }) => quote.startsWith('listening'))?.pageIndex).toBe(1);
});

test('locked, broken and scanned papers say what to do', async ({ desk }) => {
  const reader = new ReaderPage(desk.page);
  const locked = await importPdf(
    desk,
    'locked.pdf',
    await paperPdf({ pages: ['A secret.'], password: 'open' }),
  );
  await desk.page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/reader/${locked.attachmentId}`);
  await expect(desk.page.getByText('This PDF is locked')).toBeVisible();
  await desk.page.keyboard.type('wrong');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByText('This password does not fit')).toBeVisible();
  await desk.page.getByLabel('Password').fill('open');
  await desk.page.keyboard.press('Enter');
  await reader.drawn();
  await expect(reader.runs(0).filter({ hasText: 'A secret.' })).toBeAttached();

  const broken = await importPdf(desk, 'broken.pdf', await paperPdf({ pages: ['Soon broken.'] }));
  const { fileId } = await desk.get('files.attachmentInfo', { attachmentId: broken.attachmentId });
  const path = join(desk.libraryFolder, 'files', fileId.slice(0, 2), fileId);
  chmodSync(path, 0o644);
  writeFileSync(path, 'no longer a PDF');
  await desk.page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/reader/${broken.attachmentId}`);
  await expect(desk.page.getByText('The file is damaged or is not a PDF')).toBeVisible();
  rmSync(path);
  await desk.page.getByRole('button', { name: 'Try again' }).click();
  await expect(desk.page.getByText('The file could not be read')).toBeVisible();

  const scan = await importPdf(desk, 'scan.pdf', await paperPdf({ pages: [' '] }));
  await reader.open(scan.attachmentId);
  await expect(desk.page.getByText('This page has no text')).toBeVisible();
});

for (const theme of ['light', 'dark', 'high-contrast'] as const) {
  test(`axe finds nothing serious in the reader (${theme})`, async ({ desk }) => {
    const { reader } = await openPaper(desk);
    await desk.page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    await reader.focusPages();
    await desk.page.keyboard.press('F7');
    await desk.page.keyboard.press('Enter');
    await expect(reader.cards).toHaveCount(1);
    await desk.page.keyboard.press('Control+f');
    expect(await serious(desk.page)).toEqual([]);
  });
}
