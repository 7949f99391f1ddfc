import { fullName } from './creators';
import { isDateVariable, isNameVariable, type CslItem } from './csl-item';
import { dateToIso } from './dates';

/** What speaks for keeping one record of several (peers (c): most attachments and notes, then an abstract, then the oldest). */
export interface KeeperFacts {
  readonly id: string;
  /** Attachments, notes and annotations together. */
  readonly work: number;
  readonly hasAbstract: boolean;
  /** ISO 8601 time. */
  readonly addedAt: string;
}

/** @param records at least one @returns id of the record to keep */
export function proposeKeeper(records: readonly KeeperFacts[]): string {
  const [best] = [...records].sort(
    (a, b) =>
      b.work - a.work ||
      Number(b.hasAbstract) - Number(a.hasAbstract) ||
      (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  );
  if (best === undefined) throw new Error('no record to choose from');
  return best.id;
}

/** Not a matter of choice between records: bookkeeping, and the key, which follows the keeper. */
const NOT_CHOSEN = new Set(['id', 'custom', 'citation-key']);

/** @param items records @returns names of the fields that any of them has, in the order of the first that has them */
export function mergeableFields(items: readonly CslItem[]): readonly string[] {
  const names = new Set(items.flatMap((item) => Object.keys(item)));
  return [...names].filter((name) => !NOT_CHOSEN.has(name));
}

/**
 * @param item a record @param field name of a CSL variable
 * @returns its value as a person reads it (names one per line, dates ISO 8601); empty when it has none
 */
export function fieldText(item: CslItem, field: string): string {
  if (isNameVariable(field)) return (item[field] ?? []).map(fullName).join('\n');
  if (isDateVariable(field)) {
    const date = item[field];
    return date === undefined ? '' : dateToIso(date);
  }
  const value = valueOf(item, field);
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

/**
 * Joins records: each field comes from the record it was chosen from, else from the keeper, else from the first other
 * that has it. Unknown fields of all are kept; where they differ the keeper's stay in place.
 * @param keeper the record to keep @param others the records that go, each with its id
 * @param choices field -> id of the record whose value is wanted
 */
export function mergeItems(
  keeper: CslItem,
  others: readonly { readonly id: string; readonly csl: CslItem }[],
  choices: Readonly<Record<string, string>> = {},
): {
  readonly merged: Readonly<Record<string, unknown>>;
  readonly takenFrom: Readonly<Record<string, string>>;
} {
  const merged: Record<string, unknown> = { ...keeper };
  const takenFrom: Record<string, string> = {};
  for (const field of mergeableFields([keeper, ...others.map(({ csl }) => csl)])) {
    const chosen = others.find(({ id }) => id === choices[field]);
    const source =
      chosen ??
      (valueOf(keeper, field) === undefined
        ? others.find(({ csl }) => valueOf(csl, field) !== undefined)
        : undefined);
    if (source === undefined) continue;
    const value = valueOf(source.csl, field);
    if (value === undefined) continue;
    merged[field] = value;
    takenFrom[field] = source.id;
  }
  const custom = others.reduce<Readonly<Record<string, unknown>>>(
    (kept, { csl }) => joinUnknown(kept, csl.custom ?? {}),
    keeper.custom ?? {},
  );
  if (Object.keys(custom).length > 0) merged['custom'] = custom;
  return { merged, takenFrom };
}

/** Two levels, as unknown fields lie below the format they came from: custom.bibtex.groups. */
function joinUnknown(
  kept: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const joined: Record<string, unknown> = { ...kept };
  for (const [key, value] of Object.entries(more)) {
    const own = joined[key];
    if (own === undefined) joined[key] = value;
    else if (isRecord(own) && isRecord(value)) joined[key] = { ...value, ...own };
    else if (isList(own) && isList(value)) joined[key] = [...own, ...value];
  }
  return joined;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the stored value of a field by its name */
export function valueOf(item: CslItem, field: string): unknown {
  return Object.entries(item).find(([name]) => name === field)?.[1];
}
