import { fail, ok, type Result } from '../../lib/result';
import { sum, variance } from './basics';

/**
 * F12, Cronbach's α = k/(k-1) · (1 - ΣVar_i/Var_total). Items must already point the same way.
 * @param rows one row per person, one number per item
 * @returns `statistics.too-few-items` below two items, `statistics.no-spread` when totals do not vary
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): Result<number> {
  const k = rows[0]?.length ?? 0;
  if (k < 2 || rows.length < 2) return fail('statistics.too-few-items', { items: k });
  const total = variance(rows.map(sum));
  if (total === 0) return fail('statistics.no-spread');
  const items = Array.from({ length: k }, (_, item) => variance(rows.map((row) => row[item] ?? Number.NaN)));
  return ok((k / (k - 1)) * (1 - sum(items) / total));
}

/**
 * F13, ICC = σ² between / (σ² between + σ² within).
 * @param between variance between groups
 * @param within variance within groups
 */
export function intraclassCorrelation(between: number, within: number): number {
  return between / (between + within);
}

/**
 * F13, design effect DEFF = 1 + (m - 1)·ICC and effective sample size N / DEFF.
 * @param pupils N, all pupils
 * @param groupSize m, mean size of a group
 * @param icc intraclass correlation
 */
export function designEffect(
  pupils: number,
  groupSize: number,
  icc: number,
): { readonly designEffect: number; readonly effectiveN: number } {
  const deff = 1 + (groupSize - 1) * icc;
  return { designEffect: deff, effectiveN: pupils / deff };
}

/** F14: agreement of two coders. */
export interface Agreement {
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number;
}

/**
 * F14, Cohen's κ = (po - pe)/(1 - pe) from a square table of counts; quadratic weights on request.
 * @param table rows are the first coder's categories, columns the second's, same order
 * @param weights `none` for nominal codes, `quadratic` for ordered levels
 * @returns `statistics.empty-group` without cases, `statistics.no-spread` when chance alone would agree on everything
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: 'none' | 'quadratic' = 'none',
): Result<Agreement> {
  const k = table.length;
  const n = sum(table.map(sum));
  if (n === 0) return fail('statistics.empty-group');
  const rowSums = table.map(sum);
  const columnSums = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  let observed = 0;
  let expected = 0;
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      const w = weights === 'none' ? Number(i === j) : 1 - (i - j) ** 2 / (k - 1) ** 2;
      observed += (w * count) / n;
      expected += (w * (rowSums[i] ?? 0) * (columnSums[j] ?? 0)) / n ** 2;
    });
  });
  if (expected >= 1) return fail('statistics.no-spread');
  return ok({ observed, expected, kappa: (observed - expected) / (1 - expected) });
}

/** F15 for one pupil. */
export interface ReliableChange {
  readonly standardError: number;
  readonly index: number;
  /** |index| > 1.96: more than the test's own noise would usually give; a range, not a verdict. */
  readonly beyondNoise: boolean;
}

/**
 * F15: SEM = SD·√(1 - rel), RCI = (x2 - x1)/(SEM·√2).
 * @param first first score
 * @param second second score
 * @param sd standard deviation of the test
 * @param reliability between 0 and 1, below 1
 */
export function reliableChange(
  first: number,
  second: number,
  sd: number,
  reliability: number,
): ReliableChange {
  const standardError = sd * Math.sqrt(1 - reliability);
  const index = (second - first) / (standardError * Math.SQRT2);
  return { standardError, index, beyondNoise: Math.abs(index) > 1.96 };
}
