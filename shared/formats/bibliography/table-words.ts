import { CSL_ITEM_TYPES, parseDate, type CslDate, type CslItemType } from '../../domain/bibliography';
import { ZOTERO_TYPES } from '../zotero-rdf/vocabulary';
import { joinKeywords, splitKeywords } from './bibtex-values';
import { headingKey } from './table-mapping';

/** Words of databases for types, in lower case. */
const TYPES: ReadonlyMap<string, CslItemType> = new Map([
  ...CSL_ITEM_TYPES.map((type) => [type, type] as const),
  ...Object.entries(ZOTERO_TYPES).map(([name, { csl }]) => [name.toLowerCase(), csl] as const),
  // Databases mean what a journal prints; CSL's own "article" is a preprint.
  ['article', 'article-journal'],
  ['journal article', 'article-journal'],
  ['journal articles', 'article-journal'],
  ['academic journal', 'article-journal'],
  ['review', 'article-journal'],
  ['posted-content', 'article'],
  ['books', 'book'],
  ['book chapter', 'chapter'],
  ['book-chapter', 'chapter'],
  ['conference paper', 'paper-conference'],
  ['conference proceedings article', 'paper-conference'],
  ['proceedings paper', 'paper-conference'],
  ['reports', 'report'],
  ['chapter', 'chapter'],
  ['conferencepaper', 'paper-conference'],
  ['dissertation', 'thesis'],
  ['dissertations/theses', 'thesis'],
]);

/** @param cell a type as a database calls it, several after separators @returns the CSL type of the first, when known */
export function typeOfCell(cell: string): CslItemType | undefined {
  return TYPES.get(cell.toLowerCase().split(/[|;,]/)[0]?.trim() ?? '');
}

/** @param cell keywords as databases put them into one cell @returns one text, as everywhere */
export function keywordsOfCell(cell: string): string {
  const words = cell.split(/\s*[;\n]\s*/).filter(Boolean);
  const [only = ''] = words;
  return joinKeywords(words.length === 1 ? splitKeywords(only) : words);
}

/** @param cell several numbers of one kind @returns them with spaces between */
export function numbersOfCell(cell: string): string {
  return cell.split(/\s*[;,|]\s*/).join(' ');
}

/** @param cell a date; 4/3/2024 is in April for some and in March for others @returns what is sure of it */
export function foreignDate(cell: string): CslDate | undefined {
  const year = /^\d{1,2}\/\d{1,2}\/(\d{4})(?:\s|$)/.exec(cell)?.[1];
  return parseDate(year ?? cell);
}

/** Columns that say part of a field, by heading (letters and digits only). */
const FIRST_PAGE = new Set(['startpage', 'pagestart', 'firstpage', 'beginningpage', 'spage', 'bp']);
const LAST_PAGE = new Set(['endpage', 'pageend', 'lastpage', 'endingpage', 'epage', 'ep']);
const WHOLE_DATE = new Set(['date', 'datepublished', 'publicationdate', 'dateissued', 'coverdate']);
const MONTH = new Set(['month', 'publishedmonth', 'publicationmonth']);
const DAY = new Set(['day', 'publicationday']);

/**
 * Fields that a table spreads over several columns: pages by first and last, dates by year, month and day.
 * @param cells columns that no field was found for, by heading; those that are used are taken out
 * @param known fields found so far
 * @returns fields to add
 */
export function spreadFields(
  cells: Record<string, string>,
  known: { readonly page: boolean; readonly issued: CslDate | undefined },
): { readonly page?: string; readonly issued?: CslDate } {
  const find = (names: ReadonlySet<string>): readonly [string, string] | undefined =>
    Object.entries(cells).find(([heading]) => names.has(headingKey(heading)));
  const take = (names: ReadonlySet<string>): string | undefined => {
    const found = find(names);
    // Never an own key of the prototype: headings come from the file.
    if (found !== undefined) Reflect.deleteProperty(cells, found[0]);
    return found?.[1];
  };
  const issued = finerDate(known.issued, find(WHOLE_DATE)?.[1], find(MONTH)?.[1], find(DAY)?.[1]);
  const page = known.page ? undefined : pageOf(take(FIRST_PAGE), take(LAST_PAGE));
  return { ...(page === undefined ? {} : { page }), ...(issued === undefined ? {} : { issued }) };
}

function pageOf(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined || last === undefined || first === last || /[-–]/.test(first)) return first ?? last;
  return `${first}-${last}`;
}

/** A day or month of the year that is known already. */
function finerDate(
  issued: CslDate | undefined,
  whole: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CslDate | undefined {
  const parts = issued?.['date-parts'];
  const [year, known] = parts?.[0] ?? [];
  if (year === undefined || known !== undefined || parts?.length !== 1) return undefined;
  const told = whole ?? (month === undefined ? undefined : `${String(year)}-${month}-${day ?? ''}`);
  const date = told === undefined ? undefined : (foreignDate(told.replace(/-$/, '')) ?? undefined);
  const found = date?.['date-parts'];
  return found?.length === 1 && found[0]?.[0] === year && found[0].length > 1 ? date : undefined;
}
