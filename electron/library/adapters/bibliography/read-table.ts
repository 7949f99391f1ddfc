import Papa from 'papaparse';
import type { TableTarget } from '@shared/domain/import';
import { isOwnTable, proposeMapping, readOwnRow } from '@shared/formats/bibliography';
import type { ParsedRecord } from './parsed-record';
import { columnNames, readRow, type RowPlace } from './table-row';

/** How rows are read. */
export interface RowReading {
  /** Found by the headings when null; a table of our own is then read as it was written. */
  readonly columns: readonly TableTarget[] | null;
  readonly hasHeadings: boolean;
  /** Place of the row where the table begins, from 0: rows above it are titles and remarks. The first that is not blank when not given. */
  readonly start?: number;
  /** How many lines of the file a row takes. */
  readonly linesIn?: (row: readonly string[]) => number;
}

const BY_HEADINGS: RowReading = { columns: null, hasHeadings: true };

/** @param text a table as text (commas, tabs or semicolons) @returns its cells */
export function csvRows(text: string): string[][] {
  return Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    header: false,
    skipEmptyLines: false,
  }).data.map((row) => row.map(unguarded));
}

/** A quoted cell may run over several lines. @returns number of lines of a text that a row takes */
export function csvLines(row: readonly string[]): number {
  return 1 + row.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
}

/** @returns whether nothing stands in a row */
export function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/**
 * Reads rows of references, one record per row.
 * @param rows cells, from a text or a spreadsheet; blank ones are passed over
 * @param reading what the columns hold
 */
export function* readRows(
  rows: readonly (readonly string[])[],
  { columns, hasHeadings, start = firstFilled(rows), linesIn = () => 1 }: RowReading = BY_HEADINGS,
): Generator<ParsedRecord> {
  const headings = hasHeadings ? (rows[start] ?? []) : [];
  const targets = columns ?? proposeMapping(headings);
  const names = columnNames(headings, Math.max(headings.length, targets.length));
  const isOwn = columns === null && isOwnTable(headings);
  let line = 1;
  let index = 0;
  for (const [at, row] of rows.entries()) {
    const place = { index, line };
    line += linesIn(row);
    if (at < start || (hasHeadings && at === start) || isBlank(row)) continue;
    yield isOwn ? ownRecord(row, headings, place) : readRow(row, names, targets, place);
    index += 1;
  }
}

function firstFilled(rows: readonly (readonly string[])[]): number {
  return Math.max(
    rows.findIndex((row) => !isBlank(row)),
    0,
  );
}

function ownRecord(row: readonly string[], headings: readonly string[], place: RowPlace): ParsedRecord {
  const { item, remarks, extras } = readOwnRow(
    headings,
    row.map((cell) => cell.trim()),
  );
  const key = item['citation-key'] ?? '';
  return {
    ...place,
    raw: Papa.unparse([[...row]]),
    outcome: { kind: 'read', item, key, remarks, files: [], extras },
  };
}

/** The first line that has one tells the separator: no heading of a database holds one, unless it is quoted. */
function delimiterOf(text: string): string {
  const marks = ['\t', ';', ','];
  const lines = text
    .slice(0, HEAD_LENGTH)
    .replace(/"[^"]*"/g, 'x')
    .split('\n');
  const head = lines.find((line) => /[^\s;,]/.test(line) && marks.some((mark) => line.includes(mark))) ?? '';
  const count = (mark: string): number => head.split(mark).length;
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Enough of a text to meet its headings. */
const HEAD_LENGTH = 100_000;

/** Our own export to CSV puts an apostrophe before what a spreadsheet would take for a formula; others write ="…". */
function unguarded(cell: string): string {
  const text = /^="(.*)"$/s.exec(cell)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
