import Papa from 'papaparse';
import {
  CSL_ITEM_TYPES,
  normaliseItem,
  parseDate,
  parseName,
  type CslItemType,
  type CslName,
} from '@shared/domain/bibliography';
import { proposeMapping, type TableField } from '@shared/formats/bibliography';
import type { ParsedRecord } from './parsed-record';

/** Words of databases for types, in lower case. */
const TYPES: Readonly<Record<string, CslItemType>> = {
  article: 'article-journal',
  'journal article': 'article-journal',
  'journal articles': 'article-journal',
  review: 'article-journal',
  book: 'book',
  books: 'book',
  'book chapter': 'chapter',
  'conference paper': 'paper-conference',
  'proceedings paper': 'paper-conference',
  report: 'report',
  reports: 'report',
  thesis: 'thesis',
  dissertation: 'thesis',
  'dissertations/theses': 'thesis',
};

/**
 * Reads a table of references (CSV, tab-separated or with semicolons), one record per row.
 * @param text whole file, decoded
 * @param mapping field per column; found by the headings when not given
 */
export function* readTable(text: string, mapping?: readonly (TableField | null)[]): Generator<ParsedRecord> {
  const { data } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    header: false,
    skipEmptyLines: false,
  });
  const [headings = [], ...rows] = data;
  const fields = mapping ?? proposeMapping(headings);
  let line = 1 + linesIn(headings);
  let index = 0;
  for (const row of rows) {
    const at = line;
    line += linesIn(row);
    if (row.every((cell) => cell.trim() === '')) continue;
    yield readRow(row, headings, fields, { index, line: at });
    index += 1;
  }
}

/** The headings tell the separator: no heading of a database holds one. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const count = (mark: string): number => head.split(mark).length;
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** A quoted cell may run over several lines. */
function linesIn(row: readonly string[]): number {
  return 1 + row.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
}

function readRow(
  row: readonly string[],
  headings: readonly string[],
  fields: readonly (TableField | null)[],
  place: { readonly index: number; readonly line: number },
): ParsedRecord {
  const raw = Papa.unparse([[...row]]);
  const value = (field: TableField): string => unguarded(row[fields.indexOf(field)] ?? '').trim();
  const loose: Record<string, unknown> = {};
  const rest: Record<string, string> = {};
  for (const [column, field] of fields.entries()) {
    const cell = unguarded(row[column] ?? '').trim();
    if (cell === '') continue;
    if (field === null) rest[headings[column] ?? String(column + 1)] = cell;
    else if (field === 'author' || field === 'editor') loose[field] = names(cell);
    else if (field === 'issued' || field === 'accessed') loose[field] = parseDate(cell);
    else if (field === 'keyword')
      loose[field] = cell
        .split(/\s*[;\n]\s*/)
        .filter(Boolean)
        .join(', ');
    else if (field === 'eric') {
      if (/^E[DJ]\d+$/i.test(cell)) loose['call-number'] = cell.toUpperCase();
      else rest[headings[column] ?? field] = cell;
    } else if (field === 'included') rest['included'] = cell;
    else if (field !== 'type' && field !== 'tags') loose[field] = cell;
  }
  if (value('title') === '' && value('DOI') === '' && value('abstract') === '') {
    return { ...place, raw, outcome: { kind: 'failed', code: 'import.row-unreadable' } };
  }
  const word = value('type').toLowerCase().split(/[|;,]/)[0]?.trim() ?? '';
  const own = CSL_ITEM_TYPES.find((type) => type === word);
  const isArticle = value('container-title') !== '' || value('DOI') !== '';
  loose['type'] = own ?? TYPES[word] ?? (isArticle ? 'article-journal' : 'document');
  if (own === undefined && TYPES[word] === undefined && value('type') !== '') rest['type'] = value('type');
  const { item, remarks } = normaliseItem(loose);
  if (Object.keys(rest).length > 0) item.custom = { ...item.custom, table: rest };
  const tags = value('tags')
    .split(/\s*[;\n]\s*/)
    .filter(Boolean);
  const key = item['citation-key'] ?? '';
  return { ...place, raw, outcome: { kind: 'read', item, key, remarks, files: [], extras: { tags } } };
}

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** "Koval, Olena; Bondar, Iryna", "Koval O., Bondar I." or one name per line. */
function names(cell: string): readonly CslName[] {
  const separator = /[;|\n]/.test(cell) ? /\s*[;|\n]\s*/ : / and /.test(cell) ? / and / : undefined;
  const initials = /^[^,]+ (?:\p{Lu}\.?-?)+(?:, [^,]+ (?:\p{Lu}\.?-?)+)+$/u.test(cell);
  const parts = separator !== undefined ? cell.split(separator) : initials ? cell.split(/,\s*/) : [cell];
  return parts.flatMap((part) => {
    const name = parseName(part);
    return name === undefined ? [] : [name];
  });
}
