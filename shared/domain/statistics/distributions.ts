import jstat from 'jstat';

/** z for a two-sided 95 % interval (domain 2.4). */
export const Z95 = 1.959964;

/** An interval on some scale; `low <= high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * An interval around a middle.
 * @param middle point estimate
 * @param half half width, not negative
 */
export function around(middle: number, half: number): Interval {
  return { low: middle - half, high: middle + half };
}

/** Φ(x), the standard normal distribution function. */
export function normalCdf(x: number): number {
  return jstat.normal.cdf(x, 0, 1);
}

/** Two-sided p for a standard normal statistic. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}

/**
 * The 97.5 % point of Student's t.
 * @param df degrees of freedom, at least 1
 */
export function t975(df: number): number {
  return jstat.studentt.inv(0.975, df);
}

/**
 * Two-sided p of a t statistic through the incomplete beta function, which keeps its precision far out in the tail.
 * @param t the statistic
 * @param df degrees of freedom, at least 1
 */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, jstat.ibeta(df / (df + t * t), df / 2, 0.5));
}

/**
 * Two-sided exact p of a fair-coin count (sign test).
 * @param successes count on one side
 * @param trials count on both sides
 */
export function fairCoinTwoSided(successes: number, trials: number): number {
  const tail = Math.min(successes, trials - successes);
  let term = 2 ** -trials;
  let sum = term;
  for (let k = 1; k <= tail; k += 1) {
    term = (term * (trials - k + 1)) / k;
    sum += term;
  }
  return Math.min(1, 2 * sum);
}
