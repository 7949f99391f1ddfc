import { isSolved, type SuppressedCell, type TableShape } from './solvability';

/** Limits of domain 4.4. For a shared file they may only be raised. */
export interface SuppressionLimits {
  /** Counts from 1 up to, not including, this are hidden ("<5"). */
  readonly cell: number;
  /** Means and effects of groups below this are withheld ("n<10"). */
  readonly group: number;
}

/** The defaults, and the lowest values a shared file may have. */
export const DEFAULT_LIMITS: SuppressionLimits = { cell: 5, group: 10 };

/**
 * The limits to use, never below the defaults.
 * @param wished limits asked for
 */
export function atLeastDefault(wished: Partial<SuppressionLimits>): SuppressionLimits {
  return {
    cell: Math.max(DEFAULT_LIMITS.cell, wished.cell ?? 0),
    group: Math.max(DEFAULT_LIMITS.group, wished.group ?? 0),
  };
}

/** A cell as the shared file shows it. */
export type SharedCell =
  | { readonly kind: 'shown'; readonly count: number }
  /** 1 to limit - 1: printed as "<5". */
  | { readonly kind: 'few' }
  /** Hidden so that a neighbour cannot be worked out. */
  | { readonly kind: 'hidden' };

/** A table of counts with its margins, ready to be shared. */
export interface SharedTable {
  readonly cells: readonly (readonly SharedCell[])[];
  readonly rowTotals: readonly SharedCell[];
  readonly columnTotals: readonly SharedCell[];
  readonly total: SharedCell;
}

/**
 * Suppresses a table of counts with all its totals (domain 4.4): small counts become "<5", then further cells are hidden
 * until no hidden cell can be worked out from the shown ones, the totals and the meaning of "<5".
 * @param counts rows of whole numbers, not negative, all of one length
 * @param limits see SuppressionLimits; raised to the defaults if lower
 */
export function suppressTable(
  counts: readonly (readonly number[])[],
  limits: SuppressionLimits = DEFAULT_LIMITS,
): SharedTable {
  const { cell: limit } = atLeastDefault(limits);
  const shape = withTotals(counts);
  const state: SharedCell[] = shape.values.map((count) =>
    count > 0 && count < limit ? { kind: 'few' } : { kind: 'shown', count },
  );
  const asSuppressed = (): readonly SuppressedCell[] =>
    state.map((cell, index) => {
      const value = shape.values[index] ?? 0;
      if (cell.kind === 'shown') return { value, low: value, high: value, hidden: false };
      if (cell.kind === 'few') return { value, low: 1, high: limit - 1, hidden: true };
      return { value, low: 0, high: Number.POSITIVE_INFINITY, hidden: true };
    });
  for (;;) {
    const cells = asSuppressed();
    const solved = cells.findIndex((cell, index) => cell.hidden && isSolved(shape, cells, index));
    if (solved < 0) break;
    const helper = nextToHide(shape, state, solved);
    if (helper < 0) break;
    state[helper] = { kind: 'hidden' };
  }
  return toSharedTable(shape, state);
}

/**
 * Suppresses a single list of counts that add up to a total.
 * @param counts whole numbers, not negative
 * @param limits see SuppressionLimits
 */
export function suppressCounts(
  counts: readonly number[],
  limits: SuppressionLimits = DEFAULT_LIMITS,
): { readonly cells: readonly SharedCell[]; readonly total: SharedCell } {
  const table = suppressTable([counts], limits);
  return { cells: table.cells[0] ?? [], total: table.total };
}

function withTotals(
  counts: readonly (readonly number[])[],
): TableShape & { readonly values: readonly number[] } {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== columns)) throw new Error('Rows of a table must have one length');
  // A single row has its counts for column totals already; printing them twice would only repeat the cells.
  const totalRow = rows > 1;
  const totalColumn = columns > 1 || rows === 1;
  const add = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const body = counts.map((row) => (totalColumn ? [...row, add(row)] : [...row]));
  const width = columns + Number(totalColumn);
  const bottom = Array.from({ length: width }, (_, column) => add(body.map((row) => row[column] ?? 0)));
  const all = totalRow ? [...body, bottom] : body;
  return { rows: all.length, columns: width, totalRow, totalColumn, values: all.flat() };
}

