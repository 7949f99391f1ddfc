import type { CitationItem } from '@shared/domain/report/citation';
import type { CslRecord } from '../../electron/library/adapters/citation-engine';

/** An invented journal article; give what matters for the test. */
export function cslArticle(over: Partial<CslRecord> = {}): CslRecord {
  return {
    id: 'article',
    type: 'article-journal',
    title: 'Paired reading in Year 5',
    author: [
      { family: 'Example', given: 'Anna Maria' },
      { family: 'Sample', given: 'Borys' },
    ],
    issued: { 'date-parts': [[2021]] },
    'container-title': 'Journal of Invented Classrooms',
    volume: '12',
    issue: '3',
    page: '101-119',
    DOI: '10.5555/inv.2021.101',
    ...over,
  };
}

/** An invented book. */
export function cslBook(over: Partial<CslRecord> = {}): CslRecord {
  return {
    id: 'book',
    type: 'book',
    title: 'Small classes, honest numbers',
    author: [{ family: 'Placeholder', given: 'Olena' }],
    issued: { 'date-parts': [[2019]] },
    publisher: 'Example Press',
    'publisher-place': 'Kyiv',
    ...over,
  };
}

/** One cited work, by default without page or other extras. */
export function citing(itemId: string, over: Partial<CitationItem> = {}): CitationItem {
  return { itemId, locator: '', label: 'page', prefix: '', suffix: '', suppressAuthor: false, ...over };
}
