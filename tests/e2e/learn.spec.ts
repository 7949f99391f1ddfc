import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, launch, type RunningApp } from './pages/launch';
import { LearnPage } from './pages/learn';
import { test } from '@playwright/test';

let app: RunningApp;
let learn: LearnPage;

test.beforeEach(async () => {
  app = await launch({ size: { width: 1280, height: 860 } });
  await app.get('learn.addSamples', { language: 'en' });
  learn = new LearnPage(app.page);
});
test.afterEach(() => app.close());

/** Nothing serious or critical on the page as it is now. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
}

test('S-L11-07: M01 from the map through one exercise of each kind, and what was mastered stays', async () => {
  const { page } = app;
  await learn.open();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Monday morning, ten minutes' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByRole('heading', { name: 'Start with the question, not with the answer' }),
  ).toBeVisible();

  // find in the paper: with the mouse, first too much, then the sentence
  await learn.step('practice-find-setting');
  await learn.selectLines('We used a cluster-randomised', 'size. Schools learned their group');
  await page.getByRole('button', { name: 'This is the passage' }).click();
  await learn.expectNotYet();
  await learn.selectLines('The trial took place in state', '2022 and June 2023');
  await page.getByRole('button', { name: 'This is the passage' }).click();
  await learn.expectRight();

  await learn.step('practice-classify-claims');
  const check = page.getByRole('button', { name: 'Check', exact: true });
  await expect(check).toBeDisabled();
  for (const [statement, category] of [
    [/g = 0.11/, 'Found'],
    [/two months of extra progress/, 'Claimed'],
    [/More pupils left/, 'Found'],
    [/Every school should/, 'Found'],
    [/somewhat higher/, 'Found'],
    [/because these schools/, 'Claimed'],
  ] as const) {
    await learn.classify(statement, category);
  }
  await check.click();
  await expect(page.getByText('5 of 6 are right')).toBeVisible();
  await learn.classify(/Every school should/, 'Claimed');
  await check.click();
  await learn.expectRight();

  // story 5: DEFF 6.78 with a decimal comma; the formula comes with the second try
  await learn.step('practice-compute-deff');
  await page.getByRole('textbox', { name: 'Your result' }).fill('49');
  await expect(page.getByText('1 + (49.17 − 1) × 0.12 = 6.78')).toBeHidden();
  await check.click();
  await expect(page.getByText('1 + (49.17 − 1) × 0.12 = 6.78')).toBeVisible();
  await page.getByRole('textbox', { name: 'Your result' }).fill('6,78');
  await check.click();
  await learn.expectRight();

  await learn.step('practice-order-parts');
  const up = (label: RegExp) => page.getByRole('button', { name: new RegExp(`Move up: .*${label.source}`) });
  await up(/Why the question matters/).click();
  await up(/Who took part/).click();
  await up(/What came out/).click();
  await check.click();
  await learn.expectRight();

  await learn.step('practice-match-words');
  for (const [word, meaning] of [
    ['95% confidence interval', 'The range of sizes'],
    ['p-value', 'How surprising'],
    ['Effect size', 'How big'],
    ['Attrition', 'How many people left'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`${word}$`) }).click();
    await page.getByRole('option', { name: new RegExp(meaning) }).click();
  }
  await check.click();
  await learn.expectRight();

  await learn.step('practice-judge-abstract');
  await page
    .getByRole('radio', { name: 'The abstract is clearly brighter than the results' })
    .check({ force: true });
  await page.getByRole('textbox', { name: 'Your reason' }).fill('The interval is missing.');
  await page.getByRole('button', { name: 'Compare with two readers' }).click();
  await learn.expectRight();
  await expect(page.getByText('nobody knows yet')).toBeVisible();

  await learn.open();
  await expect(page.getByText('mastered on')).toHaveCount(1);
  app = await app.restart();
  learn = new LearnPage(app.page);
  await learn.open();
  await expect(app.page.getByText('mastered on')).toHaveCount(1);
  await app.page.getByRole('button', { name: 'Go on' }).click();
  await expect(app.page.getByRole('heading', { name: /Compare the abstract of the paper/ })).toBeVisible();
});

test('find in the paper and classify work with the keyboard alone', async () => {
  const { page } = app;
  await learn.step('practice-find-question');
  await learn.paper();
  await page.getByRole('button', { name: 'Select with the keyboard' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Arrows: word by word')).toBeVisible();
  const spoken = page.getByText('This trial asks one question', { exact: false });
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('ArrowDown');
    const quote = page.getByRole('complementary', { name: 'Task' }).getByRole('blockquote');
    if ((await quote.count()) > 0 && (await quote.innerText()).startsWith('This trial asks')) break;
  }
  await expect(spoken.first()).toBeAttached();
  await page.keyboard.press('Enter');
  await learn.expectRight();

  await learn.step('practice-classify-design');
  await page.getByRole('radiogroup').first().getByRole('radio').first().focus();
  for (const presses of [1, 2, 1, 2, 1, 2]) {
    // Space takes the first category, the arrow moves on to the second.
    await page.keyboard.press('Space');
    if (presses === 2) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: 'Check', exact: true }).focus();
  await page.keyboard.press('Enter');
  await learn.expectRight();
});

test('a deleted teaching paper is offered back, the glossary explains words in place', async () => {
  const { page } = app;
  await app.get('history.undo', {});
  await learn.step('practice-find-setting');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await learn.paper();
  await learn.step('card-result');
  await page.getByRole('button', { name: 'Confidence interval' }).click();
  await expect(page.getByRole('dialog', { name: 'Confidence interval' })).toContainText('range of sizes');
});

test('Learn has no serious accessibility fault, in both languages and in dark', async () => {
  const { page } = app;
  await learn.open();
  await expectAccessible(page);
  for (const id of [
    'start',
    'card-result',
    'example',
    'practice-find-setting',
    'practice-classify-claims',
    'practice-match-words',
    'end',
  ]) {
    await learn.step(id);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    if (id === 'example' || id === 'practice-find-setting') await learn.paper();
    await expectAccessible(page);
  }
  await app.get('settings.set', { language: 'uk', theme: 'dark' });
  await learn.step('practice-compute-deff');
  await expect(page.getByRole('textbox', { name: 'Ваш результат' })).toBeVisible();
  await expectAccessible(page);
});
