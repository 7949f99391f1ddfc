/**
 * Sum of numbers.
 * @param values any numbers
 */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Arithmetic mean; NaN for an empty list.
 * @param values any numbers
 */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/**
 * Sample variance with n - 1; NaN below two values.
 * @param values any numbers
 */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const m = mean(values);
  return sum(values.map((value) => (value - m) ** 2)) / (values.length - 1);
}

/**
 * Sample standard deviation with n - 1; NaN below two values.
 * @param values any numbers
 */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(variance(values));
}

/** A copy in rising order. */
export function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

/**
 * Quantile of type 7 (linear between order statistics), as F1 asks.
 * @param values at least one number
 * @param p between 0 and 1
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = ascending(values);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** Middle value; NaN for an empty list. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Ranks from 1, ties share the mean of their places, and the sizes of the tied groups.
 * @param values any numbers
 */
export function rank(values: readonly number[]): {
  readonly ranks: readonly number[];
  readonly ties: readonly number[];
} {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  const ties: number[] = [];
  let start = 0;
  while (start < order.length) {
    let end = start;
    while (order[end + 1]?.value === order[start]?.value && end + 1 < order.length) end += 1;
    for (const entry of order.slice(start, end + 1)) ranks[entry.index] = (start + end) / 2 + 1;
    if (end > start) ties.push(end - start + 1);
    start = end + 1;
  }
  return { ranks, ties };
}

/** Σ(t³ - t) over tied groups: the tie term of every rank test's variance. */
export function tieTerm(ties: readonly number[]): number {
  return sum(ties.map((t) => t ** 3 - t));
}
