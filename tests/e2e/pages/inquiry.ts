import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The inquiry place as a person uses it: by the words on the screen. */
export class InquiryPage {
  readonly page: Page;
  readonly checks: Locator;
  readonly stages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.checks = page.getByRole('complementary', { name: 'Before you move on' });
    this.stages = page.getByRole('navigation', { name: 'Stages' });
  }

  /** Opens the list of inquiries from the rail. */
  async open(): Promise<void> {
    await this.page
      .getByRole('link', { name: 'Inquiry' })
      .or(this.page.getByRole('button', { name: 'Inquiry' }))
      .first()
      .click();
    await expect(this.page.getByRole('heading', { name: 'Inquiry', level: 1 })).toBeVisible();
  }

  /** Starts an inquiry through the dialog. */
  async create(title: string, model: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'New inquiry' }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'New inquiry' });
    await dialog.getByLabel('Working title').fill(title);
    await dialog.getByText(model).click();
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect(this.page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  }

  async fill(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.fill(text);
    await field.blur();
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('button', { name: label }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** Adds a row to a table field and fills cells by their column. */
  async addRow(field: string, number: number, cells: Readonly<Record<string, string>>): Promise<void> {
    const section = this.page.getByRole('region', { name: field, exact: true });
    await section.getByRole('button', { name: 'Add a row' }).click();
    for (const [column, text] of Object.entries(cells)) {
      const label = `${column} ${String(number)}`;
      const box = section.getByRole('textbox', { name: label, exact: true });
      if ((await box.count()) > 0) {
        await box.fill(text);
        await box.blur();
        continue;
      }
      const tick = section.getByRole('checkbox', { name: label, exact: true });
      if ((await tick.count()) > 0) {
        await tick.locator('xpath=ancestor::label[1]').click();
        continue;
      }
      await section.getByRole('button', { name: label }).click();
      await this.page.getByRole('option', { name: text, exact: true }).click();
    }
  }

  async answer(question: string, answer: 'Yes' | 'No'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click();
  }

  /** Signs the stage on screen and waits for the next one. */
  async sign(next: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign this stage' }).click();
    await expect(this.page.getByRole('heading', { name: next, level: 2 })).toBeVisible();
  }

  stage(name: string): Locator {
    return this.stages.getByRole('button', { name: new RegExp(`^${name}`) });
  }
}
