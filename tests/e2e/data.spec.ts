import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DataPage } from './pages/data-page';
import { expect, test } from './pages/launch';

// Golden data G1 and G2 of the domain reference, under invented pseudonyms.
const G1 = [
  [10, 13],
  [12, 14],
  [9, 12],
  [14, 15],
  [11, 15],
  [13, 14],
  [8, 12],
  [15, 17],
] as const;
const G2 = [
  [42, 53],
  [55, 60],
  [61, 70],
  [48, 49],
  [70, 81],
  [38, 47],
  [66, 66],
  [52, 63],
  [59, 66],
  [45, 44],
  [73, 85],
  [51, 60],
] as const;
const codes = G2.map((_, index) => `S-${'ACDEFGHJKMNP'.charAt(index)}7QK`);

function csv(ids: readonly string[], pairs: readonly (readonly [number, number])[]): string {
  return ['pupil;pre;post', ...pairs.map(([pre, post], i) => `${ids[i] ?? ''};${pre};${post}`)].join('\r\n');
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' | ')}`,
    );
}

test('story 1: twelve readers, their numbers, a withdrawal, and what may be shared', async ({ desk }) => {
  const data = new DataPage(desk);
  const projectId = await data.openNewInquiry(codes);
  await expect(data.view.getByText('No scores yet')).toBeVisible();
  expect(await seriousFaults(desk.page)).toEqual([]);

  data.offerFile('fluency.csv', csv(codes, G2));
  await data.importOffered('Oral reading fluency', async (wizard) => {
    await expect(wizard.getByText('pseudonyms of this project already')).toBeVisible();
    expect(await seriousFaults(desk.page)).toEqual([]);
  });

  await expect(data.view.getByText('teacher-made measure · n = 12')).toBeVisible();
  const table = data.block('descriptives');
  await expect(table.getByRole('row', { name: /^mean/u })).toHaveText('mean55.062.0');
  await expect(data.block('raw-change')).toContainText('+7.0');
  await expect(data.block('raw-change')).toContainText('95 % interval 4.0 to 10.0');
  await expect(data.block('effect-size')).toContainText('0.59');
  await expect(data.block('effect-size')).toContainText('95 % interval 0.27 to 0.90');
  await expect(data.block('effect-size').getByRole('button', { name: 'Show as months' })).toBeDisabled();
  await expect(data.block('counts')).toContainText('10 of 12 pupils (83%)');
  await expect(data.block('rank-test')).toContainText('p = 0.005');
  await expect(data.view.getByText('L1: a described change')).toBeVisible();
  expect(await seriousFaults(desk.page)).toEqual([]);

  await data.view.getByRole('button', { name: /Pupils in this dataset/u }).click();
  await data.withdraw(codes[11] ?? '');
  const banner = data.view.getByRole('status').filter({ hasText: 'a pupil withdrew' });
  await expect(banner).toContainText('Pupils: 12, now 11. Mean change: +7.0, now +6.8.');
  await expect(table.getByRole('row', { name: /^mean/u })).toHaveText('mean55.462.2');
  await expect(data.block('raw-change')).toContainText('95 % interval 3.6 to 10.1');
  await expect(data.block('effect-size')).toContainText('0.54');
  await expect(data.block('effect-size')).toContainText('95 % interval 0.23 to 0.86');
  await banner.getByRole('button', { name: 'I have seen this' }).click();
  await expect(banner).toBeHidden();

  await data.view.getByRole('button', { name: 'About the measure' }).click();
  await data.view.getByText('chosen because they scored low').click();
  const whole = data.view.getByRole('textbox', { name: /Mean before of the whole group/u });
  await whole.fill('85');
  await whole.press('Tab');
  await expect(data.view.getByText(/lets one expect a rise of about 1\.9 words per minute/u)).toBeVisible();

  await data.view.getByRole('button', { name: 'What a shared file would say' }).click();
  await expect(data.view.getByRole('row', { name: /^worse after/u })).toHaveText('worse after<5');
  await data.withdraw(codes[0] ?? '');
  await data.withdraw(codes[1] ?? '');
  await expect(data.view.getByText('The group result is withheld: n<10.')).toBeVisible();
  const [shared] = await desk.get('data.sharedAnalyses', { projectId });
  expect(shared?.result).toEqual({ kind: 'withheld', groupBelow: 10 });
});

test('story 4: eight pupils get the middle and counts first, t and effect only on wish', async ({ desk }) => {
  const data = new DataPage(desk);
  await data.openNewInquiry([]);
  data.offerFile('eight.csv', csv(['ann', 'bo', 'cy', 'di', 'ed', 'flo', 'gus', 'hal'], G1));
  await data.importOffered('Spelling', async (wizard) => {
    await expect(wizard.getByRole('button', { name: 'Import' })).toBeDisabled();
    await wizard.getByText('Keep no key').click();
  });
  await expect(data.block('median-change')).toContainText('+2.5');
  await expect(data.block('counts')).toContainText('8 of 8 pupils have a better score');
  await expect(data.block('exact-test')).toContainText('exact p = 0.008');
  await expect(data.block('t-test')).toHaveCount(0);
  await expect(data.block('effect-size')).toHaveCount(0);
  await data.view.getByRole('button', { name: 'Show anyway' }).click();
  await expect(data.block('t-test')).toContainText('t(7) = 5.92');
  await data.view.getByRole('button', { name: 'What a shared file would say' }).click();
  await expect(data.view.getByText('The group result is withheld: n<10.')).toBeVisible();
});

test('story 2: every issue is named with its row before anything is stored; names open with the passphrase only', async ({
  desk,
}) => {
  const data = new DataPage(desk);
  const projectId = await data.openNewInquiry([]);
  await desk.page.getByRole('button', { name: 'Import scores…' }).click();
  const { wizard } = data;
  await wizard
    .getByRole('textbox', { name: 'Or paste cells' })
    .fill(
      'name\tbefore\tafter\nOryna\t40\t50\nMarko\tabs\t61\nDenys\t55\t105\nLesia\t48\t52\nLesia\t49\t53\nPavlo\t60\tabs',
    );
  await wizard.getByRole('button', { name: 'Next' }).first().click();
  await wizard.getByRole('textbox', { name: 'Highest possible score' }).fill('100');
  await wizard.getByRole('textbox', { name: 'Highest possible score' }).press('Tab');
  await wizard.getByRole('button', { name: 'Next' }).click();
  await expect(wizard.getByText('4 pupils found, 1 with both scores.')).toBeVisible();
  await expect(wizard.getByRole('listitem')).toHaveText([
    /outside the possible range.*row 4.*“105”/u,
    /same pupil is in more than one row.*rows 5 and 6/u,
    /counted as missing, not as zero.*row 3.*before/u,
    /counted as missing, not as zero.*row 7.*after/u,
  ]);
  expect(await desk.get('data.datasets', { projectId })).toEqual([]);
  await wizard.getByText('Use the last row').click();
  await expect(wizard.getByText('5 pupils found, 2 with both scores.')).toBeVisible();
  await wizard.getByRole('button', { name: 'Next' }).click();
  await wizard.getByRole('textbox', { name: 'What was measured' }).fill('Vocabulary');
  await wizard.getByLabel('Passphrase', { exact: true }).fill('quiet heron words four');
  await wizard.getByLabel('Passphrase again').fill('quiet heron words four');
  await wizard.getByRole('button', { name: 'Import' }).click();
  await expect(wizard).toBeHidden();
  await expect(data.view.getByText('no statistics')).toBeVisible();
  await expect(data.view).not.toContainText('Oryna');

  await data.view.getByRole('button', { name: 'Who is who' }).click();
  await data.view.getByLabel('Passphrase').fill('not the right one');
  await data.view.getByRole('button', { name: 'Show names' }).click();
  await expect(data.view.getByRole('alert')).toContainText('does not open the key');
  await data.view.getByLabel('Passphrase').fill('quiet heron words four');
  await data.view.getByRole('button', { name: 'Show names' }).click();
  await expect(data.view.getByRole('cell', { name: 'oryna' })).toBeVisible();
});

test('the import can be done by keyboard alone', async ({ desk }) => {
  const data = new DataPage(desk);
  await data.openNewInquiry(codes);
  await desk.page.getByRole('button', { name: 'Import scores…' }).focus();
  await desk.page.keyboard.press('Enter');
  data.offerFile('fluency.csv', csv(codes, G2));
  await data.wizard.getByRole('button', { name: 'Choose a file…' }).focus();
  await desk.page.keyboard.press('Enter');
  for (const step of ['Say what is where', 'Check the table']) {
    await expect(data.wizard.getByText(step)).toBeFocused();
    await tabTo(desk.page, 'Next');
    await desk.page.keyboard.press('Enter');
  }
  await expect(data.wizard.getByText('Name the measure')).toBeFocused();
  await tabTo(desk.page, 'What was measured');
  await desk.page.keyboard.type('Fluency');
  await tabTo(desk.page, 'Import');
  await desk.page.keyboard.press('Enter');
  await expect(data.view.getByText('n = 12').first()).toBeVisible();
});

/** Presses Tab until something of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const reached = await focused.evaluate((element, wanted) => {
      const labelled = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const label = labelled.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return element.textContent.trim() === wanted || label.trim() === wanted;
    }, name);
    if (reached) return;
  }
  throw new Error(`The focus never reached “${name}”`);
}
