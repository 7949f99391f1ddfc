import Papa from 'papaparse';
import { normaliseItem, type CslDate } from '@shared/domain/bibliography';
import {
  foreignDate,
  isOwnTable,
  keywordsOfCell,
  numbersOfCell,
  parseNames,
  proposeMapping,
  readOwnRow,
  spreadFields,
  typeOfCell,
  type TableField,
} from '@shared/formats/bibliography';
import { decodeAllEntities } from '@shared/lib/entities';
import type { ParsedRecord } from './parsed-record';

/** Field per column; null for a column that is carried as it is, 'leave' for one that is left out. */
export type TableMapping = readonly (TableField | 'leave' | null)[];

/**
 * Reads a table of references (CSV, tab-separated or with semicolons), one record per row.
 * @param text whole file, decoded
 * @param mapping found by the headings when not given
 */
export function* readTable(text: string, mapping?: TableMapping): Generator<ParsedRecord> {
  const rows = csvRows(text);
  // A quoted cell may run over several lines.
  yield* readRows(
    rows,
    mapping,
    (row) => 1 + row.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0),
  );
}

/** @param text a table as text @param limit rows at most @returns its cells */
export function csvRows(text: string, limit?: number): string[][] {
  return Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    header: false,
    skipEmptyLines: false,
    ...(limit === undefined ? {} : { preview: limit }),
  }).data.map((row) => row.map(unguarded));
}

/**
 * Reads rows of references, the headings first, one record per row.
 * @param rows cells, from a text or a spreadsheet
 * @param mapping found by the headings when not given; a table of our own is read as it was written
 * @param linesIn how many lines of the file a row takes
 */
export function* readRows(
  rows: readonly (readonly string[])[],
  mapping?: TableMapping,
  linesIn: (row: readonly string[]) => number = () => 1,
): Generator<ParsedRecord> {
  const [headings = [], ...body] = rows;
  const fields = mapping ?? proposeMapping(headings);
  const isOwn = mapping === undefined && isOwnTable(headings);
  let line = 1 + linesIn(headings);
  let index = 0;
  for (const row of body) {
    const place = { index, line };
    line += linesIn(row);
    if (row.every((cell) => cell.trim() === '')) continue;
    yield isOwn ? ownRecord(row, headings, place) : readRow(row, headings, fields, place);
    index += 1;
  }
}

function ownRecord(
  row: readonly string[],
  headings: readonly string[],
  place: { readonly index: number; readonly line: number },
): ParsedRecord {
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

/** The headings tell the separator: no heading of a database holds one. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const count = (mark: string): number => head.split(mark).length;
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function readRow(
  row: readonly string[],
  headings: readonly string[],
  fields: TableMapping,
  place: { readonly index: number; readonly line: number },
): ParsedRecord {
  const raw = Papa.unparse([[...row]]);
  const value = (field: TableField): string => (row[fields.indexOf(field)] ?? '').trim();
  const loose: Record<string, unknown> = {};
  const rest: Record<string, string> = {};
  let issued: CslDate | undefined;
  for (const [column, field] of fields.entries()) {
    const cell = decodeAllEntities(row[column] ?? '').trim();
    if (cell === '' || field === 'leave') continue;
    if (field === null) rest[headings[column] ?? String(column + 1)] = cell;
    else if (field === 'author' || field === 'editor') loose[field] = parseNames(cell);
    else if (field === 'issued') issued = foreignDate(cell);
    else if (field === 'accessed') loose[field] = foreignDate(cell);
    else if (field === 'keyword') loose[field] = keywordsOfCell(cell);
    else if (field === 'ISSN' || field === 'ISBN') loose[field] = numbersOfCell(cell);
    else if (field === 'PMID') loose[field] = /\d{4,9}/.exec(cell)?.[0];
    else if (field === 'eric') {
      if (/^E[DJ]\d+$/i.test(cell)) loose['call-number'] = cell.toUpperCase();
      else rest[headings[column] ?? field] = cell;
    } else if (field === 'included') rest['included'] = cell;
    else if (field !== 'type' && field !== 'tags') loose[field] = cell;
  }
  if (value('title') === '' && value('DOI') === '' && value('abstract') === '') {
    return { ...place, raw, outcome: { kind: 'failed', code: 'import.row-unreadable' } };
  }
  Object.assign(loose, { issued }, spreadFields(rest, { page: value('page') !== '', issued }));
  const isArticle = value('container-title') !== '' || value('DOI') !== '';
  const type = typeOfCell(value('type'));
  loose['type'] = type ?? (isArticle ? 'article-journal' : 'document');
  if (type === undefined && value('type') !== '') rest['type'] = value('type');
  const { item, remarks } = normaliseItem(loose);
  if (Object.keys(rest).length > 0) item.custom = { ...item.custom, table: rest };
  const tags = value('tags')
    .split(/\s*[;\n]\s*/)
    .filter(Boolean);
  const key = item['citation-key'] ?? '';
  return { ...place, raw, outcome: { kind: 'read', item, key, remarks, files: [], extras: { tags } } };
}

/** Our own export to CSV puts an apostrophe before what a spreadsheet would take for a formula; others write ="…". */
function unguarded(cell: string): string {
  const text = /^="(.*)"$/s.exec(cell)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
