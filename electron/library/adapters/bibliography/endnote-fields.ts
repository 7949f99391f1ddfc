import {
  cleanCitationKey,
  findDoi,
  normaliseItem,
  parseDate,
  parseName,
  type CslItemType,
  type CslName,
} from '@shared/domain/bibliography';
import {
  ENDNOTE_TYPES,
  isAddress,
  STANDS_ALONE,
  type RawRecord,
  type RecordExtras,
} from '@shared/formats/bibliography';
import type { ParsedRecord } from './parsed-record';

/** A reference with the fields that both forms of EndNote's export have; texts in the order of the file. */
export interface EndnoteFields {
  readonly type: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly seriesEditors: readonly string[];
  readonly translators: readonly string[];
  readonly title: string;
  readonly secondaryTitle: string;
  readonly tertiaryTitle: string;
  readonly journal: string;
  readonly journalShort: string;
  readonly shortTitle: string;
  readonly originalTitle: string;
  readonly year: string;
  readonly date: string;
  readonly volume: string;
  readonly number: string;
  readonly pages: string;
  readonly edition: string;
  readonly section: string;
  readonly numberOfVolumes: string;
  readonly publisher: string;
  readonly place: string;
  readonly isbn: string;
  readonly doi: string;
  readonly urls: readonly string[];
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly language: string;
  readonly accession: string;
  readonly callNumber: string;
  readonly database: string;
  readonly provider: string;
  readonly accessDate: string;
  readonly workType: string;
  readonly notes: readonly string[];
  readonly key: string;
  /** Files as the record names them; relative paths belong to the folder of the bibliography. */
  readonly files: readonly string[];
  /** What has no place above, by EndNote's own name. */
  readonly rest: Readonly<Record<string, string>>;
}

/** A reference of which nothing is said yet. */
export const NO_FIELDS: EndnoteFields = {
  ...{ type: '', title: '', secondaryTitle: '', tertiaryTitle: '', journal: '', journalShort: '' },
  ...{
    shortTitle: '',
    originalTitle: '',
    year: '',
    date: '',
    volume: '',
    number: '',
    pages: '',
    edition: '',
  },
  ...{ section: '', numberOfVolumes: '', publisher: '', place: '', isbn: '', doi: '', abstract: '' },
  ...{
    language: '',
    accession: '',
    callNumber: '',
    database: '',
    provider: '',
    accessDate: '',
    workType: '',
  },
  ...{ key: '', authors: [], editors: [], seriesEditors: [], translators: [], urls: [], keywords: [] },
  ...{ notes: [], files: [], rest: {} },
};

/**
 * A reference of EndNote as a record.
 * @param place where it stands in the file
 * @param fields what it says
 * @param format name under which the rest is kept in `custom`
 */
