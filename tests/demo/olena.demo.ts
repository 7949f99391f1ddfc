import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { olena, OLENA_QUESTION } from '../builders/story';
import { DataPage } from '../e2e/pages/data-page';
import { ImportPage } from '../e2e/pages/import-page';
import { InquiryPage } from '../e2e/pages/inquiry';
import { expect, launch, resize, test, type RunningApp } from '../e2e/pages/launch';
import { ReaderPage } from '../e2e/pages/reader';
import { WritePage } from '../e2e/pages/write-page';
import { checkOutputs } from './check-outputs';

const root = join(import.meta.dirname, '..', '..');
const output = process.env['INQUIRY_DEMO_OUTPUT'] ?? join(root, 'demo-output');
const corpus = process.env['INQUIRY_CORPUS'] ?? join(root, '..', 'shared', 'corpus');
const TITLE = 'Paired reading, Year 5';

async function shot(desk: RunningApp, name: string): Promise<void> {
  // Numbers and pictures come in after the first paint.
  await expect(desk.page.locator('[aria-busy="true"]')).toHaveCount(0);
  await desk.page.screenshot({ path: join(output, 'screenshots', `${name}.png`) });
}

async function fillStage(desk: RunningApp, projectId: string, stageId: string): Promise<void> {
  const { cycleId } = await desk.get('inquiry.get', { projectId });
  for (const [key, value] of Object.entries(olena[stageId] ?? {})) {
    await desk.get('inquiry.setField', { projectId, cycleId, key, value });
  }
}

async function itemByTitle(
  desk: RunningApp,
  title: string,
): Promise<{ itemId: string; attachmentId: string }> {
  const { items } = await desk.get('citation.search', { query: title, limit: 5 });
  const itemId = items.find((item) => item.title.startsWith(title))?.itemId;
  if (itemId === undefined) throw new Error(`not in the sample library: ${title}`);
  const { attachmentId } = await desk.get('import.foundFields', { itemId });
  if (attachmentId === null) throw new Error(`without a file: ${title}`);
  return { itemId, attachmentId };
}

