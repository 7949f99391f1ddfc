import type { Locator, Page } from '@playwright/test';

/** Names of what is pressed, per language. */
export const WORDS = {
  en: {
    words: 'Search words',
    go: 'Search',
    agree: 'Go on',
    choose: 'Choose',
    add: /^Add \d+ to the library/,
    inLibrary: 'In the library',
    complete: 'Complete this record',
    takeAll: 'Take all',
    results: 'Results',
    proposals: 'Proposed changes',
  },
  uk: {
    words: 'Слова пошуку',
    go: 'Шукати',
    agree: 'Продовжити',
    choose: 'Вибрати',
    add: /^Додати \d+ до бібліотеки/,
    inLibrary: 'У бібліотеці',
    complete: 'Доповнити запис',
    takeAll: 'Узяти все',
    results: 'Результати',
    proposals: 'Запропоновані зміни',
  },
} as const;
export type Words = (typeof WORDS)[keyof typeof WORDS];

/** The room "search online" and the section of the item panel. */
export class OnlinePage {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  /** Goes to an address of the app. */
  async go(address: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  }

  get results(): Locator {
    return this.page.getByRole('region', { name: this.words.results });
  }

  get notice(): Locator {
    return this.page.getByRole('alertdialog');
  }

  get proposals(): Locator {
    return this.page.getByRole('region', { name: this.words.proposals });
  }

  /** Types the words and sends them with Enter. */
  async search(text: string): Promise<void> {
    const field = this.page.getByLabel(this.words.words);
    await field.fill(text);
    await field.press('Enter');
  }

  async agree(): Promise<void> {
    await this.notice.getByRole('button', { name: this.words.agree }).click();
  }
}
