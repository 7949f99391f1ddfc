import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type RunningApp } from './pages/launch';
import { WritePage } from './pages/write-page';

const has = (tool: string, flag = '--version'): boolean => spawnSync(tool, [flag]).status === 0;

async function addPapers(desk: RunningApp): Promise<{ readonly article: string; readonly book: string }> {
  const article = await desk.get('library.create', {
    csl: {
      type: 'article-journal',
      title: 'Paired reading in Year 5',
      author: [
        { family: 'Example', given: 'Anna' },
        { family: 'Sample', given: 'Borys' },
      ],
      issued: { 'date-parts': [[2021]] },
      'container-title': 'Journal of Invented Classrooms',
      volume: '12',
      page: '101-119',
    },
  });
  const book = await desk.get('library.create', {
    csl: {
      type: 'book',
      title: 'Small classes, honest numbers',
      author: [{ family: 'Placeholder', given: 'Olena' }],
      issued: { 'date-parts': [[2019]] },
      publisher: 'Example Press',
    },
  });
  return { article: article.itemId, book: book.itemId };
}

/** An inquiry whose rationale rests on both papers. */
async function addInquiry(
  desk: RunningApp,
  papers: { readonly article: string; readonly book: string },
): Promise<string> {
  const { projectId } = await desk.get('inquiry.create', {
    title: 'Paired reading in one Year 5 class',
    modelId: 'kmt',
  });
  const { cycles } = await desk.get('inquiry.get', { projectId });
  const cycleId = cycles[0]?.id ?? '';
  const set = (key: string, value: string) =>
    desk.get('inquiry.setField', { projectId, cycleId, key, value });
  await set('problem.statement', '12 of 26 pupils read below 90 words/min');
  await set(
    'rationale.theory',
    'If pupils read aloud in pairs, then they practise more, because each reads half the time',
  );
  const link = (id: string, use: string) =>
    desk.get('inquiry.link', { projectId, cycleId, key: 'rationale.links', kind: 'item', id, use });
  await link(papers.article, 'Pairs gained a little more than classes without pairs');
  await link(papers.book, 'Ten minutes a day can be kept up');
  return projectId;
}

async function openReport(desk: RunningApp, language: 'en' | 'uk' = 'en'): Promise<WritePage> {
  const projectId = await addInquiry(desk, await addPapers(desk));
  const { reportId } = await desk.get('report.create', {
    templateId: 'practice-case',
    projectId,
    title: '',
    language,
  });
  const write = new WritePage(desk);
  await write.open(reportId);
  await expect(desk.page.getByRole('tab').first()).toBeVisible();
  return write;
}

test('starts a report from an inquiry, in the window', async ({ desk }) => {
  await addInquiry(desk, await addPapers(desk));
  const write = new WritePage(desk);
  await write.open();
  await expect(desk.page.getByText('Nothing written yet')).toBeVisible();
  await desk.page.getByRole('button', { name: 'New report' }).click();
  await desk.page.getByRole('button', { name: 'Start writing' }).click();
  await expect(write.section('The problem')).toContainText('12 of 26 pupils read below 90 words/min.');
  await expect(write.section('What we did')).toContainText('(Example & Sample, 2021)');
  await write.panel('Claims');
  await expect(
    desk.page.getByText('Pairs gained a little more than classes without pairs').last(),
  ).toBeVisible();
  await desk.page.getByRole('button', { name: /^Example/ }).click();
  await expect.poll(() => desk.page.url()).toContain('#/library/');
});

test('cites by keyboard, keeps it, switches the style', async ({ desk }) => {
  const write = await openReport(desk);
  await write.section('Limits').click();
  await desk.page.keyboard.type('One class only ');
  await write.cite('placeh 12-15', 'Placeholder');
  await desk.page.keyboard.type(' and no comparison.');
  await expect(write.section('Limits')).toContainText(
    'One class only (Placeholder, 2019, pp. 12–15) and no comparison.',
  );
  await desk.page.keyboard.press('Alt+F10');
  await expect(desk.page.getByRole('button', { name: 'Bold' })).toBeFocused();
  // The first Escape closes the tooltip of the button, the second leaves the toolbar.
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Escape');
  await expect(write.section('Limits')).toBeFocused();
  await write.saved();
  await write.panel('References');
  await expect(
    desk.page.getByText('Example, A., & Sample, B. (2021). Paired reading in Year 5.'),
  ).toBeVisible();
  await write.chooseStyle('Harvard (Cite Them Right)');
  await expect(write.section('What we did')).toContainText('(Example and Sample, 2021)');
  await expect(
    desk.page.getByText('Example, A. and Sample, B. (2021) ‘Paired reading in Year 5’'),
  ).toBeVisible();

  const again = await desk.restart();
  const after = new WritePage(again);
  await after.open();
  await again.page
    .getByRole('button', { name: /Paired reading in one Year 5 class/ })
    .first()
    .click();
  await expect(after.section('Limits')).toContainText('One class only (Placeholder, 2019, pp. 12–15)');
  await again.close();
});

