import { fail, ok, type Result } from '../../lib/result';
import { Z95, type Interval } from './distributions';

/** A 2 × 2 table: `a` and `b` are yes and no in the first group, `c` and `d` in the second. */
export interface TwoByTwo {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** F10. A ratio is null where its divisor is zero. */
export interface RiskComparison {
  readonly first: number;
  readonly second: number;
  readonly riskDifference: number;
  readonly riskRatio: number | null;
  readonly oddsRatio: number | null;
  readonly oddsRatioInterval: Interval | null;
  /** Null when the two shares are equal. */
  readonly numberNeededToTreat: number | null;
}

/**
 * F10: RD, RR, OR with 95 % interval through SE(ln OR), NNT = ⌈1/|RD|⌉.
 * @param table counts, none negative
 * @returns `statistics.empty-group` when a group has nobody in it
 */
export function compareRisks(table: TwoByTwo): Result<RiskComparison> {
  const { a, b, c, d } = table;
  if (a + b === 0 || c + d === 0) return fail('statistics.empty-group');
  const first = a / (a + b);
  const second = c / (c + d);
  const riskDifference = first - second;
  const oddsRatio = b * c === 0 ? null : (a * d) / (b * c);
  return ok({
    first,
    second,
    riskDifference,
    riskRatio: second === 0 ? null : first / second,
    oddsRatio,
    oddsRatioInterval: oddsInterval(table),
    numberNeededToTreat: riskDifference === 0 ? null : Math.ceil(1 / Math.abs(riskDifference)),
  });
}

function oddsInterval({ a, b, c, d }: TwoByTwo): Interval | null {
  if (a === 0 || b === 0 || c === 0 || d === 0) return null;
  const log = Math.log((a * d) / (b * c));
  const half = Z95 * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return { low: Math.exp(log - half), high: Math.exp(log + half) };
}

/**
 * F11: Wilson's score interval of a share (never Wald for small n).
 * @param successes count, 0..n
 * @param n count of all, at least 1
 */
export function wilson(successes: number, n: number): Interval {
  const share = successes / n;
  const z2 = Z95 ** 2;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
