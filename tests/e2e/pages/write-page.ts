import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './launch';

/** The Write place as a person uses it. */
export class WritePage {
  readonly page: Page;

  constructor(desk: RunningApp) {
    this.page = desk.page;
  }

  async open(reportId?: string): Promise<void> {
    await this.page.evaluate(
      (address) => {
        window.location.hash = address;
      },
      `#/write${reportId === undefined ? '' : `/${reportId}`}`,
    );
  }

  /** The text box of a section, by its heading. */
  section(heading: string): Locator {
    return this.page.getByRole('textbox', { name: heading, exact: true });
  }

  citations(): Locator {
    return this.page.locator('.ProseMirror .citation');
  }

  get picker(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Cites by keyboard: opens with @, types, Enter adds, Enter puts it into the text. */
  async cite(typed: string, author: string): Promise<void> {
    await this.page.keyboard.type('@');
    const search = this.page.getByRole('combobox', { name: /author|автор/i });
    await search.fill(typed);
    await expect(this.picker.getByRole('option').first()).toContainText(author);
    await search.press('Enter');
    await expect(search).toHaveValue('');
    await search.press('Enter');
    await expect(this.picker).toHaveCount(0);
  }

  async panel(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  async chooseStyle(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /citation style/i }).click();
    await this.page.getByRole('option', { name }).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: /^(Saved|Збережено)$/ })).toBeVisible();
  }

  /** Exports and waits until the window says which files were written. */
  async exportAs(item: string, files: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
    await expect(this.page.getByText(`Exported: ${files}`)).toBeVisible();
  }
}
