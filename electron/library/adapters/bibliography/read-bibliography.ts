import { sniffFormat, type BibliographyFormat, type SniffedFormat } from '@shared/formats/bibliography';
import { XmlRefused, type XmlRefusal } from '@shared/formats/xml/xml-tree';
import { fail, ok, type Failure } from '@shared/lib/result';
import { decodeText, type TextEncodingName } from './decode-text';
import { repairRecord } from './mojibake';
import type { ParsedRecord } from './parsed-record';
import { readBibtex } from './read-bibtex';
import { readCslJson } from './read-csl-json';
import { readEndnoteXml } from './read-endnote-xml';
import { readRefer } from './read-refer';
import { NO_REQUEST, openTable, type TableHead, type TableRequest } from './open-table';
import { csvLines, csvRows } from './read-table';
import { readMedline, readRis } from './read-tagged';
import { readZoteroRdf } from './read-zotero-rdf';
import { tidyRecord } from './tidy-record';

/** Larger than any real bibliography: 100 MB are some 60,000 references with abstracts. */
export const MAX_BIBLIOGRAPHY_BYTES = 100 * 1024 * 1024;

/** Records in a row that may fail before the file is taken for something else. */
const HOPELESS_AFTER = 200;

/** Why a whole file cannot be read. */
export type BibliographyFault =
  | 'import.bibliography-too-large'
  | 'import.not-text'
  | 'import.empty-file'
  | 'import.no-records'
  | 'import.not-bibliography'
  | 'import.unsupported-xml'
  | XmlRefusal
  | 'import.unsupported-zotero-json'
  | 'import.unsupported-html'
  | 'import.unsupported-file'
  | 'import.file-unreadable';

export interface OpenedBibliography {
  readonly format: BibliographyFormat;
  readonly encoding: TextEncodingName;
  /** Number of records by a quick look, for a progress bar; not exact. */
  readonly estimate: number;
  /** How a table is read; undefined for other formats. */
  readonly table?: TableHead;
  /** All records in order; may be iterated once. Throws {@link HopelessFileError} when the file turns out to be none. */
  readonly records: Iterable<ParsedRecord>;
}

/** The first several hundred "records" were all unreadable: the file only looked like a bibliography. */
export class HopelessFileError extends Error {
  /** @param code why the file is given up */
  constructor(
    message: string,
    readonly code: BibliographyFault = 'import.not-bibliography',
  ) {
    super(message);
  }
}

type Opened =
  | { readonly ok: true; readonly value: OpenedBibliography }
  | { readonly ok: false; readonly error: Failure<BibliographyFault> };

/**
 * Recognises a bibliography and starts to read it.
 * @param bytes whole file, at most {@link MAX_BIBLIOGRAPHY_BYTES}
 * @param request what is known about it in case it is a table
 * @returns format, encoding and the records one by one, or why the file is none
 */
export function openBibliography(bytes: Buffer, request: TableRequest = NO_REQUEST): Opened {
  if (bytes.length > MAX_BIBLIOGRAPHY_BYTES) {
    return fail('import.bibliography-too-large', { megabytes: Math.round(bytes.length / 1024 / 1024) });
  }
  if (bytes.length === 0) return fail('import.empty-file');
  const { text, encoding, binary } = decodeText(bytes);
  if (binary) return fail('import.not-text');
  const sniffed = sniffFormat(text);
  if (isNamedTable(text, sniffed, request)) return tableOf(text, encoding, request);
  switch (sniffed.kind) {
    case 'empty':
      return fail('import.empty-file');
    case 'unknown':
      return fail('import.no-records');
    case 'unsupported':
      return fail(UNSUPPORTED[sniffed.name]);
    case 'bibliography': {
      const { format } = sniffed;
      if (format === 'table') return tableOf(text, encoding, { ...request, isExpected: true });
      const estimate = estimateRecords(text, format);
      return ok({ format, encoding, estimate, records: watchful(READERS[format](text), format) });
    }
  }
}

