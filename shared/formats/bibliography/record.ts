/** One record cut out of a bibliography file, before anything in it is understood. */
export interface RawRecord {
  /** Place among the records of the file, from 0. */
  readonly index: number;
  /** First line of the record in the file, from 1. */
  readonly line: number;
  /** The record as it stands in the file. */
  readonly raw: string;
}

/** Reasons why one record cannot be read; its plain words are `errors.<code>` of the import texts. */
export type RecordFault =
  | 'import.unbalanced-braces'
  | 'import.empty-record'
  | 'import.invalid-json'
  | 'import.not-csl-item'
  | 'import.other-program-json'
  | 'import.xml-record-broken'
  | 'import.row-unreadable'
  | 'import.not-convertible'
  | 'import.not-identifier';

export const BIBLIOGRAPHY_FORMATS = [
  'bibtex',
  'ris',
  'medline',
  'csl-json',
  'endnote-xml',
  'refer',
  'zotero-rdf',
  'table',
] as const;
export type BibliographyFormat = (typeof BIBLIOGRAPHY_FORMATS)[number];

/** Counts line numbers of rising offsets without going back over the text. */
export class LineCounter {
  /** Where the current line ends; files of one long line are not to be searched again for every record. */
  #end: number;
  #line = 1;

  /** @param text the whole file, lines ending in \n */
  constructor(private readonly text: string) {
    this.#end = endOfLine(text, 0);
  }

  /** @param offset place in the text, never before the one asked for last; @returns its line, from 1 */
  lineAt(offset: number): number {
    while (this.#end < offset) {
      this.#line += 1;
      this.#end = endOfLine(this.text, this.#end + 1);
    }
    return this.#line;
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? Infinity : end;
}
