import { expect, type Locator, type Page } from '@playwright/test';

/** The place Learn as a person uses it. */
export class LearnPage {
  readonly task: Locator;

  constructor(readonly page: Page) {
    this.task = page.getByRole('complementary', { name: 'Task' }).or(page.getByRole('main'));
  }

  /** Goes to the module map and waits for it. */
  async open(): Promise<void> {
    await this.page.evaluate(() => {
      location.hash = '#/learn';
    });
    await expect(this.page.getByRole('heading', { name: 'Reading any paper' })).toBeVisible();
  }

  /** Opens a step of M01 by its name in the address. */
  async step(id: string): Promise<void> {
    await this.page.evaluate((step) => {
      location.hash = `#/learn/m01/${step}`;
    }, id);
  }

  /** Waits until the teaching paper can be read and selected. */
  async paper(): Promise<Locator> {
    const paper = this.page.getByRole('region', { name: /^Paper: Ten minutes a day/ });
    await expect(paper.locator('[data-paper-ready="true"]')).toBeVisible();
    return paper;
  }

  /** Selects text with the mouse, from the line that has `from` to the end of the line that has `to`. */
  async selectLines(from: string, to: string): Promise<void> {
    const paper = await this.paper();
    const first = paper.getByText(from, { exact: false }).first();
    const last = paper.getByText(to, { exact: false }).first();
    await first.scrollIntoViewIfNeeded();
    const start = await first.boundingBox();
    const end = await last.boundingBox();
    if (!start || !end) throw new Error('the lines are not on the page');
    await this.page.mouse.move(start.x + 1, start.y + start.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 5 });
    await this.page.mouse.move(end.x + end.width - 1, end.y + end.height / 2, { steps: 3 });
    await this.page.mouse.up();
  }

  async expectRight(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'Right.' })).toBeVisible();
  }

  async expectNotYet(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'Not yet.' })).toBeVisible();
  }

  /** Answers one statement of a classify exercise. */
  async classify(statement: RegExp, category: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: statement })
      .getByRole('radio', { name: category })
      .check({ force: true });
  }
}
