import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './launch';

const BEFORE = [42, 55, 61, 48, 70, 38, 66, 52, 59, 45, 73, 51];
const AFTER = [53, 60, 70, 49, 81, 47, 66, 63, 66, 44, 85, 60];

/** Name of a pupil in the class list of `inquiryWithScores`; nothing of it may ever leave. */
export const PUPIL = 'PupilnameC';

/**
 * Makes a small inquiry that can be published: a problem, a change, a setting and the scores of twelve pupils.
 * @param desk running application
 * @returns ids of the inquiry and its first cycle
 */
export async function inquiryWithScores(
  desk: RunningApp,
): Promise<{ readonly projectId: string; readonly cycleId: string }> {
  const { projectId } = await desk.get('inquiry.create', {
    title: 'Paired reading, Year 5',
    modelId: 'kmt',
    guidance: 'guided',
  });
  const cycleId = (await desk.get('inquiry.get', { projectId, cycleId: null })).cycles[0]?.id;
  if (cycleId === undefined) throw new Error('an inquiry without a cycle');
  for (const [key, value] of [
    ['problem.statement', '12 of 26 pupils read below 90 words a minute.'],
    ['change.name', 'Ten minutes of paired reading'],
    ['context.setting', 'A primary school in a town'],
  ] as const) {
    await desk.get('inquiry.setField', { projectId, cycleId, key, value });
  }
  const path = join(desk.folder, 'fluency.csv');
  const rows = BEFORE.map((before, index) => {
    const letter = 'ABCDEFGHIJKL'.charAt(index);
    return `Pupilname${letter},${String(before)},${String(AFTER[index])}`;
  });
  writeFileSync(path, ['pupil,pre,post', ...rows, ''].join('\n'));
  const source = { kind: 'file' as const, path };
  const { recipe, sha256 } = await desk.get('data.previewTable', { projectId, source });
  if (!recipe) throw new Error('the table was not understood');
  await desk.get('data.importTable', {
    projectId,
    cycleId,
    source,
    sha256,
    recipe,
    measure: {
      name: 'Words per minute',
      unit: 'words',
      type: 'observation',
      better: 'higher',
      ordinal: false,
      selectedLow: true,
      wholeMean: null,
    },
    perspective: 'student',
    key: { mode: 'none' },
  });
  return { projectId, cycleId };
}

/** The place Exchange as a person uses it. */
export class ExchangePage {
  readonly page: Page;
  readonly package: Locator;

  constructor(private readonly desk: RunningApp) {
    this.page = desk.page;
    this.package = this.page.getByRole('dialog', { name: 'A colleague’s case' });
  }

  /** Goes to the list of cases. */
  async open(): Promise<void> {
    await this.page.evaluate(() => {
      location.hash = '#/exchange';
    });
    await expect(this.page.getByRole('heading', { name: 'Exchange', level: 1 })).toBeVisible();
  }

  /** From the list to the form of an inquiry's case. */
  async startPublishing(inquiry: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish a case' }).first().click();
    await this.page.getByRole('button', { name: inquiry }).click();
    await expect(this.field('Title')).toHaveValue(inquiry);
  }

  /** A text field of the form. */
  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  /** The list of names the outgoing files are searched for. */
  get names(): Locator {
    return this.field('Names of pupils, families, colleagues, the school');
  }

  /** What the check of every file said. */
  get findings(): Locator {
    return this.page.getByRole('status').filter({ hasText: /must not leave|must stay here/ });
  }

  /** Ticks a remaining explanation. */
  async nameThreat(label: string): Promise<void> {
    await this.page.getByText(label, { exact: true }).click();
  }

  async check(): Promise<void> {
    await this.page.getByRole('button', { name: 'Check every file' }).click();
    await expect(this.findings).toBeVisible();
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish…' }).click();
  }

  /** Opens a package through the file dialog and waits until it says whether it is unchanged. */
  async openPackage(path: string): Promise<void> {
    this.desk.scriptDialogs({ open: [[path]] });
    await this.page.getByRole('button', { name: 'Open a package' }).first().click();
    await expect(this.package.getByText(/since it|since its author/).first()).toBeVisible();
  }

  get keep(): Locator {
    return this.package.getByRole('button', { name: 'Keep in my library' });
  }

  /** What to weigh, at the right of a case. */
  get trust(): Locator {
    return this.page.getByRole('complementary', { name: 'Weigh it yourself' });
  }
}
