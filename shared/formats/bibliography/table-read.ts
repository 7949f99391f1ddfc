import { z } from 'zod';
import {
  isDateVariable,
  isNameVariable,
  normaliseItem,
  type NormalisedItem,
} from '../../domain/bibliography';
import type { RecordExtras } from './extras';
import { dateOfCell, jsonOfCell, listOfCell, namesOfCell, pathsOfCell } from './table-cells';
import { LOCAL_COLUMNS, OWN_COLUMNS, OWN_HEAD } from './table-write';

const noteList = z.array(z.object({ body: z.string(), format: z.enum(['html', 'text']) }));
const anyObject = z.record(z.string(), z.unknown());
const localColumns: ReadonlySet<string> = new Set(LOCAL_COLUMNS);

/** @param headings first row @returns whether this program wrote the table, so that each cell is read as it was written */
export function isOwnTable(headings: readonly string[]): boolean {
  return (
    OWN_HEAD.every((heading, at) => headings[at] === heading) &&
    headings.every((heading) => OWN_COLUMNS.has(heading))
  );
}

/**
 * A row of a table of ours.
 * @param headings first row
 * @param row cells below them
 * @returns the record, what is odd in it, and what hangs on it
 */
export function readOwnRow(
  headings: readonly string[],
  row: readonly string[],
): NormalisedItem & { readonly extras: RecordExtras } {
  const cells = new Map(
    headings.map((heading, at) => [heading, row[at] ?? ''] as const).filter(([, cell]) => cell !== ''),
  );
  const loose: Record<string, unknown> = {};
  for (const [name, cell] of cells) {
    if (localColumns.has(name)) continue;
    if (isNameVariable(name)) loose[name] = namesOfCell(cell);
    else if (isDateVariable(name)) loose[name] = dateOfCell(cell);
    else loose[name] = cell;
  }
  const custom = anyObject.safeParse(jsonOfCell(cells.get('custom') ?? ''));
  const { item, remarks } = normaliseItem(custom.success ? { ...loose, custom: custom.data } : loose);
  return { item, remarks, extras: extrasOf(cells) };
}

function extrasOf(cells: ReadonlyMap<string, string>): RecordExtras {
  const notes = noteList.safeParse(jsonOfCell(cells.get('notes') ?? ''));
  const education = anyObject.safeParse(jsonOfCell(cells.get('education') ?? ''));
  const readStatus = cells.get('read-status');
  const relevance = Number(cells.get('relevance') ?? Number.NaN);
  const design = cells.get('design');
  const dateAdded = cells.get('date-added');
  return {
    tags: listOfCell(cells.get('tags') ?? ''),
    collections: pathsOfCell(cells.get('collections') ?? ''),
    ...(notes.success ? { notes: notes.data } : {}),
    ...(dateAdded === undefined || Number.isNaN(Date.parse(dateAdded)) ? {} : { dateAdded }),
    local: {
      ...(readStatus === undefined ? {} : { readStatus }),
      ...(Number.isInteger(relevance) && relevance >= 1 && relevance <= 5 ? { relevance } : {}),
      ...(design === undefined ? {} : { design }),
      ...(education.success ? { education: education.data } : {}),
    },
  };
}
