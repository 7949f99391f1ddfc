import { fail, ok, type Result } from '../../lib/result';
import { mean, standardDeviation } from './basics';
import { smallSampleFactor } from './between-groups';
import { pearson } from './correlation';
import { around, t975, tTwoSided, Z95, type Interval } from './distributions';
import { oneGroupChangeEffect, type OneGroupChangeEffect } from './effects';

/** F6, all in one place. Fields are null where the scores have no spread to divide by. */
export interface PairedChange {
  readonly n: number;
  /** Mean difference in points of the measure (after minus before). */
  readonly difference: number;
  readonly differenceSd: number;
  readonly interval: Interval;
  readonly t: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly correlation: number | null;
  readonly gPre: OneGroupChangeEffect | null;
  readonly dAv: number | null;
  /** For planning a sample only. */
  readonly dZ: number | null;
}

/**
 * F6, change of one group: D, SD_D, t = D/(SD_D/√n), D ± t.975·SD_D/√n, g_pre = J(n-1)·D/SD_pre with
 * V = 2(1-r)/n + g²/(2n), d_av = D/√((SD1²+SD2²)/2), d_z = D/SD_D.
 * @param before scores before, in the order of the pupils
 * @param after scores after, in the same order and of the same length
 * @returns `statistics.too-few-pairs` below two pairs
 */
export function pairedChange(before: readonly number[], after: readonly number[]): Result<PairedChange> {
  if (before.length !== after.length) throw new Error('Scores before and after must be paired');
  const n = before.length;
  if (n < 2) return fail('statistics.too-few-pairs', { n });
  const differences = after.map((value, index) => value - (before[index] ?? Number.NaN));
  const difference = mean(differences);
  const differenceSd = standardDeviation(differences);
  const sdPre = standardDeviation(before);
  const sdPost = standardDeviation(after);
  const standardError = differenceSd / Math.sqrt(n);
  const df = n - 1;
  const t = differenceSd > 0 ? difference / standardError : null;
  const r = pearson(before, after);
  const averageSd = Math.sqrt((sdPre ** 2 + sdPost ** 2) / 2);
  return ok({
    n,
    difference,
    differenceSd,
    interval: around(difference, t975(df) * standardError),
    t,
    df,
    p: t === null ? null : tTwoSided(t, df),
    correlation: r,
    gPre: gPre(difference, sdPre, r, n),
    dAv: averageSd > 0 ? difference / averageSd : null,
    dZ: differenceSd > 0 ? difference / differenceSd : null,
  });
}

function gPre(difference: number, sdPre: number, r: number | null, n: number): OneGroupChangeEffect | null {
  // J(1) would be 0: with two pairs the corrected effect has no meaning.
  if (r === null || sdPre === 0 || n < 3) return null;
  const value = (smallSampleFactor(n - 1) * difference) / sdPre;
  const v = (2 * (1 - r)) / n + value ** 2 / (2 * n);
  return oneGroupChangeEffect({ measure: 'g-pre', value, interval: around(value, Z95 * Math.sqrt(v)), n });
}

/**
 * The drift that selection of low scorers alone would bring, (1 - r)(μ - M selected), if both tests have equal spread
 * (domain 4.3).
 * @param r correlation of the two tests, best taken from a whole year group
 * @param wholeMean mean of the group that the pupils were selected from
 * @param selectedMean mean before of the selected pupils
 * @returns expected change in points
 */
export function regressionToTheMean(r: number, wholeMean: number, selectedMean: number): number {
  return (1 - r) * (wholeMean - selectedMean);
}
