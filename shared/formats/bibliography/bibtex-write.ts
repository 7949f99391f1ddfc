import {
  dateToIso,
  makeCitationKey,
  uniqueCitationKey,
  type CslItem,
  type CslItemType,
  type CslName,
} from '../../domain/bibliography';
import { toLatex } from './latex';

/** BibTeX entry types by CSL type; what is missing is `misc`. */
const ENTRY_TYPES: Readonly<Partial<Record<CslItemType, string>>> = {
  article: 'unpublished',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  review: 'article',
  'review-book': 'article',
  book: 'book',
  chapter: 'incollection',
  entry: 'incollection',
  'entry-dictionary': 'incollection',
  'entry-encyclopedia': 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  manuscript: 'unpublished',
  collection: 'book',
  thesis: 'phdthesis',
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  software: 'software',
  dataset: 'dataset',
  patent: 'patent',
  standard: 'standard',
  periodical: 'periodical',
};

/** Entry types that several of BibTeX's own types stand for; an import remembers which it was. */
const SAME_AS: Readonly<Record<string, readonly string[]>> = {
  incollection: ['inbook', 'bookinbook', 'inreference', 'suppbook'],
  inproceedings: ['conference'],
  techreport: ['report', 'manual'],
  phdthesis: ['mastersthesis', 'thesis'],
  book: ['mvbook', 'booklet', 'collection', 'proceedings', 'reference'],
  online: ['www', 'electronic'],
  misc: ['document'],
};

/**
 * Writes records as BibTeX (UTF-8, biblatex field names where BibTeX has none).
 * Fields that came from another program's .bib file are given back as they were.
 * @param items records; a missing citation key is made, a key used twice gets a letter
 */
export function writeBibtex(items: readonly CslItem[]): string {
  const taken = new Set<string>();
  return items
    .map((item) => {
      const key = uniqueCitationKey(item['citation-key'] ?? makeCitationKey(item), (candidate) =>
        taken.has(candidate),
      );
      taken.add(key);
      return writeEntry(item, key);
    })
    .join('\n');
}

function writeEntry(item: CslItem, key: string): string {
  const kept = keptFields(item);
  const type = entryType(item, kept['entryType']);
  const fields = new Map<string, string>();
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !fields.has(name)) fields.set(name, value);
  };
  const setText = (name: string, value: string | undefined): void => {
    set(name, value === undefined ? undefined : toLatex(value));
  };

  set('author', names(item.author));
  set('editor', names(item.editor));
  set('translator', names(item.translator));
  set('bookauthor', names(item['container-author']));
  set('title', item.title === undefined ? undefined : protectCase(toLatex(item.title)));
  setText('shorttitle', item['title-short']);
  setText(containerField(type), item['container-title']);
  setText('shortjournal', item['container-title-short']);
  setText('series', item['collection-title']);
  writeDate(item, set, setText);
  setText('volume', item.volume);
  setText(
    'number',
    item.issue ?? item['collection-number'] ?? (type === 'article' ? undefined : item.number),
  );
  if (type === 'article') setText('eid', item.number);
  setText('volumes', item['number-of-volumes']);
  setText('edition', item.edition);
  setText('chapter', item['chapter-number']);
  set('pages', item.page === undefined ? undefined : toLatex(item.page).replace(/-+/g, '--'));
  setText('pagetotal', item['number-of-pages']);
  setText(publisherField(type), item.publisher);
  setText('address', item['publisher-place']);
  setText('eventtitle', item['event-title']);
  setText('venue', item['event-place']);
  setText('type', item.genre);
  setText('version', item.version);
  set('isbn', item.ISBN);
  set('issn', item.ISSN);
  set('doi', item.DOI);
  set('pmid', item.PMID);
  set('pmcid', item.PMCID);
  set('url', item.URL);
  set('urldate', item.accessed === undefined ? undefined : dateToIso(item.accessed));
  setText('language', item.language);
  setText('library', item['call-number']);
  setText('keywords', item.keyword);
  setText('abstract', item.abstract);
  setText('note', item.note);
  setText('annotation', item.annote);
  for (const [name, value] of Object.entries(kept)) if (name !== 'entryType') set(name, value);

  const lines = [...fields].map(([name, value]) => `  ${name} = {${value}}`);
  return `@${type}{${key},\n${lines.join(',\n')}\n}\n`;
}

function keptFields(item: CslItem): Readonly<Record<string, string>> {
  const kept = item.custom?.['bibtex'];
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]: readonly [string, unknown]) =>
      typeof value === 'string' && isBalanced(value) ? [[name, value] as const] : [],
    ),
  );
}

function isBalanced(value: string): boolean {
  let depth = 0;
  for (const char of value) {
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function entryType(item: CslItem, imported: string | undefined): string {
  const type = ENTRY_TYPES[item.type] ?? 'misc';
  if (type === 'phdthesis' && /master|diploma|магіст/i.test(item.genre ?? '')) return 'mastersthesis';
  return imported !== undefined && (SAME_AS[type] ?? []).includes(imported) ? imported : type;
}

function containerField(type: string): string {
  if (type === 'article' || type === 'periodical') return 'journal';
  return /^in|^conference$|^book$/.test(type) ? 'booktitle' : 'journaltitle';
}

function publisherField(type: string): string {
  if (type === 'techreport' || type === 'report') return 'institution';
  return type.endsWith('thesis') ? 'school' : 'publisher';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function writeDate(
  item: CslItem,
  set: (name: string, value: string | undefined) => void,
  setText: (name: string, value: string | undefined) => void,
): void {
  const parts = item.issued?.['date-parts'];
  if (item.issued === undefined) return;
  if (parts === undefined) {
    setText('year', item.issued.literal);
    return;
  }
  if (parts.length > 1 || parts[0]?.length === 3) set('date', dateToIso(item.issued));
  const [year, month] = parts[0] ?? [];
  set('year', year === undefined ? undefined : String(year));
  if (parts.length === 1 && month !== undefined) set('month', MONTHS[month - 1]);
}

function names(list: readonly CslName[] | undefined): string | undefined {
  return list?.map(latexName).join(' and ');
}

function latexName(name: CslName): string {
  if (name.literal !== undefined) return `{${toLatex(name.literal)}}`;
  const family = toLatex([name['non-dropping-particle'], name.family].filter(Boolean).join(' '));
  const given = toLatex([name.given, name['dropping-particle']].filter(Boolean).join(' '));
  return [family, name.suffix === undefined ? undefined : toLatex(name.suffix), given]
    .filter(Boolean)
    .join(', ');
}

/** Styles lower the case of titles: words that live by their capitals (RCT, eLearning) are put in braces. */
function protectCase(title: string): string {
  return title.replace(
    /(?<![\\{\p{Letter}])[\p{Letter}\p{Number}]*\p{Letter}\p{Lu}[\p{Letter}\p{Number}]*/gu,
    '{$&}',
  );
}
