import { findDoi, parseDate, parseName, type CslItemType, type CslName } from '../../domain/bibliography';
import { joinKeywords } from './bibtex-values';
import type { RisItem, RisTags } from './ris-to-csl';

/** Tags that reach the item; of the others every value is kept aside. */
const MAPPED = new Set(
  'PMID TI TA JT AU FAU ED FED CN DP AB OT MH IS VI IP PG PMC LA OWN OID DOI PB ISSN'.split(' '),
);

/**
 * Translates a reference of PubMed or ERIC into CSL. ERIC's .nbib has no PMID, a bare DOI address in `AID`, its own record
 * address in `LID`, the accession number in `OID` and keywords in `OT`.
 * @param tags from `splitMedline`
 */
export function medlineToCsl(tags: RisTags): RisItem {
  const all = (...names: readonly string[]): readonly string[] =>
    names.flatMap((name) => tags.get(name) ?? []);
  const first = (...names: readonly string[]): string | undefined => all(...names)[0];
  const numbers = all('AID', 'LID', 'DOI');
  const people = (full: string, short: string): readonly CslName[] =>
    (tags.get(full) ?? tags.get(short) ?? []).flatMap((name) => parseName(name) ?? []);
  const names = people('FAU', 'AU');
  const editors = people('FED', 'ED');
  // Of a book only its title is given; a part of one has a title of its own.
  const book = first('BTI')?.replace(/(?<!\.)\.$/, '');
  const isPart = book !== undefined && first('TI') !== undefined && first('TI') !== first('BTI');
  const bodies = all('CN').map((literal): CslName => ({ literal }));
  const printed = first('DP') ?? first('DEP');
  const issn = all('IS', 'ISSN').flatMap((value) => /\d{4}-?\d{3}[\dXx]/.exec(value)?.[0] ?? []);
  const keywords = all('OT', 'MH').map((word) => word.replace(/^\*/, '').replace(/\/\*/g, '/'));
  const doi = numbers.map(findDoi).find((found) => found !== undefined);
  const eric = numbers.find((value) => /eric\.ed\.gov/i.test(value));
  const loose = {
    type: isPart ? 'chapter' : book === undefined ? medlineType(all('PT')) : 'book',
    title: first('TI', 'BTI')?.replace(/(?<!\.)\.$/, ''),
    'container-title': first('JT', 'TA') ?? (isPart ? book : undefined),
    'collection-title': book === undefined ? undefined : first('CTI'),
    'publisher-place': book === undefined ? undefined : first('PL'),
    'container-title-short': tags.has('JT') ? first('TA') : undefined,
    author: names.length + bodies.length > 0 ? [...names, ...bodies] : undefined,
    editor: editors.length > 0 ? editors : undefined,
    // ERIC puts an article number here at times: only what begins with a year is a date.
    issued: printed !== undefined && /^\d{4}\b/.test(printed) ? parseDate(printed) : undefined,
    abstract: first('AB'),
    volume: first('VI'),
    issue: first('IP'),
    page: first('PG'),
    publisher: first('PB'),
    language: first('LA'),
    ISSN: issn.length > 0 ? [...new Set(issn)].join(' ') : undefined,
    PMID: first('PMID'),
    PMCID: first('PMC'),
    DOI: doi,
    URL: eric,
    'call-number': first('OID'),
    keyword: keywords.length > 0 ? joinKeywords(keywords) : undefined,
  };
  const unmapped: Record<string, readonly string[]> = {};
  for (const [tag, values] of tags) {
    const left = values.filter(
      (value, index) =>
        !isPlaced(tag, value, index, loose['container-title']) &&
        !(book !== undefined && index === 0 && ['BTI', 'CTI', 'PL'].includes(tag)) &&
        value !== eric &&
        (doi === undefined || findDoi(value) !== doi),
    );
    if (left.length > 0) unmapped[tag] = left;
  }
  return { loose, key: '', unmapped };
}

function isPlaced(tag: string, value: string, index: number, container: string | undefined): boolean {
  const single = ['TI', 'AB', 'VI', 'IP', 'PG', 'PB', 'LA', 'PMID', 'PMC', 'OID', 'DP', 'JT'].includes(tag);
  if (single && index > 0) return false;
  return (MAPPED.has(tag) && !['AID', 'LID'].includes(tag)) || value === container;
}

function medlineType(types: readonly string[]): CslItemType {
  // A report of a case is an article.
  const text = types
    .join(' ')
    .toLowerCase()
    .replace(/\bcase reports?\b/g, '');
  if (/\bbook chapter/.test(text)) return 'chapter';
  if (/\bbooks?\b/.test(text) && !text.includes('journal')) return 'book';
  if (/dissertation|thes[ie]s/.test(text)) return 'thesis';
  if (/preprint/.test(text)) return 'article';
  if (/reports?\b/.test(text) && !text.includes('journal')) return 'report';
  return 'article-journal';
}
