import { AxeBuilder } from '@axe-core/playwright';
import { textOf } from '@shared/domain/inquiry';
import { olena } from '../builders/story';
import { expect, test, type RunningApp } from './pages/launch';
import { InquiryPage } from './pages/inquiry';

async function serious(page: RunningApp['page']): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

async function fillStage(
  desk: RunningApp,
  projectId: string,
  cycleId: string,
  stageId: string,
): Promise<void> {
  for (const [key, value] of Object.entries(olena[stageId] ?? {})) {
    await desk.get('inquiry.setField', { projectId, cycleId, key, value });
  }
}

async function onlyProject(desk: RunningApp): Promise<{ projectId: string; cycleId: string }> {
  const { projects } = await desk.get('inquiry.list', {});
  const projectId = projects[0]?.id ?? '';
  const { cycleId } = await desk.get('inquiry.get', { projectId });
  return { projectId, cycleId };
}

test('story 1: Olena goes from a worry to a decision that opens cycle 2', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page } = desk;
  const inquiry = new InquiryPage(page);
  await inquiry.open();
  await expect(
    page.getByText('What happens in your classroom that you would like to understand?'),
  ).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await inquiry.create('Paired reading, Year 5', /^Action research cycle/);

  // Problem: a stage cannot be signed while something is missing (S-K-04).
  await page.getByRole('button', { name: 'Sign this stage' }).click();
  await expect(page.getByText('Please fill this in before you sign the stage.').first()).toBeVisible();
  await inquiry.fill('What is the problem?', 'improve behaviour');
  await expect(
    page.getByText('What would a visitor see or hear?').or(page.getByText(/names a remedy/)),
  ).toBeVisible();
  await inquiry.fill('What is the problem?', '12 of 26 pupils read below 90 words/min');
  await inquiry.fill('Who is affected?', 'the slower readers of my Year 5 class');
  await inquiry.fill('How many pupils?', '12');
  await inquiry.fill('Since when?', 'since September');
  await inquiry.fill('What has been tried already?', 'extra reading at home');
  await inquiry.fill('Why does it matter?', 'they cannot finish a page in science');
  await inquiry.fill('Which part of it can you change yourselves?', 'the first ten minutes of the lesson');
  await inquiry.addRow('What shows that it exists?', 1, { 'What it shows': 'one-minute reading register' });
  await expect(inquiry.checks.getByText('Everything that is needed is filled in')).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await inquiry.sign('Question');

  // Question: the first draft gets hints on Q2, Q4 and Q5, the revised one none.
  await inquiry.fill('Your question', 'Does reading help?');
  const hints = page.locator('[data-state="fail"]');
  await expect(hints).toHaveText([
    /^Open, not yes or no/,
    /^Names a group and a setting/,
    /^The outcome can be observed/,
  ]);
  expect(await serious(page)).toEqual([]);
  await inquiry.fill('Your question', textOf(olena['question']?.['question.main']));
  await expect(hints).toHaveCount(0);
  await inquiry.choose('What kind of question is it?', 'Improve');
  await inquiry.sign('What others found');

  await inquiry.fill(
    'Why should it work? If… then… because…',
    'If pairs read aloud, then nobody waits for a turn.',
  );
  await expect(page.getByText('This plan rests on no source yet.')).toBeVisible();
  await inquiry.sign('Plan');

  // Plan: the rows of the plan are typed in the table; the rest is filled through the library.
  const { projectId, cycleId } = await onlyProject(desk);
  await inquiry.addRow('Signs of success, and of harm', 1, {
    Sign: 'words a minute',
    'Worth having': '5 words more',
  });
  await expect(inquiry.checks.getByText('Something that might get worse')).toBeVisible();
  await inquiry.addRow('Signs of success, and of harm', 2, {
    Sign: 'pupils who ask not to read aloud',
    'Worth having': 'not more than one',
    'Might get worse': 'yes',
  });
  await expect
    .poll(async () => (await desk.get('inquiry.get', { projectId })).values['indicators.rows'])
    .toMatchObject([{ worthHaving: '5 words more' }, { harm: true }]);
  await inquiry.addRow("Sources, each from somebody's point of view", 1, {
    Source: 'one-minute reading',
    Method: 'test',
    'Whose view': 'pupil',
    When: 'weeks 1 and 8',
    Privacy: 'stays here',
  });
  await expect
    .poll(async () => (await desk.get('inquiry.get', { projectId })).values['dataplan.rows'])
    .toMatchObject([{ source: 'one-minute reading', perspective: 'student', privacy: 'P2' }]);
  await fillStage(desk, projectId, cycleId, 'plan');
  await expect(inquiry.checks.getByText('Everything that is needed is filled in')).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await inquiry.sign('Ethics and consent');

  // Ethics: shared outside the school makes it T2; twelve consents.
  await inquiry.answer('Will you share what you find outside your school?', 'Yes');
  await expect
    .poll(async () => (await desk.get('inquiry.get', { projectId })).values['ethics.sharedOutside'])
    .toBe(true);
  await fillStage(desk, projectId, cycleId, 'ethics');
  await expect(page.getByText('T2: Consent and assent.')).toBeVisible();
  await page.getByRole('button', { name: 'Add participants' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add participants' }).click();
  await expect(page.getByText('0 of 12 can be used')).toBeVisible();
  await page.getByRole('button', { name: /^All: guardian and pupil said yes/ }).click();
  await expect(page.getByText('12 of 12 can be used')).toBeVisible();
  await expect(inquiry.stage('Ethics and consent')).toContainText('12 of 12');
  expect(await serious(page)).toEqual([]);
  await inquiry.sign('Act and observe');

  await page.getByRole('button', { name: 'New entry' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New entry' });
  await dialog.getByLabel('Title').fill('Week 3');
  await dialog.getByLabel('What happened').fill('Two pupils swapped roles.');
  await dialog.getByLabel('What you make of it').fill('They trust each other.');
  await dialog.getByRole('button', { name: 'Keep entry' }).click();
  await expect(page.getByText('Two pupils swapped roles.')).toBeVisible();
  await fillStage(desk, projectId, cycleId, 'act');
  await expect(inquiry.checks.getByText('Everything that is needed is filled in')).toBeVisible();
  await inquiry.sign('Look at the data');
  await fillStage(desk, projectId, cycleId, 'analyse');
  await expect(inquiry.checks.getByText('Everything that is needed is filled in')).toBeVisible();
  await inquiry.sign('Reflect and decide');
  await fillStage(desk, projectId, cycleId, 'reflect');
  await expect(inquiry.checks.getByText('Everything that is needed is filled in')).toBeVisible();

  await page.getByRole('button', { name: 'Decide…' }).click();
  const decision = page.getByRole('dialog', { name: 'What happens next?' });
  await decision.getByText('Adapt', { exact: true }).click();
  await expect(decision.getByText('Would three times a week do?')).toBeVisible();
  await decision.getByLabel('Why?').fill('Pairs worked; the timing did not.');
  expect(await serious(page)).toEqual([]);
  await decision.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(inquiry.stages.getByText('Cycle 3')).toBeVisible();
  await expect(inquiry.stages.getByRole('button', { name: 'Adapt' })).toBeVisible();

  const again = await desk.restart();
  const later = new InquiryPage(again.page);
  await later.open();
  await again.page.getByRole('button', { name: 'Paired reading, Year 5' }).click();
  await expect(later.stages.getByText('Cycle 3')).toBeVisible();
  const { cycles, values } = await again.get('inquiry.get', { projectId });
  expect(cycles.map((cycle) => cycle.decision)).toEqual(['adapt', null]);
  expect(values['question.sub']).toMatchObject([{ text: 'Would three times a week do?' }]);
  await again.close();
});

test('story 2: rejecting a hypothesis takes a data team back to step 2', async ({ desk }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  const inquiry = new InquiryPage(page);
  await inquiry.open();
  await inquiry.create('Homework and vocabulary', /^Data team/);
  const { projectId, cycleId } = await onlyProject(desk);
  const set = (key: string, value: Parameters<typeof desk.get<'inquiry.setField'>>[1]['value']) =>
    desk.get('inquiry.setField', { projectId, cycleId, key, value });
  for (const stageId of ['problem', 'question', 'plan', 'ethics', 'analyse']) {
    await fillStage(desk, projectId, cycleId, stageId);
  }
  await set('hypotheses.register', [
    { id: 'h1', statement: 'Pupils do not complete homework', wouldRefute: 'no difference', status: 'open' },
    { id: 'h2', statement: 'Pupils lack vocabulary', wouldRefute: 'no difference', status: 'open' },
  ]);
  await set('quality.verdict', 'yes');
  for (const stageId of ['problem', 'hypotheses', 'collect', 'quality', 'analyse']) {
    await desk.get('inquiry.completeStage', { projectId, stageId });
  }
  await inquiry.stage('Interpretation and conclusions').click();
  await page.getByRole('button', { name: /Status 1/ }).click();
  await page.getByRole('option', { name: 'rejected' }).click();
  await expect(page.getByRole('heading', { name: 'Hypotheses', level: 2 })).toBeVisible();
  await expect(page.getByText('Back at “Hypotheses”: A hypothesis was rejected.')).toBeVisible();
  const { runs } = await desk.get('inquiry.get', { projectId });
  expect(runs.findLast((run) => run.stageId === 'hypotheses')?.status).toBe('active');
  expect(runs.filter((run) => run.status === 'done')).toHaveLength(5);
  expect(await serious(page)).toEqual([]);
});

test('a paper of the library is linked with one line of use and leads back to the library', async ({
  desk,
}) => {
  const { page } = desk;
  const { projectId } = await desk.get('inquiry.create', { title: 'Reading', modelId: 'kmt' });
  const { itemId } = await desk.get('library.create', {
    csl: { type: 'article-journal', title: 'Читання в парах' },
  });
  const inquiry = new InquiryPage(page);
  await inquiry.open();
  await page.getByRole('button', { name: 'Reading', exact: true }).click();
  await inquiry.stage('What others found').click();
  await page.getByRole('button', { name: 'Link a paper or a highlight' }).click();
  const picker = page.getByRole('dialog', { name: 'Link a paper or a highlight' });
  await picker.getByRole('searchbox').fill('читання ПАРАХ');
  await picker.getByRole('button', { name: 'Link: Читання в парах' }).click();
  await expect(picker.getByText('linked', { exact: true })).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await picker.getByRole('button', { name: 'Done' }).click();
  const use = page.getByLabel('What do you take from it?');
  await use.fill('same age');
  await use.blur();
  await expect
    .poll(async () => (await desk.get('inquiry.get', { projectId })).links)
    .toMatchObject([{ itemId, use: 'same age' }]);
  await expect(inquiry.stage('What others found')).toContainText('1 paper');
  await page.getByRole('button', { name: 'Open Читання в парах' }).click();
  await expect.poll(() => page.url()).toContain(`/library/${itemId}`);
});

test('the place works by keyboard alone and in Ukrainian at 1024 by 700', async ({ desk }) => {
  const { page } = desk;
  await desk.get('settings.set', { language: 'uk', theme: 'dark' });
  await expect(page.getByText('Стіл').first()).toBeVisible();
  await page.keyboard.press('Control+4');
  const start = page.getByRole('button', { name: 'Нове дослідження' });
  await expect(start).toBeVisible();
  await start.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Читання в парах');
  // Title, then the models, the guidance, cancel and start.
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Проблема практики', level: 2 })).toBeVisible();
  const field = page.getByLabel('У чому проблема?');
  await field.focus();
  await page.keyboard.type('12 із 26 учнів читають повільніше за 90 слів за хвилину');
  await page.keyboard.press('Tab');
  const { projectId } = await onlyProject(desk);
  await expect
    .poll(async () => (await desk.get('inquiry.get', { projectId })).values['problem.statement'])
    .toBe('12 із 26 учнів читають повільніше за 90 слів за хвилину');
  expect(await serious(page)).toEqual([]);
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700);
  });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBe(0);
});
