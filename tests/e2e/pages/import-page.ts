import { expect, type Locator, type Page } from '@playwright/test';

/** The import window, as a person uses it. */
export class ImportPage {
  readonly window: Locator;

  constructor(private readonly page: Page) {
    this.window = page.getByRole('dialog', {
      name: /^(Import|Import report|Check what was found|Export|Імпорт|Звіт)/,
    });
  }

  /** Opens it by its shortcut. @param way whether what comes in is looked at first */
  async open(way: 'at-once' | 'preview' = 'at-once'): Promise<void> {
    await expect(this.page.getByRole('navigation').first()).toBeVisible();
    await this.chooseWay(way);
    await this.page.keyboard.press('Control+Shift+I');
    await expect(this.window).toBeVisible();
  }

  /** Remembers, as the box in the window does, whether files are imported without a look at them. */
  async chooseWay(way: 'at-once' | 'preview'): Promise<void> {
    await this.page.evaluate(
      (value) => {
        localStorage.setItem('import.at-once', value);
      },
      way === 'at-once' ? 'yes' : 'no',
    );
  }

  /** Presses the button that asks for files; the answer is scripted. */
  async chooseFiles(): Promise<void> {
    await this.window.getByRole('button', { name: 'Choose files…' }).click();
  }

  /** Waits for the end of the import. @returns the sentence that sums it up */
  async outcome(): Promise<string> {
    const status = this.window.getByRole('status').filter({ hasText: 'Import finished' });
    await expect(status).toBeVisible();
    return (await status.textContent()) ?? '';
  }

  /** @param name "All", "Imported", "Already there", "Need a look" */
  async filter(name: string): Promise<void> {
    await this.window.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** Lines of the report that are shown. */
  lines(): Locator {
    return this.window.getByRole('tabpanel').getByRole('listitem');
  }
}
