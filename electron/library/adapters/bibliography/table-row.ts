import Papa from 'papaparse';
import { normaliseItem, type CslDate } from '@shared/domain/bibliography';
import { SEVERAL_COLUMNS, type TableTarget } from '@shared/domain/import';
import {
  foreignDate,
  keywordsOfCell,
  localOfCells,
  numbersOfCell,
  parseNames,
  spreadFields,
  typeOfCell,
  type RecordNote,
} from '@shared/formats/bibliography';
import { decodeAllEntities } from '@shared/lib/entities';
import type { ParsedRecord } from './parsed-record';

/** Where a row stands in its file. */
export interface RowPlace {
  readonly index: number;
  readonly line: number;
}

/**
 * Makes a record of a row of a table that another program or a person wrote.
 * @param row its cells
 * @param names what each column is called, no two the same; a column beyond them is called by its number
 * @param columns what each holds; a column beyond them is carried
 */
export function readRow(
  row: readonly string[],
  names: readonly string[],
  columns: readonly TableTarget[],
  place: RowPlace,
): ParsedRecord {
  const raw = Papa.unparse([[...row]]);
  const rest: Record<string, string> = {};
  const cells = new Map<TableTarget, string[]>();
  for (const [at, cell] of row.map((text) => decodeAllEntities(text).trim()).entries()) {
    const target = columns[at] ?? 'carry';
    if (cell === '' || target === 'leave') continue;
    const known = cells.get(target);
    // Of a field that stands once, a second cell is carried: nothing is lost.
    const isSpare = target === 'carry' || (known !== undefined && !SEVERAL_COLUMNS.has(target));
    if (isSpare || !isFitting(target, cell))
      rest[target === 'included' ? 'included' : nameOf(names, at)] = cell;
    else if (known === undefined) cells.set(target, [cell]);
    else known.push(cell);
  }
  const first = (target: TableTarget): string => cells.get(target)?.[0] ?? '';
  if (first('title') === '' && first('DOI') === '' && first('abstract') === '') {
    return { ...place, raw, outcome: { kind: 'failed', code: 'import.row-unreadable' } };
  }
  const loose: Record<string, unknown> = {};
  for (const [target, [cell = '', ...more]] of cells) Object.assign(loose, fieldOf(target, cell, more));
  const issued: CslDate | undefined = cells.has('issued') ? foreignDate(first('issued')) : undefined;
  Object.assign(loose, { issued }, spreadFields(rest, { page: first('page') !== '', issued }));
  const type = typeOfCell(first('type'));
  const isArticle = first('container-title') !== '' || first('DOI') !== '';
  loose['type'] = type ?? (isArticle ? 'article-journal' : 'document');
  if (type === undefined && first('type') !== '') rest['type'] = first('type');
  const { item, remarks } = normaliseItem(loose);
  if (Object.keys(rest).length > 0) item.custom = { ...item.custom, table: rest };
  const tags = (cells.get('tags') ?? []).flatMap((cell) => cell.split(/\s*[;\n]\s*/).filter(Boolean));
  const notes = (cells.get('own-note') ?? []).map((body): RecordNote => ({ body, format: 'text' }));
  const local = localOfCells(first);
  const extras = {
    tags,
    ...(notes.length === 0 ? {} : { notes }),
    ...(Object.keys(local).length === 0 ? {} : { local }),
  };
  const key = item['citation-key'] ?? '';
  return { ...place, raw, outcome: { kind: 'read', item, key, remarks, files: [], extras } };
}

/**
 * What the columns of a table are called: their headings; numbers where there are none, and behind a heading that stood before.
 * @param headings first row; empty for a table without one
 * @param width number of columns
 */
export function columnNames(headings: readonly string[], width: number): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, at) => {
    const heading = (headings[at] ?? '').trim();
    const name = heading === '' || taken.has(heading) ? `${heading} ${String(at + 1)}`.trim() : heading;
    taken.add(name);
    return name;
  });
}

function nameOf(names: readonly string[], at: number): string {
  return names[at] ?? String(at + 1);
}

/** Whether a cell can be what its column holds; what cannot is carried with the record. */
function isFitting(target: TableTarget, cell: string): boolean {
  switch (target) {
    case 'included':
      return false;
    case 'eric':
      return /^E[DJ]\d+$/i.test(cell);
    case 'PMID':
      return /\d{4,9}/.test(cell);
    case 'read-status':
    case 'relevance':
    case 'design':
    case 'sample':
      return Object.keys(localOfCells((asked) => (asked === target ? cell : ''))).length > 0;
    default:
      return true;
  }
}

/** A cell as a field of a record; nothing for what is not bibliographic, or is found another way. */
function fieldOf(target: TableTarget, cell: string, more: readonly string[]): Record<string, unknown> {
  switch (target) {
    case 'author':
    case 'editor':
    case 'translator':
      return { [target]: [cell, ...more].flatMap((part) => parseNames(part)) };
    case 'keyword':
      return { keyword: keywordsOfCell([cell, ...more].join('; ')) };
    case 'note':
      return { note: [cell, ...more].join('\n\n') };
    case 'accessed':
      return { accessed: foreignDate(cell) };
    case 'ISSN':
    case 'ISBN':
      return { [target]: numbersOfCell(cell) };
    case 'PMID':
      return { PMID: /\d{4,9}/.exec(cell)?.[0] };
    case 'eric':
      return { 'call-number': cell.toUpperCase() };
    case 'issued':
    case 'type':
    case 'tags':
    case 'own-note':
    case 'read-status':
    case 'relevance':
    case 'design':
    case 'sample':
    case 'setting':
    case 'outcome':
    case 'included':
    case 'carry':
    case 'leave':
      return {};
    default:
      return { [target]: cell };
  }
}
