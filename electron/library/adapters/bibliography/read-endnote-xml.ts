import { splitEndnoteXml, type EndnoteRecord } from '@shared/formats/bibliography';
import { childrenOf, descend, type XmlElement } from '@shared/formats/xml/xml-tree';
import { endnoteRecord, NO_FIELDS, type EndnoteFields } from './endnote-fields';
import type { ParsedRecord } from './parsed-record';

/**
 * Reads an EndNote XML file record by record.
 * @param text whole file, decoded
 * @returns every record in order, read or failed
 */
export function* readEndnoteXml(text: string): Generator<ParsedRecord> {
  for (const record of splitEndnoteXml(text)) yield readRecord(record);
}

function readRecord({ element, ...place }: EndnoteRecord): ParsedRecord {
  return element === undefined
    ? { ...place, outcome: { kind: 'failed', code: 'import.xml-record-broken' } }
    : endnoteRecord(place, fieldsOf(element), 'endnote');
}

/** Fields that stand by themselves and have no place of their own in a record. */
const REST = [
  ...['custom1', 'custom2', 'custom3', 'custom4', 'custom5', 'custom6', 'custom7'],
  ...[
    'auth-address',
    'research-notes',
    'label',
    'reprint-edition',
    'reprint-status',
    'orig-pub',
    'reviewed-item',
  ],
  ...['caption', 'misc1', 'misc2', 'misc3', 'source-type', 'auth-affiliaton'],
];

function fieldsOf(record: XmlElement): EndnoteFields {
  const text = (...path: readonly string[]): string => clean(descend(record, ...path)?.text ?? '');
  const texts = (list: string, each: string): readonly string[] =>
    childrenOf(descend(record, ...list.split('/')) ?? record, each)
      .map((child) => clean(child.text))
      .filter(Boolean);
  const contributors = (list: string): readonly string[] => texts(`contributors/${list}`, 'author');
  const type = descend(record, 'ref-type');
  const urls = ['related-urls', 'web-urls', 'text-urls'].flatMap((list) =>
    descend(record, 'urls', list) === undefined ? [] : texts(`urls/${list}`, 'url'),
  );
  const pdfs = descend(record, 'urls', 'pdf-urls') === undefined ? [] : texts('urls/pdf-urls', 'url');
  const lists = (list: string): readonly string[] =>
    descend(record, 'contributors', list) === undefined ? [] : contributors(list);
  return {
    ...NO_FIELDS,
    type: type?.attributes.get('name') ?? '',
    authors: lists('authors'),
    editors: lists('secondary-authors'),
    seriesEditors: lists('tertiary-authors'),
    translators: [...lists('translated-authors'), ...lists('subsidiary-authors')],
    title: text('titles', 'title'),
    secondaryTitle: text('titles', 'secondary-title'),
    tertiaryTitle: text('titles', 'tertiary-title'),
    journal: text('periodical', 'full-title'),
    journalShort:
      text('periodical', 'abbr-1') || text('alt-periodical', 'abbr-1') || text('titles', 'alt-title'),
    shortTitle: text('titles', 'short-title'),
    originalTitle: text('titles', 'translated-title'),
    year: text('dates', 'year'),
    date: text('dates', 'pub-dates', 'date'),
    volume: text('volume'),
    number: text('number') || text('issue'),
    pages: text('pages'),
    edition: text('edition'),
    section: text('section'),
    numberOfVolumes: text('num-vols'),
    publisher: text('publisher'),
    place: text('pub-location'),
    isbn: text('isbn'),
    doi: text('electronic-resource-num'),
    urls: urls.filter((url) => !isFile(url)),
    abstract: text('abstract'),
    keywords: descend(record, 'keywords') === undefined ? [] : texts('keywords', 'keyword'),
    language: text('language'),
    accession: text('accession-num'),
    callNumber: text('call-num'),
    database: text('remote-database-name'),
    provider: text('remote-database-provider'),
    accessDate: text('access-date'),
    workType: text('work-type'),
    notes: [text('notes')].filter(Boolean),
    key: '',
    files: [...pdfs, ...urls.filter(isFile)].map((url) => filePath(url, descend(record, 'database'))),
    rest: Object.fromEntries(
      REST.map((name) => [name, text(name)] as const).filter(([, value]) => value !== ''),
    ),
  };
}

function isFile(url: string): boolean {
  return /^(?:internal-pdf|file):/i.test(url);
}

/** EndNote keeps its PDFs in `<library>.Data/PDF` beside the library, which is where people export to. */
function filePath(url: string, database: XmlElement | undefined): string {
  const internal = /^internal-pdf:\/\/\/?(.+)$/i.exec(url)?.[1];
  if (internal === undefined) return decoded(url.replace(/^file:\/\/(?:localhost)?/i, ''));
  const library = (database?.attributes.get('name') ?? database?.text ?? '')
    .replace(/\.enl[px]?$/i, '')
    .trim();
  return library === '' ? url : `${library}.Data/PDF/${decoded(internal)}`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A per cent sign in a file's name.
    return value;
  }
}

/** EndNote separates lines with carriage returns. */
function clean(value: string): string {
  return value.replace(/\r\n?/g, '\n').trim();
}
