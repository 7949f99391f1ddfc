import type { TestLibrary } from './open-test-library';

/** A record to add, with defaults. */
export interface NewPaper {
  readonly title?: string;
  readonly family?: string;
  readonly year?: number;
  readonly journal?: string;
}

/** Adds a record through the contract, as a person would. @returns its id */
export async function addPaper(library: TestLibrary, paper: NewPaper = {}): Promise<string> {
  const {
    title = 'Ten minutes a day',
    family = 'Halas',
    year = 2019,
    journal = 'Example Journal of Reading',
  } = paper;
  const { itemId } = await library.get('library.create', {
    csl: {
      type: 'article-journal',
      title,
      author: [{ family, given: 'Ada' }],
      issued: { 'date-parts': [[year]] },
      'container-title': journal,
    },
  });
  return itemId;
}

/** The list of everything, by title. */
export const EVERYTHING = {
  view: { scope: { kind: 'all' as const } },
  sort: { by: 'title' as const, direction: 'ascending' as const },
};
