import { fail, ok, type Result } from '../../lib/result';
import { rank, sum, tieTerm } from './basics';
import { fairCoinTwoSided, normalTwoSided } from './distributions';

const EXACT_UP_TO = 25;

/** F24, Wilcoxon signed-rank test on differences. */
export interface SignedRank {
  /** Pairs with a difference. */
  readonly n: number;
  /** Pairs without one: dropped, and said so. */
  readonly zeros: number;
  readonly wPlus: number;
  readonly wMinus: number;
  /** (W⁺ - W⁻)/(W⁺ + W⁻). */
  readonly rankBiserial: number;
  /** Which p is to be printed first: `exact` for n ≤ 25 without ties and zeros, as F24 says. */
  readonly method: 'exact' | 'normal-tie-corrected';
  /** Two-sided p of that method; the normal one is without continuity correction. */
  readonly p: number;
  /**
   * Two-sided exact p over all sign patterns of the mid-ranks, zeros dropped; null above n = 25. Without ties it is the
   * usual exact test; with ties it is conditional on them, and it is what very small groups are shown.
   */
  readonly pExact: number | null;
  /** Normal approximation with tie correction: z and p without continuity correction, and p with it. */
  readonly z: number;
  readonly pNormal: number;
  readonly pContinuity: number;
}

/**
 * Exact two-sided p: how many of the 2ⁿ sign patterns give a rank sum as far out. Mid-ranks are halves at most, so they
 * are doubled to count in whole steps; patterns are counted by adding one rank at a time.
 */
function exactSignPatterns(ranks: readonly number[], smaller: number): number {
  const doubled = ranks.map((r) => Math.round(r * 2));
  const size = sum(doubled) + 1;
  const ways = new Array<number>(size).fill(0);
  ways[0] = 1;
  for (const r of doubled) {
    for (let w = size - 1; w >= r; w -= 1) ways[w] = (ways[w] ?? 0) + (ways[w - r] ?? 0);
  }
  return Math.min(1, (2 * sum(ways.slice(0, Math.round(smaller * 2) + 1))) / 2 ** ranks.length);
}

/**
 * F24, Wilcoxon signed-rank: zeros are dropped; exact for n ≤ 25 without ties and zeros, else normal with tie correction.
 * @param differences after minus before
 * @returns `statistics.no-differences` when every difference is zero or there is none
 */
export function wilcoxonSignedRank(differences: readonly number[]): Result<SignedRank> {
  const moved = differences.filter((d) => d !== 0);
  const n = moved.length;
  const zeros = differences.length - n;
  if (n === 0) return fail('statistics.no-differences');
  const { ranks, ties } = rank(moved.map(Math.abs));
  const wPlus = sum(ranks.filter((_, i) => (moved[i] ?? 0) > 0));
  const wMinus = sum(ranks.filter((_, i) => (moved[i] ?? 0) < 0));
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ties) / 48);
  const distance = wPlus - (n * (n + 1)) / 4;
  const z = distance / spread;
  const pNormal = normalTwoSided(z);
  const pExact = n <= EXACT_UP_TO ? exactSignPatterns(ranks, Math.min(wPlus, wMinus)) : null;
  const exact = pExact !== null && ties.length === 0 && zeros === 0;
  return ok({
    n,
    zeros,
    wPlus,
    wMinus,
    rankBiserial: (wPlus - wMinus) / (wPlus + wMinus),
    method: exact ? 'exact' : 'normal-tie-corrected',
    p: exact ? pExact : pNormal,
    pExact,
    z,
    pNormal,
    pContinuity: normalTwoSided(Math.max(0, Math.abs(distance) - 0.5) / spread),
  });
}

/** F24, sign test. */
export interface SignTest {
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Two-sided, exact. */
  readonly p: number;
}

/**
 * F24, sign test: counts of rises and falls against a fair coin, equal pairs left out.
 * @param differences after minus before
 */
export function signTest(differences: readonly number[]): SignTest {
  const up = differences.filter((d) => d > 0).length;
  const down = differences.filter((d) => d < 0).length;
  return { up, down, same: differences.length - up - down, p: fairCoinTwoSided(up, up + down) };
}

/** F24, Mann-Whitney U of the first group over the second. */
export interface MannWhitney {
  readonly u: number;
  /** Two-sided, normal with tie correction and continuity. */
  readonly p: number;
  /** Cliff's δ = 2U/(n1 n2) - 1. */
  readonly cliffDelta: number;
}

/**
 * F24, Mann-Whitney U with Cliff's δ.
 * @param first values of the first group
 * @param second values of the second group
 * @returns `statistics.empty-group` when a group is empty, `statistics.no-spread` when all values are equal
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): Result<MannWhitney> {
  const n1 = first.length;
  const n2 = second.length;
  if (n1 === 0 || n2 === 0) return fail('statistics.empty-group');
  const { ranks, ties } = rank([...first, ...second]);
  const u = sum(ranks.slice(0, n1)) - (n1 * (n1 + 1)) / 2;
  const n = n1 + n2;
  const v = ((n1 * n2) / 12) * (n + 1 - tieTerm(ties) / (n * (n - 1)));
  if (!(v > 0)) return fail('statistics.no-spread');
  const z = Math.max(0, Math.abs(u - (n1 * n2) / 2) - 0.5) / Math.sqrt(v);
  return ok({ u, p: normalTwoSided(z), cliffDelta: (2 * u) / (n1 * n2) - 1 });
}

/**
 * Holm's step-down adjustment for several tests at once (domain 4.3).
 * @param pValues p of each test
 * @returns adjusted p in the same order
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let running = 0;
  order.forEach(({ p, index }, place) => {
    running = Math.max(running, Math.min(1, p * (pValues.length - place)));
    adjusted[index] = running;
  });
  return adjusted;
}
