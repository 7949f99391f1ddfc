import { normaliseItem, type CslItem } from '@shared/domain/bibliography';
import { fromLatex, fromWeb } from '@shared/formats/bibliography';
import { decodeAllEntities } from '@shared/lib/entities';
import type { ParsedRecord } from './parsed-record';

/** Entities, tags, and brackets or backslashes as LaTeX writes them around signs. */
const TELLS = /&[#a-z]|<[/a-z]|\{.{1,3}\}|\\["&$%#_'`^~=.]/i;
/** What only LaTeX writes: `{\&}`, `{''}`, `{[}`, `\&`, `{\"o}`. */
const LATEX = /\{(?:\\[&%$#_"'`^~=.]\w?|''|``|[[\]&"%])\}|\\[&%](?!\w)|\\["'`^~]\{\w\}/;
/** Values that are no text. */
const VERBATIM = new Set(['custom', 'citation-key', 'id', 'type']);
const ADDRESSES = new Set(['URL', 'DOI']);

/**
 * Takes out of a record what programs have left in its text on the way through web pages and BibTeX. Not for BibTeX itself, whose
 * reader does so.
 * @param record as read
 * @returns the same record when there is nothing to tidy
 */
export function tidyRecord(record: ParsedRecord): ParsedRecord {
  if (record.outcome.kind !== 'read' || !TELLS.test(record.raw)) return record;
  const { item } = record.outcome;
  const tidied = Object.fromEntries(
    Object.entries(item).map(([key, value]: readonly [string, unknown]) => [key, tidyValue(key, value)]),
  );
  // What was nothing but tags is gone.
  return { ...record, outcome: { ...record.outcome, item: renewed(item, tidied) } };
}

/**
 * @param item as it was read @param values its fields with changed texts
 * @returns the item with these values in the shape that every record has
 */
export function renewed(item: CslItem, values: Readonly<Record<string, unknown>>): CslItem {
  const whole = normaliseItem(values).item;
  return item['citation-key'] === undefined ? whole : { ...whole, 'citation-key': item['citation-key'] };
}

function tidyValue(key: string, value: unknown): unknown {
  if (VERBATIM.has(key)) return value;
  if (typeof value === 'string') return ADDRESSES.has(key) ? address(value) : tidyText(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => tidyValue('', entry));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([part, entry]: readonly [string, unknown]) => [part, tidyValue(part, entry)]),
  );
}

function tidyText(text: string): string {
  if (!TELLS.test(text)) return text;
  return fromWeb(LATEX.test(text) ? fromLatex(text) : text)
    .replace(/\n\s*\n\s*/g, '\n')
    .trim();
}

/** Brackets stand in no address and in no DOI. */
function address(text: string): string {
  return decodeAllEntities(text)
    .replace(/\{(.)\}/g, '$1')
    .replace(/\\(?=[_&%#])/g, '');
}