export function endnoteRecord(
  place: RawRecord,
  fields: EndnoteFields,
  format: 'endnote' | 'refer',
): ParsedRecord {
  if (
    fields.title === '' &&
    fields.authors.length === 0 &&
    fields.secondaryTitle === '' &&
    fields.journal === ''
  ) {
    return { ...place, outcome: { kind: 'failed', code: 'import.empty-record' } };
  }
  const type = ENDNOTE_TYPES[fields.type.toLowerCase()];
  const effective: CslItemType = type ?? (fields.journal === '' ? 'document' : 'article-journal');
  const isPart = !STANDS_ALONE.has(effective);
  const container = fields.journal === '' && isPart ? fields.secondaryTitle : fields.journal;
  const series = isPart ? fields.tertiaryTitle : fields.secondaryTitle || fields.tertiaryTitle;
  const numbers = serialNumbers(fields.isbn);
  const doi = [fields.doi, ...fields.urls].map(findDoi).find((found) => found !== undefined);
  const numbered = effective === 'report' || effective === 'patent' || effective === 'standard';
  const { item, remarks } = normaliseItem(
    filled({
      type: effective,
      author: names(fields.authors),
      [effective === 'book' && fields.authors.length > 0 ? 'collection-editor' : 'editor']: names(
        fields.editors,
      ),
      ...(fields.seriesEditors.length > 0 ? { 'collection-editor': names(fields.seriesEditors) } : {}),
      translator: names(fields.translators),
      title: fields.title,
      'title-short': fields.shortTitle,
      'original-title': fields.originalTitle,
      'container-title': container,
      'container-title-short': fields.journalShort === container ? '' : fields.journalShort,
      'collection-title': series,
      issued: issued(fields),
      accessed: parseDate(fields.accessDate),
      volume: fields.volume,
      [numbered ? 'number' : 'issue']: fields.number,
      page: effective === 'book' || effective === 'thesis' ? '' : fields.pages,
      'number-of-pages': effective === 'book' || effective === 'thesis' ? fields.pages : '',
      edition: fields.edition,
      section: fields.section,
      'number-of-volumes': fields.numberOfVolumes,
      publisher: fields.publisher,
      'publisher-place': fields.place,
      ISBN: numbers.isbn,
      ISSN: numbers.issn,
      DOI: doi,
      PMID:
        /medline|pubmed/i.test(fields.database) && /^\d{4,9}$/.test(fields.accession) ? fields.accession : '',
      URL: fields.urls.find(isAddress),
      abstract: fields.abstract,
      keyword: fields.keywords.join(', '),
      language: fields.language,
      'call-number': fields.callNumber || (/^E[DJ]\d+$/.test(fields.accession) ? fields.accession : ''),
      source: fields.database,
      genre: fields.workType,
      note: fields.notes.join('\n'),
    }),
  );
  const key = cleanCitationKey(/^[A-Za-z][\w:.-]*$/.test(fields.key) ? fields.key : '');
  if (key !== '') item['citation-key'] = key;
  const rest: Record<string, string> = { ...fields.rest };
  if (type === undefined && fields.type !== '') rest['type'] = fields.type;
  if (numbers.rest !== '') rest['isbn'] = numbers.rest;
  if (doi === undefined && fields.doi !== '') rest['electronic-resource-num'] = fields.doi;
  if (fields.accession !== '' && item.PMID === undefined) rest['accession-num'] = fields.accession;
  if (fields.provider !== '') rest['remote-database-provider'] = fields.provider;
  const otherUrls = fields.urls.filter((url) => url !== item.URL);
  if (otherUrls.length > 0) rest['urls'] = otherUrls.join(' ');
  if (Object.keys(rest).length > 0) item.custom = { ...item.custom, [format]: rest };
  const extras: RecordExtras = {
    files: fields.files.map((path) => ({ path, title: '', mediaType: '', url: '' })),
  };
  return { ...place, outcome: { kind: 'read', item, key, remarks, files: [], extras } };
}

function filled(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** EndNote ends a body's name with a comma ("World Health Organization,"). */
function names(values: readonly string[]): readonly CslName[] {
  return values.flatMap((value): readonly CslName[] => {
    const clean = value.replace(/\s+/g, ' ').trim();
    if (clean.endsWith(',')) return clean === ',' ? [] : [{ literal: clean.replace(/[\s,]+$/, '') }];
    if (/^et\.? al\.?$/i.test(clean)) return [];
    const name = parseName(clean);
    return name === undefined ? [] : [name];
  });
}

/** The date may be whole, or only day and month beside the year. */
function issued(fields: EndnoteFields): ReturnType<typeof parseDate> {
  const year = parseDate(fields.year);
  if (fields.date === '') return year;
  const hasYear = /\b\d{4}\b/.test(fields.date);
  const fine = parseDate(hasYear || year === undefined ? fields.date : `${fields.date} ${fields.year}`);
  const same = fine?.['date-parts']?.[0]?.[0] === year?.['date-parts']?.[0]?.[0];
  return fine?.['date-parts'] !== undefined && (same || year === undefined) ? fine : (year ?? fine);
}

function serialNumbers(value: string): {
  readonly isbn: string;
  readonly issn: string;
  readonly rest: string;
} {
  const issn = [...value.matchAll(/\b\d{4}-?\d{3}[\dXx]\b(?![-\d])/g)].map(([match]) => match);
  const isbn = [...value.matchAll(/(?<![\d-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\d-])/g)].map(
    ([match]) => match,
  );
  const unique = (list: readonly string[]): string => [...new Set(list)].join(' ');
  return { isbn: unique(isbn), issn: unique(issn), rest: isbn.length + issn.length === 0 ? value : '' };
}
