import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './launch';

export interface PaperSeed {
  readonly title: string;
  readonly family?: string;
  readonly year?: number;
}

/** The library place, as a person uses it. */
export class LibraryPage {
  readonly page: Page;
  readonly rail: Locator;
  readonly bar: Locator;
  readonly main: Locator;
  readonly grid: Locator;
  readonly side: Locator;
  readonly panel: Locator;

  constructor(private readonly desk: RunningApp) {
    this.page = desk.page;
    this.rail = this.page.getByRole('navigation', { name: 'Places' });
    this.bar = this.page.getByRole('banner');
    this.main = this.page.getByRole('main');
    this.grid = this.page.getByRole('grid', { name: 'Papers' });
    this.side = this.page.getByRole('navigation', { name: 'Lists of papers' });
    this.panel = this.page.getByRole('complementary', { name: 'About the paper' });
  }

  /** Opens the place by its shortcut. */
  async open(): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Places' })).toBeVisible();
    await this.page.keyboard.press('Control+2');
    await expect(this.side).toBeVisible();
  }

  /** Adds records through the contract. @returns their ids */
  async add(papers: readonly PaperSeed[]): Promise<string[]> {
    const ids: string[] = [];
    for (const { title, family = 'Halas', year = 2019 } of papers) {
      const csl = {
        type: 'article-journal' as const,
        title,
        author: [{ family, given: 'Ada' }],
        issued: { 'date-parts': [[year]] },
        'container-title': 'Example Journal of Reading',
      };
      ids.push((await this.desk.get('library.create', { csl })).itemId);
    }
    return ids;
  }

  /** The row of a paper. */
  row(title: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: title });
  }

  /** Titles of the rows in sight, in order. */
  async titles(): Promise<string[]> {
    // All at once: a row that goes away meanwhile must not be waited for.
    const shown = await this.grid.locator('[role="row"][data-index]').evaluateAll((rows) =>
      rows.map((row) => ({
        index: Number(row.getAttribute('data-index')),
        title: row.querySelector('[role="gridcell"] span')?.textContent ?? '',
      })),
    );
    return shown.sort((a, b) => a.index - b.index).map(({ title }) => title);
  }

  /** Chooses a standing list or waits for its count. */
  list(name: string): Locator {
    return this.side.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** A status message at the foot of the window. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('alertdialog').filter({ hasText: text });
  }
}
