import {
  fullName,
  stripMarkup,
  type CslDate,
  type CslItem,
  type CslItemType,
  type CslName,
} from '../../domain/bibliography';

/** RIS types by CSL type. */
const RIS_TYPES: Readonly<Record<CslItemType, string>> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'MPCT',
  chapter: 'CHAP',
  classic: 'CLSWK',
  collection: 'GEN',
  dataset: 'DATA',
  document: 'GEN',
  entry: 'DICT',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  event: 'GEN',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  interview: 'GEN',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'VIDEO',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  performance: 'GEN',
  periodical: 'SER',
  personal_communication: 'PCOMM',
  post: 'ICOMM',
  'post-weblog': 'BLOG',
  regulation: 'LEGAL',
  report: 'RPRT',
  review: 'JOUR',
  'review-book': 'JOUR',
  software: 'COMP',
  song: 'SOUND',
  speech: 'SOUND',
  standard: 'STAND',
  thesis: 'THES',
  treaty: 'LEGAL',
  webpage: 'ELEC',
};

/**
 * Writes records as RIS (UTF-8, CRLF as the format asks). Pages are split into SP and EP, every keyword has its own
 * line, tags that came from another program's .ris file are given back.
 * @param items records
 */
export function writeRis(items: readonly CslItem[]): string {
  return items.map(writeReference).join('\r\n');
}

function writeReference(item: CslItem): string {
  const lines: string[] = [];
  const used = new Set<string>();
  const add = (tag: string, value: string | undefined): void => {
    const text = value === undefined ? '' : stripMarkup(value).trim();
    if (text === '') return;
    used.add(tag);
    // Further lines of a value are indented, so that none can be taken for a tag.
    lines.push(`${tag}  - ${text.replace(/\s*\n\s*/g, '\r\n      ')}`);
  };
  const addNames = (tag: string, list: readonly CslName[] | undefined): void => {
    for (const name of list ?? []) add(tag, risName(name));
  };

  const isPart = ['chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'paper-conference'].includes(
    item.type,
  );
  add('TY', RIS_TYPES[item.type]);
  add('ID', item['citation-key']);
  addNames('AU', item.author);
  addNames(isPart ? 'A2' : 'A3', item.editor);
  addNames('A4', item.translator);
  add('TI', item.title);
  add('ST', item['title-short']);
  add('T2', item['container-title']);
  add('J2', item['container-title-short']);
  add('T3', item['collection-title']);
  addDates(item.issued, add);
  add('VL', item.volume);
  add('IS', item.issue);
  addPages(item, add);
  add('ET', item.edition);
  add('PB', item.publisher);
  add('CY', item['publisher-place'] ?? item['event-place']);
  add('M3', item.genre);
  for (const number of [item.ISBN, item.ISSN].flatMap((list) => list?.split(/\s+/) ?? [])) add('SN', number);
  add('DO', item.DOI);
  add('UR', item.URL);
  add('LA', item.language);
  add('CN', item['call-number']);
  add('AN', item.PMID);
  add('DB', item.source);
  for (const keyword of item.keyword?.split(/\s*[;,]\s*/) ?? []) add('KW', keyword);
  add('AB', item.abstract?.replace(/\s*\n\s*/g, ' '));
  add('N1', item.note);
  for (const [tag, value] of keptTags(item))
    if (!used.has(tag) || tag === 'UR' || tag === 'N1') lines.push(`${tag}  - ${value}`);
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** Tags that an import could not place; the type is known from the item. */
function keptTags(item: CslItem): readonly (readonly [string, string])[] {
  const kept = item.custom?.['ris'];
  if (typeof kept !== 'object' || kept === null) return [];
  return Object.entries(kept).flatMap(([tag, values]: readonly [string, unknown]) =>
    /^[A-Z][A-Z0-9]$/.test(tag) && Array.isArray(values)
      ? values.map((value: unknown) => [tag, String(value).replace(/\s*\n\s*/g, '\r\n      ')] as const)
      : [],
  );
}

function risName(name: CslName): string {
  if (name.literal !== undefined) return name.literal.replace(/,/g, ' ');
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  return [family, given, name.suffix].filter(Boolean).join(', ') || fullName(name);
}

function addDates(date: CslDate | undefined, add: (tag: string, value: string | undefined) => void): void {
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  if (year === undefined) {
    add('PY', date?.literal);
    return;
  }
  const two = (value: number | undefined): string =>
    value === undefined ? '' : String(value).padStart(2, '0');
  add('PY', String(year));
  if (month !== undefined) add('DA', `${String(year)}/${two(month)}/${two(day)}/`);
}

function addPages(item: CslItem, add: (tag: string, value: string | undefined) => void): void {
  const range = /^([^-,\s]+)-([^-,\s]+)$/.exec(item.page ?? '');
  add('SP', range ? range[1] : item.page);
  add('EP', range?.[2]);
}
