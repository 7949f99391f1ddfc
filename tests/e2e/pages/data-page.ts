import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './launch';

/** The datasets and results of an inquiry, as a teacher uses them. */
export class DataPage {
  readonly page: Page;
  readonly view: Locator;

  constructor(readonly desk: RunningApp) {
    this.page = desk.page;
    this.view = this.page.getByRole('region', { name: 'Data and results' });
  }

  /** Makes an inquiry with pupils in its consent register and shows its data. @returns its id */
  async openNewInquiry(pseudonyms: readonly string[]): Promise<string> {
    const { projectId } = await this.desk.get('inquiry.create', { title: 'Paired reading', modelId: 'kmt' });
    if (pseudonyms.length > 0) {
      await this.desk.get('inquiry.addParticipants', { projectId, pseudonyms: [...pseudonyms] });
    }
    await this.open(projectId);
    return projectId;
  }

  /** Shows the data of an inquiry. */
  async open(projectId: string): Promise<void> {
    await this.page.evaluate((id) => {
      location.hash = `#/inquiry/${id}/data`;
    }, projectId);
    await expect(this.view).toBeVisible();
  }

  /** Puts a CSV file where the next file dialog finds it. */
  offerFile(name: string, text: string): void {
    const path = join(this.desk.folder, name);
    writeFileSync(path, text);
    this.desk.scriptDialogs({ open: [[path]] });
  }

  /** The wizard. */
  get wizard(): Locator {
    return this.page.getByRole('dialog', { name: 'Import scores' });
  }

  /** Goes through the wizard with what it proposes, names the measure and imports. */
  async importOffered(measure: string, names?: (wizard: Locator) => Promise<void>): Promise<void> {
    await this.page.getByRole('button', { name: /^Import (more )?scores/u }).click();
    await this.wizard.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(this.wizard.getByText('Say what is where')).toBeVisible();
    await this.wizard.getByRole('button', { name: 'Next' }).click();
    await expect(this.wizard.getByText('Check the table')).toBeVisible();
    await this.wizard.getByRole('button', { name: 'Next' }).click();
    await this.wizard.getByRole('textbox', { name: 'What was measured' }).fill(measure);
    await this.wizard.getByRole('textbox', { name: 'Unit' }).fill('words per minute');
    await names?.(this.wizard);
    await this.wizard.getByRole('button', { name: 'Import' }).click();
    await expect(this.wizard).toBeHidden();
  }

  /** One block of the result by the name it has in the small-n rules. */
  block(name: string): Locator {
    return this.view.locator(`[data-block="${name}"]`);
  }

  /** Withdraws a pupil in the list of pupils, which must be open. */
  async withdraw(pseudonym: string): Promise<void> {
    await this.view.getByRole('button', { name: `Withdraw ${pseudonym}` }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  }
}