test('story 1: Olena, from a worry about slow readers to a case a colleague can build on', async () => {
  mkdirSync(join(output, 'screenshots'), { recursive: true });
  const desk = await launch({ firstRun: true, size: { width: 1440, height: 900 } });
  const { page } = desk;

  await test.step('first start: the sample library and the tour', async () => {
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await expect
      .poll(
        async () => (await desk.get('citation.search', { query: 'Reading side', limit: 5 })).items.length,
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    await shot(desk, '01-first-start');
    const skip = page.getByRole('button', { name: /skip|later|not now|close/i }).first();
    if (await skip.isVisible()) await skip.click();
  });

  await test.step('import: the real papers and bibliographies, when they are there', async () => {
    if (!existsSync(corpus)) {
      console.log(`no corpus at ${corpus}: the sample library alone is used`);
      return;
    }
    const window = new ImportPage(page);
    desk.scriptDialogs({
      open: [
        [
          join(corpus, 'pdf'),
          join(corpus, 'pdf-samples'),
          join(corpus, 'bib'),
          join(corpus, 'api', 'bolognese'),
        ],
      ],
    });
    await window.open();
    await window.chooseFiles();
    await expect(window.window.getByRole('status').filter({ hasText: 'Import finished' })).toBeVisible({
      timeout: 300_000,
    });
    await shot(desk, '02-import-report');
    const [job] = await desk.get('import.history', { limit: 1 });
    writeFileSync(join(output, 'corpus-import.json'), JSON.stringify(job, null, 2));
    console.log(`corpus: ${JSON.stringify(job?.counts)}`);
    await page.keyboard.press('Escape');
  });

  await test.step('read: a highlight with a comment, and a copy that keeps it', async () => {
    const { attachmentId } = await itemByTitle(desk, 'Reading side by side');
    const reader = new ReaderPage(page);
    await reader.open(attachmentId);
    const line = reader
      .runs(0)
      .filter({ hasText: /\w{4,}.*\w{4,}.*\w{4,}/ })
      .nth(8);
    await line.scrollIntoViewIfNeeded();
    await reader.selectByMouse(line, line);
    await page.getByRole('button', { name: /^Highlight: Evidence/ }).click();
    await expect(reader.cards).toHaveCount(1);
    await reader.cards.getByRole('button', { name: /Show on page/ }).click();
    await page.keyboard.press('c');
    await page.keyboard.type('Our slot after lunch is like this one.');
    await page.keyboard.press('Escape');
    await shot(desk, '03-reader');
    desk.scriptDialogs({ save: [join(output, 'annotated-copy.pdf')] });
    await page.keyboard.press('Control+Shift+S');
    await expect(page.getByText('Copy saved with 1 annotation')).toBeVisible();
  });

  await test.step('learn: the first module', async () => {
    await page.evaluate(() => {
      location.hash = '#/learn';
    });
    await expect(page.getByRole('heading', { name: 'Reading any paper' })).toBeVisible();
    await shot(desk, '04-learn');
    await page.getByRole('button', { name: 'Start' }).first().click();
    await shot(desk, '05-module');
  });

  const inquiry = new InquiryPage(page);
  let projectId = '';
  await test.step('inquiry: problem, question with its hints, papers it rests on', async () => {
    await inquiry.open();
    await inquiry.create(TITLE, /^Action research cycle/);
    projectId = (await desk.get('inquiry.list', {})).projects[0]?.id ?? '';
    await inquiry.fill('What is the problem?', '12 of 26 pupils read below 90 words/min');
    await fillStage(desk, projectId, 'problem');
    await expect(inquiry.checks.getByText('Everything that is needed is filled in')).toBeVisible();
    await inquiry.sign('Question');
    await inquiry.fill('Your question', 'Does reading help?');
    await expect(page.locator('[data-state="fail"]')).toHaveText([
      /^Open, not yes or no/,
      /^Names a group and a setting/,
      /^The outcome can be observed/,
    ]);
    await shot(desk, '06-question-hints');
    await inquiry.fill('Your question', OLENA_QUESTION);
    await expect(page.locator('[data-state="fail"]')).toHaveCount(0);
    await fillStage(desk, projectId, 'question');
    await inquiry.sign('What others found');
    await page.getByRole('button', { name: 'Link a paper or a highlight' }).click();
    const picker = page.getByRole('dialog', { name: 'Link a paper or a highlight' });
    for (const title of ['Reading side by side', 'Ten minutes a day']) {
      await picker.getByRole('searchbox').fill(title);
      await picker
        .getByRole('button', { name: new RegExp(`^Link: ${title}`) })
        .first()
        .click();
      await expect(picker.getByText('linked', { exact: true }).first()).toBeVisible();
    }
    await picker.getByRole('button', { name: 'Done' }).click();
    for (const [index, use] of [
      'Pairs read more aloud than we do now',
      'The gain was small and uncertain',
    ].entries()) {
      const box = page.getByLabel('What do you take from it?').nth(index);
      await box.fill(use);
      await box.blur();
    }
    await fillStage(desk, projectId, 'others');
    await shot(desk, '07-what-others-found');
    await inquiry.sign('Plan');
  });

  await test.step('inquiry: plan, ethics with twelve consents, journal', async () => {
    await fillStage(desk, projectId, 'plan');
    await expect(inquiry.checks.getByText('Everything that is needed is filled in')).toBeVisible();
    await shot(desk, '08-plan');
    await inquiry.sign('Ethics and consent');
    await fillStage(desk, projectId, 'ethics');
    await page.getByRole('button', { name: 'Add participants' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add participants' }).click();
    await page.getByRole('button', { name: /^All: guardian and pupil said yes/ }).click();
    await expect(page.getByText('12 of 12 can be used')).toBeVisible();
    await shot(desk, '09-consent');
    await inquiry.sign('Act and observe');
    const { cycleId } = await desk.get('inquiry.get', { projectId });
    for (const [perspective, title] of [
      ['teacher', 'Week 3: pairs settle'],
      ['parent', 'Three families write'],
    ] as const) {
      await desk.get('inquiry.writeEntry', {
        projectId,
        cycleId,
        entryId: null,
        kind: 'observation',
        date: '2026-03-02',
        title,
        description: 'Reading aloud got easier to hear.',
        interpretation: 'Partners trust each other.',
        perspective,
        privacy: 'P1',
        isSmallWin: perspective === 'parent',
      });
    }
    await fillStage(desk, projectId, 'act');
    await inquiry.sign('Look at the data');
  });

  const data = new DataPage(desk);
  await test.step('data: import under pseudonyms; the numbers of story 1', async () => {
    const csv = join(desk.folder, 'fluency.csv');
    copyFileSync(join(root, 'resources', 'sample-library', 'fluency.csv'), csv);
    const { rows } = await consentRows(desk, projectId);
    // The class list with names stays outside; the file that is imported speaks of pupils by their pseudonyms.
    const lines = readFileSync(csv, 'utf8').trim().split('\n');
    writeFileSync(
      csv,
      [lines[0], ...lines.slice(1).map((line, index) => line.replace(/^[^,]+/, rows[index] ?? ''))].join(
        '\n',
      ),
    );
    await data.open(projectId);
    desk.scriptDialogs({ open: [[csv]] });
    await data.importOffered('Oral reading fluency');
    await expect(data.block('descriptives').getByRole('row', { name: /^mean/u })).toHaveText('mean55.062.0');
    await expect(data.block('raw-change')).toContainText('+7.0');
    await expect(data.block('raw-change')).toContainText('95 % interval 4.0 to 10.0');
    await expect(data.block('effect-size')).toContainText('0.59');
    await expect(data.block('effect-size')).toContainText('95 % interval 0.27 to 0.90');
    await expect(data.block('effect-size').getByRole('button', { name: 'Show as months' })).toBeDisabled();
    await expect(data.view.getByText(/L2: a described change seen from several sides/)).toBeVisible();
    await shot(desk, '10-data');
    await data.view.getByRole('button', { name: /Pupils in this dataset/u }).click();
    await data.withdraw(await pseudonymOf(desk, projectId, 51, 60));
    const banner = data.view.getByRole('status').filter({ hasText: 'a pupil withdrew' });
    await expect(banner).toContainText('Pupils: 12, now 11. Mean change: +7.0, now +6.8.');
    await expect(data.block('raw-change')).toContainText('95 % interval 3.6 to 10.1');
    await expect(data.block('effect-size')).toContainText('0.54');
    await expect(data.block('effect-size')).toContainText('95 % interval 0.23 to 0.86');
    await shot(desk, '11-after-a-withdrawal');
  });

  await test.step('reflect and decide: adapt opens cycle 2', async () => {
    await page.evaluate((id) => {
      location.hash = `#/inquiry/${id}`;
    }, projectId);
    await fillStage(desk, projectId, 'analyse');
    await inquiry.stage('Look at the data').click();
    await inquiry.sign('Reflect and decide');
    await fillStage(desk, projectId, 'reflect');
  });

  const write = new WritePage(desk);
  let reportId = '';
  await test.step('write: pre-filled, cited, exported four ways', async () => {
    const created = await desk.get('report.create', {
      templateId: 'practice-case',
      projectId,
      title: TITLE,
      language: 'en',
    });
    reportId = created.reportId;
    await desk.get('report.update', { reportId, authors: ['O. Teacher'] });
    await write.open(reportId);
    await expect(write.section('What we did')).toBeVisible();
    await shot(desk, '12-report');
    await write.panel('References');
    await write.chooseStyle('Harvard (Cite Them Right)');
    await shot(desk, '13-report-harvard');
    await write.chooseStyle('APA');
    await write.panel('Check');
    await shot(desk, '14-claim-check');
    desk.scriptDialogs({
      save: ['docx', 'pdf', 'html', 'md'].map((extension) => join(output, `case.${extension}`)),
    });
    for (const [item, file] of [
      ['Word document', 'case.docx'],
      ['PDF', 'case.pdf'],
      ['Web page', 'case.html'],
      ['Markdown and BibTeX', 'case.md'],
    ] as const)
      await write.exportAs(item, file);
  });

  await test.step('decision: adapt', async () => {
    await page.evaluate((id) => {
      location.hash = `#/inquiry/${id}`;
    }, projectId);
    await inquiry.stage('Reflect and decide').click();
    await page.getByRole('button', { name: 'Decide…' }).click();
    const decision = page.getByRole('dialog', { name: 'What happens next?' });
    await decision.getByText('Adapt', { exact: true }).click();
    await decision.getByLabel('Why?').fill('Pairs worked; the timing did not.');
    await decision.getByRole('button', { name: 'Decide', exact: true }).click();
    await expect(inquiry.stages.getByRole('button', { name: 'Adapt' })).toBeVisible();
    await shot(desk, '15-cycle-2');
  });

  await test.step('exchange: publish after the check of every file', async () => {
    await page.evaluate((id) => {
      location.hash = `#/exchange/publish/${id}`;
    }, projectId);
    await page
      .getByRole('textbox', { name: 'In a few sentences' })
      .fill(
        'Ten minutes of paired reading four times a week with twelve slower readers. They read more words a minute after eight weeks; without a comparison nobody can say how much of it is growth.',
      );
    await page.getByRole('textbox', { name: 'Authors' }).fill('O. Teacher');
    await page.getByText('Pupils grow anyway').click();
    for (const [label, text] of [
      ['Limits in your own words', 'One class, no comparison group, the same test twice.'],
      ['What we would do differently', 'Start with texts the pupils chose.'],
      ['Advice: for whom and when', 'For Year 5 groups with a quiet slot every day.'],
    ] as const) {
      const box = page.getByRole('textbox', { name: label });
      if ((await box.inputValue()) === '') await box.fill(text);
    }
    const names = readFileSync(join(root, 'resources', 'sample-library', 'fluency.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    await page.getByLabel('Names of pupils, families, colleagues, the school').fill(names.join('\n'));
    await page.getByRole('button', { name: 'Check every file' }).click();
    await expect(page.getByText('Nothing found that must stay here')).toBeVisible();
    await shot(desk, '16-publish');
    desk.scriptDialogs({ save: [join(output, 'paired-reading.inquiry.zip')] });
    await page.getByRole('button', { name: 'Publish…' }).click();
    await expect(page.getByRole('heading', { name: TITLE, level: 2 })).toBeVisible();
    await shot(desk, '17-case');
    await desk.get('data.withdraw', { projectId, pseudonym: await pseudonymOf(desk, projectId, 42, 53) });
    await desk.get('data.withdraw', { projectId, pseudonym: await pseudonymOf(desk, projectId, 55, 60) });
    expect(await desk.get('exchange.draft', { projectId })).toMatchObject({ outcomes: 1, withheld: 1 });
  });

  await test.step('a colleague opens it in another library and starts from it', async () => {
    const colleague = await launch({ size: { width: 1440, height: 900 } });
    colleague.scriptDialogs({ open: [[join(output, 'paired-reading.inquiry.zip')]] });
    await colleague.page.evaluate(() => {
      location.hash = '#/exchange';
    });
    await colleague.page.getByRole('button', { name: 'Open a package' }).first().click();
    await expect(colleague.page.getByText('Unchanged since its author published it')).toBeVisible();
    await shot(colleague, '18-colleague');
    await colleague.page.getByRole('button', { name: 'Keep in my library' }).click();
    await colleague.page.getByRole('button', { name: 'Start from this case' }).click();
    await colleague.page
      .getByLabel('What will be different in your classroom?')
      .fill('Year 4, five minutes.');
    await colleague.page.getByRole('button', { name: 'Start the inquiry' }).click();
    await expect(colleague.page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
    await colleague.close();
  });

  await test.step('every place in light, dark and Ukrainian, and in a small window', async () => {
    const { attachmentId } = await itemByTitle(desk, 'Reading side by side');
    const places: readonly (readonly [string, string])[] = [
      ['desk', '/desk'],
      ['library', '/library'],
      ['reader', `/reader/${attachmentId}`],
      ['learn', '/learn'],
      ['inquiry', `/inquiry/${projectId}`],
      ['data', `/inquiry/${projectId}/data`],
      ['write', `/write/${reportId}`],
      ['exchange', '/exchange'],
      ['settings', '/settings'],
    ];
    for (const [look, settings, size] of [
      ['light', { theme: 'light', language: 'en' }, { width: 1600, height: 1000 }],
      ['dark', { theme: 'dark', language: 'en' }, { width: 1440, height: 900 }],
      ['ukrainian', { theme: 'light', language: 'uk' }, { width: 1440, height: 900 }],
      ['small', { theme: 'light', language: 'en' }, { width: 1024, height: 700 }],
    ] as const) {
      await desk.get('settings.set', settings);
      await resize(desk.app, size);
      for (const [name, address] of places) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, address);
        await expect(page.getByRole('main').first()).toBeVisible();
        await shot(desk, `${look}-${name}`);
      }
    }
  });
  await desk.close();

  await test.step('what outside tools say of the files', async () => {
    for (const line of await checkOutputs(output)) console.log(line);
  });
});

async function consentRows(desk: RunningApp, projectId: string): Promise<{ rows: readonly string[] }> {
  const { consent } = await desk.get('inquiry.get', { projectId });
  return { rows: consent.map((row) => row.pseudonym) };
}

async function pseudonymOf(
  desk: RunningApp,
  projectId: string,
  before: number,
  after: number,
): Promise<string> {
  const [dataset] = await desk.get('data.datasets', { projectId });
  const { rows } = await desk.get('data.dataset', { datasetId: dataset?.id ?? '' });
  const row = rows.find((candidate) => candidate.before === before && candidate.after === after);
  if (!row) throw new Error('no such pupil');
  return row.pseudonym;
}
