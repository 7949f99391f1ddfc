import type { Locator, Page } from '@playwright/test';

/** The library's search box and what it found. */
export class SearchPage {
  readonly page: Page;
  readonly box: Locator;
  readonly hits: Locator;

  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole('combobox', { name: 'Search papers, notes and full text' });
    this.hits = page.locator('main [data-hit]');
  }

  /** Goes to the library and types a search with the keyboard. */
  async search(text: string): Promise<void> {
    await this.page.evaluate(() => {
      location.hash = '#/library';
    });
    await this.box.waitFor();
    await this.page.keyboard.press('/');
    await this.box.fill(text);
  }

  /** The hits of one group, by its heading. */
  group(name: string): Locator {
    return this.page.getByRole('region', { name }).locator('[data-hit]');
  }
}