function tableOf(text: string, encoding: TextEncodingName, request: TableRequest): Opened {
  const table = openTable([{ name: '', rows: csvRows(text) }], request, csvLines);
  if (table === undefined) return fail('import.no-records');
  const { head, records } = table;
  const estimate = Math.max(head.rows, 1);
  return ok({ format: 'table', encoding, estimate, table: head, records: watchful(records, 'table') });
}

/**
 * Whether a text is a table although its headings do not say so: a person said it, or the file is named like one and does not begin like a
 * record of another format. An e-mail address with a bracket behind it looks like BibTeX in the middle of a cell.
 */
function isNamedTable(text: string, sniffed: SniffedFormat, { plan, isExpected }: TableRequest): boolean {
  if (plan !== null) return sniffed.kind !== 'empty';
  if (!isExpected) return false;
  if (sniffed.kind === 'unknown') return true;
  const isMarked = sniffed.kind === 'bibliography' && MARKED.has(sniffed.format);
  return isMarked && !/^\s*(?:@|%[0A-Z] |[A-Z][A-Z0-9]{1,3} {0,2}- ?)/.test(text);
}

/** Formats that are known by marks anywhere in the text. */
const MARKED: ReadonlySet<BibliographyFormat> = new Set(['bibtex', 'ris', 'medline', 'refer']);

const UNSUPPORTED = {
  xml: 'import.unsupported-xml',
  'zotero-json': 'import.unsupported-zotero-json',
  html: 'import.unsupported-html',
} as const satisfies Record<string, BibliographyFault>;

/** Formats whose records are found by their own marks; a table is opened on its own. */
type MarkedUp = Exclude<BibliographyFormat, 'table'>;

const READERS = {
  bibtex: readBibtex,
  ris: readRis,
  medline: readMedline,
  'csl-json': readCslJson,
  'endnote-xml': readEndnoteXml,
  refer: readRefer,
  'zotero-rdf': readZoteroRdf,
} as const satisfies Record<MarkedUp, (text: string) => Generator<ParsedRecord>>;

const RECORD_SIGNS = {
  bibtex: /^[ \t]*@(?!comment|string|preamble)\w+\s*[{(]/gim,
  ris: /^[ \t]*TY {0,2}-/gm,
  medline: /^(?:PMID- |OWN - ERIC)/gm,
  'csl-json': /"type"\s*:/g,
  'endnote-xml': /<record>/g,
  refer: /^%0 /gm,
  'zotero-rdf': /<z:itemType>(?!attachment)/g,
} as const satisfies Record<MarkedUp, RegExp>;

/** Far more than a library holds: a file of junk shall not be counted to its end. */
const MAX_ESTIMATE = 200_000;

function estimateRecords(text: string, format: MarkedUp): number {
  const pattern = new RegExp(RECORD_SIGNS[format]);
  let count = 0;
  while (count < MAX_ESTIMATE && pattern.test(text)) count += 1;
  return Math.max(count, 1);
}

/**
 * @param records of a file whose format is known
 * @param format that format
 * @returns the same, repaired; throws {@link HopelessFileError} when nothing in it is readable
 */
export function* watchful(
  records: Iterable<ParsedRecord>,
  format: BibliographyFormat,
): Generator<ParsedRecord> {
  try {
    for (const record of countFailures(records))
      yield repairRecord(format === 'bibtex' ? record : tidyRecord(record));
  } catch (error) {
    throw error instanceof XmlRefused ? new HopelessFileError(error.message, error.code) : error;
  }
}

function* countFailures(records: Iterable<ParsedRecord>): Generator<ParsedRecord> {
  let failures = 0;
  let readable = false;
  for (const record of records) {
    readable ||= record.outcome.kind !== 'failed';
    failures += 1;
    if (!readable && failures > HOPELESS_AFTER)
      throw new HopelessFileError(`${String(failures)} unreadable records`);
    yield record;
  }
}
