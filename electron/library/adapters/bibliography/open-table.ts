import {
  hasKeyField,
  KEY_FIELDS,
  MAX_TABLE_COLUMNS,
  type RememberedTable,
  type TablePlan,
  type TableTarget,
} from '@shared/domain/import';
import { isOwnTable, isReadable, isReferenceTable, proposeMapping } from '@shared/formats/bibliography';
import { sha256 } from '../sha256';
import type { ParsedRecord } from './parsed-record';
import { isBlank, readRows } from './read-table';

/** A table of a file: the only one of a text, or a sheet of a workbook. */
export interface TableSheet {
  /** Empty for a text. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What is known about a table before it is opened. */
export interface TableRequest {
  /** What a person decided for this file. */
  readonly plan: TablePlan | null;
  /** What was decided for other tables, by their headings. */
  readonly remembered: readonly RememberedTable[];
  /** The person chose this very file, and its name says it is a table: it may wait for its columns. */
  readonly isExpected: boolean;
}

/** Nothing is known: only what the headings say. */
export const NO_REQUEST: TableRequest = { plan: null, remembered: [], isExpected: false };

export interface TableColumn {
  /** As it stands in the table; empty when there is none. */
  readonly heading: string;
  /** One or two filled cells, cut short. */
  readonly examples: readonly string[];
}

/** How a table is read, and what a person needs to read it otherwise. */
export interface TableHead {
  /** `own`: written by this program and read as it was written; `waiting`: nobody knows yet what its columns hold. */
  readonly state: 'read' | 'waiting' | 'own';
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly hasHeadings: boolean;
  readonly columns: readonly TableColumn[];
  readonly targets: readonly TableTarget[];
  /** What the headings alone say. */
  readonly proposed: readonly TableTarget[];
  /** Stands for the headings, to remember the choice by. */
  readonly head: string;
  /** Rows that are not blank. */
  readonly rows: number;
  /** Those of them that tell which work they are about. */
  readonly records: number;
}

export interface OpenedTable {
  readonly head: TableHead;
  /** None while the table waits. */
  readonly records: Iterable<ParsedRecord>;
}

/** Rows looked through for examples. */
const EXAMPLE_ROWS = 200;
const EXAMPLES = 2;
/** Characters of an example: more than fits on its line. */
const EXAMPLE_LENGTH = 120;

/**
 * Opens a table of references.
 * @param sheets the tables of the file
 * @param request what is known about it
 * @param linesIn how many lines of the file a row takes
 * @returns how it is read and its records; undefined when nothing says that it holds references
 */
export function openTable(
  sheets: readonly TableSheet[],
  request: TableRequest,
  linesIn: (row: readonly string[]) => number = () => 1,
): OpenedTable | undefined {
  const looked = sheets.map((sheet) => look(sheet, request));
  const wanted = looked.find(({ sheet }) => sheet.name === request.plan?.sheet);
  const chosen =
    wanted ?? looked.find(({ isKnown }) => isKnown) ?? looked.find(({ body }) => body.length > 0);
  if (chosen === undefined) return undefined;
  const { sheet, start, headings, body, targets, proposed, hasHeadings, isSaid } = chosen;
  if (!chosen.isKnown && !request.isExpected && request.plan === null) return undefined;
  const isOwn = chosen.isOwn;
  const isWaiting = !isOwn && !isReadable(targets, isSaid);
  const head: TableHead = {
    state: isOwn ? 'own' : isWaiting ? 'waiting' : 'read',
    sheet: sheet.name,
    sheets: sheets.map(({ name }) => name),
    hasHeadings,
    columns: targets.map((_, at) => ({
      heading: (headings[at] ?? '').trim(),
      examples: examplesOf(body, at),
    })),
    targets,
    proposed,
    head: headKey(headings),
    rows: body.length,
    records: hasKeyField(targets) ? body.filter((row) => isRecord(row, targets)).length : 0,
  };
  if (isWaiting) return { head, records: [] };
  return {
    head,
    records: readRows(sheet.rows, { columns: isOwn ? null : targets, hasHeadings, start, linesIn }),
  };
}

/** @param headings of a table @returns the same text for the same headings, whatever their letters and blanks */
function headKey(headings: readonly string[]): string {
  return sha256(JSON.stringify(headings.map((heading) => heading.trim().toLowerCase()))).slice(0, 32);
}

interface Looked {
  readonly sheet: TableSheet;
  /** Place of the row where the table begins. */
  readonly start: number;
  readonly headings: readonly string[];
  readonly body: readonly (readonly string[])[];
  readonly hasHeadings: boolean;
  readonly targets: readonly TableTarget[];
  readonly proposed: readonly TableTarget[];
  /** A person said what the columns hold, for this table or one like it. */
  readonly isSaid: boolean;
  readonly isOwn: boolean;
  readonly isKnown: boolean;
}

function look(sheet: TableSheet, { plan, remembered, isExpected }: TableRequest): Looked {
  const hasHeadings = plan?.hasHeadings ?? true;
  const start = startOf(sheet.rows, hasHeadings, remembered);
  const filled = sheet.rows.slice(start).filter((row) => !isBlank(row));
  const headings = hasHeadings ? (filled[0] ?? []) : [];
  const body = hasHeadings ? filled.slice(1) : filled;
  const width = Math.min(widthOf(headings, body), MAX_TABLE_COLUMNS);
  const byHeading = proposeMapping(headings);
  const proposed = Array.from({ length: width }, (_, at) => byHeading[at] ?? 'carry');
  const said =
    plan?.columns ??
    (hasHeadings ? remembered.find(({ head }) => head === headKey(headings))?.columns : undefined);
  const targets = said === undefined ? proposed : proposed.map((_, at) => said[at] ?? 'carry');
  const isSaid = said !== undefined;
  const isOwn = !isSaid && isOwnTable(headings);
  const isKnown =
    isOwn ||
    (isSaid && hasKeyField(targets)) ||
    isReferenceTable(headings) ||
    (isExpected && isReadable(targets, isSaid));
  return { sheet, start, headings, body, hasHeadings, targets, proposed, isSaid, isOwn, isKnown };
}

/** Rows in which headings are looked for. */
const HEAD_ROWS = 20;

/**
 * Databases and people put a title, the search or a remark above the headings: these are the first row that is known, or else the first
 * that fills half of the table's width.
 */
function startOf(
  rows: TableSheet['rows'],
  hasHeadings: boolean,
  remembered: readonly RememberedTable[],
): number {
  const places = rows
    .slice(0, HEAD_ROWS)
    .flatMap((row, at) =>
      isBlank(row) ? [] : [{ row, at, filled: row.filter((cell) => cell.trim() !== '').length }],
    );
  const known = places.find(
    ({ row }) => isReferenceTable(row) || remembered.some(({ head }) => head === headKey(row)),
  );
  const widest = places.reduce((most, { filled }) => Math.max(most, filled), 0);
  const wide = places.find(({ filled }) => filled * 2 >= widest);
  return (
    (hasHeadings ? (known ?? wide) : places[0])?.at ??
    Math.max(
      rows.findIndex((row) => !isBlank(row)),
      0,
    )
  );
}

/** Columns that something stands in: spreadsheets say of empty ones too that they are there. */
function widthOf(headings: readonly string[], body: readonly (readonly string[])[]): number {
  const filled = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;
  return body.reduce((widest, row) => Math.max(widest, filled(row)), filled(headings));
}

function isRecord(row: readonly string[], targets: readonly TableTarget[]): boolean {
  return targets.some((target, at) => KEY_FIELDS.includes(target) && (row[at] ?? '').trim() !== '');
}

function examplesOf(body: readonly (readonly string[])[], at: number): readonly string[] {
  const found = new Set<string>();
  for (const row of body.slice(0, EXAMPLE_ROWS)) {
    const cell = (row[at] ?? '').replace(/\s+/g, ' ').trim();
    if (cell !== '') found.add(cell.length > EXAMPLE_LENGTH ? `${cell.slice(0, EXAMPLE_LENGTH)}…` : cell);
    if (found.size >= EXAMPLES) break;
  }
  return [...found];
}