test('changes a citation: page, words before, author left out', async ({ desk }) => {
  const write = await openReport(desk);
  await write.section('What we did').locator('.citation').first().click();
  await expect(write.picker).toBeVisible();
  await write.picker.getByLabel('Words before').fill('see');
  await write.picker.getByLabel('Place', { exact: true }).fill('7');
  await expect(write.picker.getByTestId('citation-preview')).toHaveText('(see Example & Sample, 2021, p. 7)');
  await write.picker.getByText('Leave out the author').click();
  await expect(write.picker.getByTestId('citation-preview')).toHaveText('(see 2021, p. 7)');
  await write.picker.getByRole('button', { name: 'Save the citation' }).click();
  await expect(write.section('What we did')).toContainText('(see 2021, p. 7)');
});

test('marks a claim, links evidence, checks the wording', async ({ desk }) => {
  const write = await openReport(desk);
  await write.section('Limits').click();
  await desk.page.keyboard.type('Pairs led to faster reading.');
  await desk.page.keyboard.press('Shift+Home');
  await desk.page.getByRole('button', { name: 'Mark as claim' }).click();
  await desk.page.getByRole('tab', { name: /^Papers/ }).click();
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /Placeholder/ })
    .click();
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.page.getByText('No evidence yet')).toHaveCount(0);
  await write.saved();
  await write.panel('Check');
  await expect(desk.page.getByText(/“led to” needs claim level L5/)).toBeVisible();
  await expect(desk.page.getByText(/is required and still empty/).first()).toBeVisible();
});

test('undo of the app brings a section back', async ({ desk }) => {
  const write = await openReport(desk);
  await write.section('Limits').click();
  await desk.page.keyboard.type('To be taken back');
  await write.saved();
  await desk.get('history.undo', {});
  await expect(write.section('Limits')).not.toContainText('To be taken back');
});

test('exports Word, PDF, HTML and Markdown', async ({ desk }) => {
  const write = await openReport(desk);
  const out = (name: string): string => join(desk.folder, name);
  desk.scriptDialogs({ save: [out('case.docx'), out('case.pdf'), out('case.html'), out('case.md')] });
  await write.exportAs('Word document', 'case.docx');
  await write.exportAs('PDF', 'case.pdf');
  await write.exportAs('Web page', 'case.html');
  await write.exportAs('Markdown and BibTeX', 'case.md, case.bib');

  expect(readFileSync(out('case.html'), 'utf8')).toContain('id="evidence-1"');
  expect(existsSync(out('case.bib'))).toBe(true);
  if (has('pandoc')) {
    const text = execFileSync('pandoc', [out('case.docx'), '-t', 'plain', '--wrap=none'], {
      encoding: 'utf8',
    });
    expect(text).toContain('12 of 26 pupils read below 90 words/min.');
    expect(text).toContain('(Example & Sample, 2021)');
    expect(text).toContain('Placeholder, O. (2019). Small classes, honest numbers. Example Press.');
    const cited = execFileSync('pandoc', ['case.md', '--citeproc', '-t', 'plain', '--wrap=none'], {
      encoding: 'utf8',
      cwd: desk.folder,
    });
    expect(cited).toContain('(Example and Sample 2021)');
  }
  if (has('pdfinfo', '-v')) {
    expect(execFileSync('pdfinfo', [out('case.pdf')], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
    expect(execFileSync('pdftotext', [out('case.pdf'), '-'], { encoding: 'utf8' })).toContain(
      '12 of 26 pupils',
    );
  }
});

test('has no serious accessibility problem, light, dark and in Ukrainian', async ({ desk }) => {
  const write = await openReport(desk, 'uk');
  for (const [theme, language] of [
    ['light', 'en'],
    ['dark', 'uk'],
  ] as const) {
    await desk.get('settings.set', { theme, language });
    await expect(
      desk.page.getByRole('tab', { name: language === 'en' ? /^Claims/ : /^Твердження/ }),
    ).toBeVisible();
    const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  }
  await expect(write.section('Що ми зробили')).toBeVisible();
});
