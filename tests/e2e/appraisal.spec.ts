import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './pages/launch';
import { ReaderPage } from './pages/reader';

test('an appraisal answer rests on a highlight, leads back to its page, and stays after a restart', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.get('learn.addSamples', { language: 'en' });
  const { attachmentId, itemId } = await desk.get('learn.paper', { paperId: 'tp-rct' });
  if (attachmentId === null || itemId === null) throw new Error('the sample paper is missing');
  const reader = new ReaderPage(page);
  await reader.open(attachmentId);
  await page.getByRole('tab', { name: 'Appraisal' }).click();
  await expect(page.getByText('0 of 10 answers have their footing').first()).toBeVisible();

  // The stored answer is what is shown, so the button is pressed first and looked at then.
  const yes = page.getByRole('radio', { name: 'Yes', exact: true });
  await page.getByText('Yes', { exact: true }).click();
  await expect(yes).toBeChecked();
  await page.getByRole('button', { name: 'Highlight a passage' }).click();
  await expect(page.getByText('it becomes the footing of this answer')).toBeVisible();
  const line = reader
    .runs(0)
    .filter({ hasText: 'Pupils in paired-reading schools' })
    .or(reader.runs(0).filter({ hasText: 'the programme fully.' }))
    .first();
  await reader.selectByMouse(line, line);
  await page
    .getByRole('toolbar', { name: 'Selected text' })
    .getByRole('button', { name: /^Highlight: Evidence/ })
    .click();
  const passage = page.getByRole('button', { name: /^Show on page 201/ });
  await expect(passage).toBeVisible();
  await expect(page.getByText('1 of 10 answers have their footing').first()).toBeVisible();

  await page.getByRole('button', { name: 'Were the outcomes measured in a way you trust?' }).click();
  const notReported = page.getByRole('checkbox', { name: /the paper does not report it/ });
  await page.getByText('I have looked, and the paper does not report it').click();
  await expect(notReported).toBeChecked();
  await page.getByRole('textbox', { name: 'Note' }).fill('Marked by teachers who knew the group.');
  await page.getByRole('textbox', { name: /What do you make of this paper/ }).fill('Worth a small try.');
  await page.getByRole('textbox', { name: /What do you make of this paper/ }).blur();
  await expect
    .poll(async () => (await desk.get('appraisal.get', { itemId, setId: 'a-gen' })).overallJudgement)
    .toBe('Worth a small try.');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  const again = await desk.restart();
  const stored = await again.get('appraisal.get', { itemId, setId: 'a-gen' });
  expect(stored.progress).toMatchObject({ answered: 2, grounded: 2 });
  const later = new ReaderPage(again.page);
  await later.open(attachmentId, '?page=3');
  await again.page.getByRole('tab', { name: 'Appraisal' }).click();
  await again.page.getByRole('button', { name: 'Is there one clear question?' }).click();
  await again.page.getByRole('button', { name: /^Show on page 201/ }).click();
  await expect(again.page).toHaveURL(new RegExp(`${attachmentId}\\?annotation=`));
  await expect(later.marks('highlight').first()).toBeInViewport();
  await again.app.close();
});