/** The cheapest visible cell that shares a row or column with the solved one: small counts first, totals last. */
function nextToHide(
  shape: TableShape & { readonly values: readonly number[] },
  state: readonly SharedCell[],
  solved: number,
): number {
  const row = Math.floor(solved / shape.columns);
  const column = solved % shape.columns;
  const cost = (index: number): number => {
    const isTotal =
      (shape.totalRow && Math.floor(index / shape.columns) === shape.rows - 1) ||
      (shape.totalColumn && index % shape.columns === shape.columns - 1);
    const count = shape.values[index] ?? 0;
    return (isTotal ? 1e9 : 0) + (count === 0 ? 1e6 : count);
  };
  const visible = state.map((_, index) => index).filter((index) => state[index]?.kind === 'shown');
  const near = visible.filter(
    (index) => Math.floor(index / shape.columns) === row || index % shape.columns === column,
  );
  const candidates = near.length > 0 ? near : visible;
  return candidates.reduce((best, index) => (best < 0 || cost(index) < cost(best) ? index : best), -1);
}

function toSharedTable(shape: TableShape, state: readonly SharedCell[]): SharedTable {
  const at = (row: number, column: number): SharedCell =>
    state[row * shape.columns + column] ?? { kind: 'hidden' };
  const rows = shape.rows - Number(shape.totalRow);
  const columns = shape.columns - Number(shape.totalColumn);
  const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
  const columnTotals = shape.totalRow
    ? range(columns).map((column) => at(shape.rows - 1, column))
    : range(columns).map((column) => at(0, column));
  const rowTotals = shape.totalColumn
    ? range(rows).map((row) => at(row, shape.columns - 1))
    : range(rows).map((row) => at(row, 0));
  return {
    cells: range(rows).map((row) => range(columns).map((column) => at(row, column))),
    rowTotals,
    columnTotals,
    total: at(shape.rows - 1, shape.columns - 1),
  };
}

/** A percentage for a shared file. */
export type SharedPercentage =
  | { readonly kind: 'shown'; readonly percent: number }
  /** 0 % or 100 % of a sensitive attribute would tell something about everybody. */
  | { readonly kind: 'masked' }
  | { readonly kind: 'withheld' };

/**
 * A share for a shared file: withheld for small groups and small counts, masked at 0 and 100 % of a sensitive attribute.
 * @param count how many
 * @param n of how many
 * @param sensitive whether the attribute is sensitive (need, health, origin)
 * @param limits see SuppressionLimits
 */
export function sharedPercentage(
  count: number,
  n: number,
  sensitive: boolean,
  limits: SuppressionLimits = DEFAULT_LIMITS,
): SharedPercentage {
  const { cell, group } = atLeastDefault(limits);
  if (sensitive && (count === 0 || count === n)) return { kind: 'masked' };
  const few = (value: number): boolean => value > 0 && value < cell;
  if (n < group || few(count) || few(n - count)) return { kind: 'withheld' };
  return { kind: 'shown', percent: (count / n) * 100 };
}

/**
 * Combinations of shared attributes that fewer than k people have (domain 4.7).
 * @param rows one record of attribute values per person
 * @param attributes the attributes that would be shared
 * @param k smallest group that is safe
 * @returns the rare combinations with their counts, rarest first
 */
export function rareCombinations(
  rows: readonly Readonly<Record<string, string>>[],
  attributes: readonly string[],
  k = 5,
): readonly { readonly values: readonly string[]; readonly count: number }[] {
  const groups = new Map<string, { readonly values: readonly string[]; count: number }>();
  for (const row of rows) {
    const values = attributes.map((attribute) => row[attribute] ?? '');
    const name = JSON.stringify(values);
    const group = groups.get(name) ?? { values, count: 0 };
    group.count += 1;
    groups.set(name, group);
  }
  return [...groups.values()].filter(({ count }) => count < k).sort((a, b) => a.count - b.count);
}
