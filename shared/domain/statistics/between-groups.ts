import { mean, standardDeviation } from './basics';
import { around, tTwoSided, Z95, type Interval } from './distributions';
import { betweenGroupEffect, type BetweenGroupEffect } from './effects';

/** Summary of one group. */
export interface GroupSummary {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** Summary of one group measured twice. */
export interface PrePostSummary {
  readonly n: number;
  readonly meanPre: number;
  readonly meanPost: number;
  readonly sdPre: number;
}

/** @param values scores of one group, at least two */
export function summarise(values: readonly number[]): GroupSummary {
  return { n: values.length, mean: mean(values), sd: standardDeviation(values) };
}

function pooledSd(
  a: { readonly n: number; readonly sd: number },
  b: { readonly n: number; readonly sd: number },
): number {
  return Math.sqrt(((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / (a.n + b.n - 2));
}

/**
 * F2, Cohen's d = (M1 - M2) / SD pooled.
 * @param first the minuend
 * @param second the subtrahend
 */
export function cohensD(first: GroupSummary, second: GroupSummary): number {
  return (first.mean - second.mean) / pooledSd(first, second);
}

/**
 * The small-sample factor J = 1 - 3 / (4 df - 1) of F3, F6 and F7.
 * @param df degrees of freedom
 */
export function smallSampleFactor(df: number): number {
  return 1 - 3 / (4 * df - 1);
}

/**
 * F4: 95 % interval of g, V = (n1+n2)/(n1 n2) + g²/(2(n1+n2)).
 * @param g Hedges' g
 * @param n1 size of the first group
 * @param n2 size of the second group
 */
export function hedgesInterval(g: number, n1: number, n2: number): Interval {
  const v = (n1 + n2) / (n1 * n2) + g ** 2 / (2 * (n1 + n2));
  return around(g, Z95 * Math.sqrt(v));
}

/**
 * F3 with F4: Hedges' g = J · d and its interval.
 * @param first the minuend
 * @param second the subtrahend
 */
export function hedgesG(first: GroupSummary, second: GroupSummary): BetweenGroupEffect {
  const value = smallSampleFactor(first.n + second.n - 2) * cohensD(first, second);
  return betweenGroupEffect({
    measure: 'hedges-g',
    value,
    interval: hedgesInterval(value, first.n, second.n),
    n: first.n + second.n,
  });
}

/**
 * Student's t for two independent groups with pooled variance, beside F2.
 * @param first the minuend
 * @param second the subtrahend
 */
export function independentT(
  first: GroupSummary,
  second: GroupSummary,
): { readonly t: number; readonly df: number; readonly p: number } {
  const df = first.n + second.n - 2;
  const t = (first.mean - second.mean) / (pooledSd(first, second) * Math.sqrt(1 / first.n + 1 / second.n));
  return { t, df, p: tTwoSided(t, df) };
}

/**
 * F7 (Morris 2008), d_ppc2 = c · [(M2T - M1T) - (M2C - M1C)] / SD pre pooled, c = 1 - 3/(4(nT+nC-2) - 1).
 * No interval is given: F7 with summary values lacks the pre-post correlation it would need.
 * @param treatment the group that had the change
 * @param comparison the group that had not
 */
export function comparedChange(treatment: PrePostSummary, comparison: PrePostSummary): BetweenGroupEffect {
  const sd = pooledSd({ n: treatment.n, sd: treatment.sdPre }, { n: comparison.n, sd: comparison.sdPre });
  const difference = differenceInDifferences(treatment, comparison);
  const value = (smallSampleFactor(treatment.n + comparison.n - 2) * difference) / sd;
  return betweenGroupEffect({ measure: 'd-ppc2', value, interval: null, n: treatment.n + comparison.n });
}

/**
 * F21, difference in differences (T2 - T1) - (C2 - C1) in points of the measure.
 * @param treatment means before and after with the change
 * @param comparison means before and after without it
 */
export function differenceInDifferences(
  treatment: Pick<PrePostSummary, 'meanPre' | 'meanPost'>,
  comparison: Pick<PrePostSummary, 'meanPre' | 'meanPost'>,
): number {
  return treatment.meanPost - treatment.meanPre - (comparison.meanPost - comparison.meanPre);
}
