import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage } from '../../electron/library/adapters/case-package/read-package';
import { writePackage } from '../../electron/library/adapters/case-package/write-package';
import { ExchangePage, inquiryWithScores, PUPIL } from './pages/exchange';
import { expect, launch, test, type RunningApp } from './pages/launch';

const INQUIRY = 'Paired reading, Year 5';
const ADVICE = 'For Year 5 groups with a quiet slot every day.';

/** Fills the form of a case that lacks nothing, with the name of a pupil in its advice. */
async function fillWithAName(exchange: ExchangePage): Promise<void> {
  await exchange.startPublishing(INQUIRY);
  await exchange.field('In a few sentences').fill('Ten minutes of paired reading, twelve pupils.');
  await exchange.field('Authors').fill('A. Teacher; B. Colleague');
  await exchange.nameThreat('Pupils grow anyway');
  await exchange.field('Limits in your own words').fill('One class, no comparison group.');
  await exchange.field('What we would do differently').fill('Start with texts the pupils chose.');
  await exchange.field('Advice: for whom and when').fill(`Ask ${PUPIL} how it went.`);
  await exchange.names.fill(PUPIL);
}

/** Publishes the case through the window. @returns path of the package */
async function publishCase(desk: RunningApp): Promise<string> {
  await inquiryWithScores(desk);
  const exchange = new ExchangePage(desk);
  const path = join(desk.folder, 'case.inquiry.zip');
  desk.scriptDialogs({ save: [path] });
  await exchange.open();
  await fillWithAName(exchange);
  await exchange.field('Advice: for whom and when').fill(ADVICE);
  await exchange.publish();
  await expect(desk.page.getByRole('heading', { name: INQUIRY, level: 2 })).toBeVisible();
  return path;
}

test('a pupil’s name is refused with where it stands, and goes out only after it is gone', async ({
  desk,
}) => {
  await inquiryWithScores(desk);
  const exchange = new ExchangePage(desk);
  const path = join(desk.folder, 'case.inquiry.zip');
  desk.scriptDialogs({ save: [path] });
  await exchange.open();
  await fillWithAName(exchange);

  await exchange.check();
  await expect(exchange.findings).toContainText(/things? must not leave this computer/);
  await expect(exchange.findings).toContainText(`A name from your class list in case.json: ${PUPIL}`);
  await exchange.publish();
  await expect(exchange.findings).toContainText(PUPIL);
  await expect(exchange.findings).toBeVisible();
  expect(existsSync(path)).toBe(false);

  await exchange.field('Advice: for whom and when').fill(ADVICE);
  await expect(exchange.findings).toBeHidden();
  await exchange.check();
  await expect(exchange.findings).toContainText('Nothing found that must stay here');
  await exchange.publish();
  await expect(desk.page.getByRole('heading', { name: INQUIRY, level: 2 })).toBeVisible();
  await expect(exchange.trust).toContainText('Made here');

  const written = await readPackage(path);
  if (!written.ok) throw new Error(written.error.code);
  for (const [name, bytes] of written.value) {
    expect(new TextDecoder().decode(bytes), name).not.toContain('Pupilname');
  }
});

test('a colleague opens the case as unchanged, keeps it, and what they start from it shows its lineage', async ({
  desk,
}) => {
  const path = await publishCase(desk);
  const colleague = await launch();
  const { page } = colleague;
  const exchange = new ExchangePage(colleague);
  await exchange.open();
  await exchange.openPackage(path);
  await expect(exchange.package).toContainText('Unchanged since its author published it');
  await expect(exchange.package).toContainText('A. Teacher, B. Colleague');
  await exchange.keep.click();
  await expect(page.getByRole('heading', { name: INQUIRY, level: 2 })).toBeVisible();
  await expect(page.getByRole('row', { name: /Words per minute/ })).toContainText('12');

  await page.getByRole('button', { name: 'Start from this case' }).click();
  const start = page.getByRole('dialog', { name: 'Start an inquiry from this case' });
  await start.getByRole('textbox', { name: 'Title of your inquiry' }).fill('Paired reading, Year 4');
  await start
    .getByRole('textbox', { name: 'What will be different in your classroom?' })
    .fill('Younger pupils, five minutes.');
  await start.getByRole('button', { name: 'Start the inquiry' }).click();
  await expect(page.getByRole('heading', { name: 'Paired reading, Year 4', level: 1 })).toBeVisible();
  await expect(page.getByText('Started from the case “Paired reading, Year 5”')).toBeVisible();

  await exchange.open();
  await exchange.openPackage(path);
  await expect(exchange.package).toContainText('You already have this version.');
  await expect(exchange.keep).toBeDisabled();
  await colleague.close();
});

test('a package that was changed on the way warns, needs the tick, and stays marked', async ({ desk }) => {
  const path = await publishCase(desk);
  const read = await readPackage(path);
  if (!read.ok) throw new Error(read.error.code);
  const tampered = join(desk.folder, 'tampered.inquiry.zip');
  await writePackage(
    tampered,
    [...read.value].map(([name, bytes]) => ({
      path: name,
      bytes: name === 'references.bib' ? new TextEncoder().encode(' ') : Uint8Array.from(bytes),
    })),
    '2026-01-15T08:00:00.000Z',
  );

  const colleague = await launch();
  const exchange = new ExchangePage(colleague);
  await exchange.open();
  await exchange.openPackage(tampered);
  await expect(exchange.package).toContainText('This package was changed');
  await expect(exchange.package).toContainText('references.bib');
  await expect(exchange.keep).toBeDisabled();
  await exchange.package.getByText('I know, keep it marked as changed').click();
  await expect(exchange.package.getByRole('checkbox')).toBeChecked();
  await exchange.keep.click();
  await expect(colleague.page.getByRole('heading', { name: INQUIRY, level: 2 })).toBeVisible();
  await expect(exchange.trust).toContainText('Changed since it was published');
  await colleague.close();
});
