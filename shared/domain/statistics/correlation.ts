import { fail, ok, type Result } from '../../lib/result';
import { mean, rank, sum } from './basics';
import { Z95, type Interval } from './distributions';

/**
 * F8, Pearson's r; null when either side has no spread.
 * @param x first values
 * @param y second values, paired with the first
 */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  const mx = mean(x);
  const my = mean(y);
  const sxx = sum(x.map((value) => (value - mx) ** 2));
  const syy = sum(y.map((value) => (value - my) ** 2));
  if (!(sxx > 0) || !(syy > 0)) return null;
  const sxy = sum(x.map((value, index) => (value - mx) * ((y[index] ?? Number.NaN) - my)));
  return Math.max(-1, Math.min(1, sxy / Math.sqrt(sxx * syy)));
}

/**
 * Spearman's rank correlation, offered beside F8 for ranks and levels.
 * @param x first values
 * @param y second values, paired with the first
 */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return pearson(rank(x).ranks, rank(y).ranks);
}

/**
 * F8, 95 % interval of r: z' = atanh r, SE = 1/√(n-3), transformed back.
 * @param r correlation
 * @param n number of pairs
 * @returns `statistics.too-few-pairs` below four pairs
 */
export function correlationInterval(r: number, n: number): Result<Interval> {
  if (n < 4) return fail('statistics.too-few-pairs', { n });
  const z = Math.atanh(r);
  const half = Z95 / Math.sqrt(n - 3);
  return ok({ low: Math.tanh(z - half), high: Math.tanh(z + half) });
}
