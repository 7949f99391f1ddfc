import { mainCreators } from '../bibliography/creators';
import type { CslItem, CslItemType } from '../bibliography/csl-item';
import { issuedYear } from '../bibliography/dates';
import type { RecordCheck } from './check';

/** What a reference list needs to name a work of that type (after APA 7, chapters 9 and 10). */
const IN_A_WHOLE: ReadonlySet<CslItemType> = new Set<CslItemType>([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'entry-dictionary',
  'entry-encyclopedia',
]);
const PUBLISHED: ReadonlySet<CslItemType> = new Set<CslItemType>(['book', 'chapter', 'report', 'thesis']);
const ON_THE_WEB: ReadonlySet<CslItemType> = new Set<CslItemType>(['webpage', 'post', 'post-weblog']);

function missing(
  id: string,
  severity: RecordCheck['severity'],
  field: string,
  isMissing: (item: CslItem) => boolean,
): RecordCheck {
  return { id, severity, find: (item) => (isMissing(item) ? [{ field, value: '' }] : []) };
}

/** Checks for what a reference cannot do without. */
export const REQUIRED_CHECKS: readonly RecordCheck[] = [
  missing('no-title', 'error', 'title', ({ title }) => title === undefined),
  missing(
    'no-author',
    'warning',
    'author',
    (item) => mainCreators(item).length === 0 && !item.type.startsWith('entry') && item.type !== 'webpage',
  ),
  missing(
    'no-year',
    'warning',
    'issued',
    (item) => issuedYear(item) === undefined && item.status === undefined,
  ),
  missing(
    'no-container',
    'warning',
    'container-title',
    (item) => IN_A_WHOLE.has(item.type) && item['container-title'] === undefined,
  ),
  missing(
    'no-event',
    'hint',
    'event-title',
    (item) =>
      item.type === 'paper-conference' &&
      item['event-title'] === undefined &&
      item['container-title'] === undefined,
  ),
  missing(
    'no-publisher',
    'hint',
    'publisher',
    (item) => PUBLISHED.has(item.type) && item.publisher === undefined && item.DOI === undefined,
  ),
  missing(
    'no-pages',
    'hint',
    'page',
    ({ type, page, number, volume }) =>
      page === undefined &&
      number === undefined &&
      (type === 'chapter' || (type === 'article-journal' && volume !== undefined)),
  ),
  missing('no-url', 'warning', 'URL', ({ type, URL }) => ON_THE_WEB.has(type) && URL === undefined),
  {
    id: 'looks-like-book',
    severity: 'hint',
    find: (item) =>
      item.type === 'article-journal' &&
      item['container-title'] === undefined &&
      item.ISBN !== undefined &&
      item.publisher !== undefined
        ? [{ field: 'type', value: item.ISBN, fix: { type: 'book' } }]
        : [],
  },
];
