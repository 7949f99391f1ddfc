import {
  cslDateSchema,
  cslNameSchema,
  dateToIso,
  parseDate,
  parseName,
  type CslDate,
  type CslName,
} from '../../domain/bibliography';
import { z } from 'zod';

/**
 * Values of a record as cells of a table and back. What a person would write is used where it reads back as the same value; what would
 * not (a particle of a name, a season) is written as JSON, so that nothing is lost.
 */

const nameList = z.array(cslNameSchema);
const textList = z.array(z.string());
const pathList = z.array(z.array(z.string()));

/** "Koval, Olena; Bondar, Iryna", "Koval O., Bondar I." or one name per line. */
export function parseNames(cell: string): readonly CslName[] {
  const separator = /[;|\n]/.test(cell) ? /\s*[;|\n]\s*/ : / and /.test(cell) ? / and / : undefined;
  const initials = /^[^,]+ (?:\p{Lu}\.?-?)+(?:, [^,]+ (?:\p{Lu}\.?-?)+)+$/u.test(cell);
  // One database ends its list with a full stop.
  const list = /^[^.]+\.$/.test(cell) ? cell.slice(0, -1) : cell;
  const parts = separator !== undefined ? cell.split(separator) : initials ? list.split(/,\s*/) : [cell];
  return parts.flatMap((part) => {
    const name = parseName(part.replace(/^and (?=\S)/, ''));
    return name === undefined || /^(?:et\.? al\.?|others)$/i.test(part.trim()) ? [] : [name];
  });
}

/** @param names creators of one role @returns a cell that `namesOfCell` reads back as the same names */
export function nameCell(names: readonly CslName[]): string {
  const text = names
    .map(
      ({ family, given, suffix, literal }) => literal ?? [family, given, suffix].filter(Boolean).join(', '),
    )
    .join('; ');
  return same(parseNames(text), names) && !isJson(text) ? text : JSON.stringify(names);
}

/** @param cell as `nameCell` wrote it, or as a person would */
export function namesOfCell(cell: string): readonly CslName[] {
  const stored = nameList.safeParse(json(cell));
  return stored.success ? stored.data : parseNames(cell);
}

/** @param date a CSL date @returns a cell that `dateOfCell` reads back as the same date */
export function dateCell(date: CslDate): string {
  const text = `${dateToIso(date)}${date.circa === true ? '~' : ''}`;
  return same(parseDate(text), date) ? text : JSON.stringify(date);
}

/** @param cell as `dateCell` wrote it, or as a person would */
export function dateOfCell(cell: string): CslDate | undefined {
  const stored = cslDateSchema.safeParse(json(cell));
  return stored.success ? stored.data : parseDate(cell);
}

/** @param values names of tags @returns a cell that `listOfCell` reads back */
export function listCell(values: readonly string[]): string {
  const text = values.join('; ');
  return same(splitList(text), values) && !isJson(text) ? text : JSON.stringify(values);
}

/** @param cell values parted by semicolons or lines */
export function listOfCell(cell: string): readonly string[] {
  const stored = textList.safeParse(json(cell));
  return stored.success ? stored.data : splitList(cell);
}

/** @param paths collections, each as names from the outermost on @returns a cell that `pathsOfCell` reads back */
export function pathsCell(paths: readonly (readonly string[])[]): string {
  const text = listCell(paths.map((path) => path.join(' > ')));
  return same(pathsOfCell(text), paths) ? text : JSON.stringify(paths);
}

/** @param cell paths with " > " between the names of one and semicolons between them */
export function pathsOfCell(cell: string): readonly (readonly string[])[] {
  const stored = pathList.safeParse(json(cell));
  return stored.success ? stored.data : listOfCell(cell).map((path) => path.split(' > '));
}

/** @param cell JSON as it was written @returns the value; undefined when it is none */
export function jsonOfCell(cell: string): unknown {
  return json(cell);
}

function splitList(cell: string): readonly string[] {
  return cell
    .split(/\s*[;\n]\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function isJson(text: string): boolean {
  return json(text) !== undefined;
}

function json(cell: string): unknown {
  if (!/^[[{]/.test(cell)) return undefined;
  try {
    return JSON.parse(cell);
  } catch {
    // A cell that only looks like JSON is a person's text.
    return undefined;
  }
}

/** Equal whatever the order of the keys. */
function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
