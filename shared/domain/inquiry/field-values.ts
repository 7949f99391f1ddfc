import { z } from 'zod';
import type { ColumnDefinition, FieldDefinition, RowsFieldDefinition } from './field-schema';

const cellSchema = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);

/** One row of a rows field: an id that stays with the row, and a cell for each column filled so far. */
export const fieldRowSchema = z
  .record(z.string(), cellSchema)
  .and(z.object({ id: z.string().min(1).max(80) })).readonly();

/** What a stored field may hold. Links are rows of the link table and never appear here. */
export const fieldValueSchema = z.union([
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(fieldRowSchema).max(500).readonly(),
]);

/** One row of a rows field. */
export type FieldRow = z.infer<typeof fieldRowSchema>;

/** One cell of a row. */
export type FieldCell = z.infer<typeof cellSchema>;

/** What a stored field may hold; `null` means cleared. */
export type FieldValue = string | number | boolean | null | readonly FieldRow[];

/** The values of one cycle, by field key. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

/** How many links each links field has, by field key. */
export type LinkCounts = Readonly<Record<string, number | undefined>>;

/**
 * The rows of a value, none when it holds something else.
 * @param value the value of a rows field
 */
export function rowsOf(value: FieldValue | undefined): readonly FieldRow[] {
  return typeof value === 'object' && value !== null ? value : [];
}

/**
 * The text of a value or cell, trimmed; empty when it holds something else.
 * @param value the value of a text-like field or cell
 */
export function textOf(value: FieldValue | FieldCell | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * Whether a cell of a row has been answered. An unticked box counts as not filled.
 * @param cell the cell
 */
export function isCellFilled(cell: FieldCell | undefined): boolean {
  if (typeof cell === 'string') return cell.trim() !== '';
  if (typeof cell === 'number') return Number.isFinite(cell);
  return cell === true;
}

/**
 * The rows whose required columns are all filled.
 * @param field the rows field
 * @param value its value
 */
export function completeRows(field: RowsFieldDefinition, value: FieldValue | undefined): readonly FieldRow[] {
  const required = field.columns.filter((column) => column.required);
  return rowsOf(value).filter((row) => required.every((column) => isCellFilled(row[column.key])));
}

/**
 * Whether a field has been answered: text that is not blank, a yes or a no, a ticked box, one complete row, one link.
 * @param field the field
 * @param values the values of the cycle
 * @param links the number of links of each links field
 */
export function isFieldFilled(field: FieldDefinition, values: FieldValues, links: LinkCounts): boolean {
  const value = values[field.key];
  switch (field.type) {
    case 'links':
      return (links[field.key] ?? 0) > 0;
    case 'rows':
      return completeRows(field, value).length > 0;
    case 'yes-no':
      return typeof value === 'boolean';
    case 'tick':
      return value === true;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'text':
    case 'long-text':
    case 'date':
    case 'choice':
      return textOf(value) !== '';
  }
}

/** Why a value does not fit its field. */
export type FieldProblem =
  'wrong-type' | 'not-an-option' | 'out-of-range' | 'not-a-date' | 'too-many-rows' | 'unknown-column';

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return isoDate.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function cellProblem(column: ColumnDefinition, cell: FieldCell | undefined): FieldProblem | null {
  if (cell === undefined || cell === null || cell === '') return null;
  switch (column.type) {
    case 'number':
      return typeof cell === 'number' && Number.isFinite(cell) ? null : 'wrong-type';
    case 'tick':
      return typeof cell === 'boolean' ? null : 'wrong-type';
    case 'choice':
      return column.options?.some((option) => option.id === cell) === true ? null : 'not-an-option';
    case 'date':
      return typeof cell === 'string' && isDate(cell) ? null : 'not-a-date';
    case 'text':
    case 'long-text':
    case 'stamp':
      return typeof cell === 'string' ? null : 'wrong-type';
  }
}

function rowsProblem(field: RowsFieldDefinition, value: FieldValue): FieldProblem | null {
  if (typeof value !== 'object' || value === null) return 'wrong-type';
  const rows = rowsOf(value);
  if (field.maxRows !== undefined && rows.length > field.maxRows) return 'too-many-rows';
  for (const row of rows) {
    for (const key of Object.keys(row)) {
      if (key !== 'id' && !field.columns.some((column) => column.key === key)) return 'unknown-column';
    }
    for (const column of field.columns) {
      const problem = cellProblem(column, row[column.key]);
      if (problem) return problem;
    }
  }
  return null;
}

/**
 * What is wrong with a value for this field, `null` when it fits. An empty value always fits: work in progress is stored.
 * @param field the field
 * @param value the value to store
 */
export function fieldProblem(field: FieldDefinition, value: FieldValue): FieldProblem | null {
  if (value === null) return null;
  switch (field.type) {
    case 'links':
      return 'wrong-type';
    case 'rows':
      return rowsProblem(field, value);
    case 'yes-no':
    case 'tick':
      return typeof value === 'boolean' ? null : 'wrong-type';
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrong-type';
      return value < (field.min ?? -Infinity) || value > (field.max ?? Infinity) ? 'out-of-range' : null;
    case 'choice':
      return value === '' || field.options.some((option) => option.id === value) ? null : 'not-an-option';
    case 'date':
      return value === '' || (typeof value === 'string' && isDate(value)) ? null : 'not-a-date';
    case 'text':
    case 'long-text':
      return typeof value === 'string' ? null : 'wrong-type';
  }
}

/**
 * Dates the cells that have a stamp column: a stamp changes only when the cell it watches changes, and is never taken from the input.
 * This is how "set before the data" can be shown later.
 * @param field the field
 * @param previous the stored value
 * @param next the value to be stored
 * @param now ISO 8601 UTC
 */
export function stampRows(
  field: FieldDefinition,
  previous: FieldValue | undefined,
  next: FieldValue,
  now: string,
): FieldValue {
  if (field.type !== 'rows') return next;
  const stamps = field.columns.filter((column) => column.type === 'stamp');
  if (stamps.length === 0) return next;
  const before = new Map(rowsOf(previous).map((row) => [row.id, row]));
  return rowsOf(next).map((row) => {
    const old = before.get(row.id);
    const dated = stamps.map((stamp) => {
      const watched = stamp.of ?? '';
      const filled = isCellFilled(row[watched]);
      const unchanged = old !== undefined && textOf(old[watched]) === textOf(row[watched]);
      return [stamp.key, filled ? (unchanged ? (old[stamp.key] ?? now) : now) : null] as const;
    });
    return { ...row, ...Object.fromEntries(dated), id: row.id };
  });
}
