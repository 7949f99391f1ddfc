import { z } from 'zod';
import { mean, median } from '../statistics/basics';
import { describe, pairedChange, signTest, wilcoxonSignedRank, type Descriptives } from '../statistics';

/** One pupil under a pseudonym. Null is missing, never zero. */
export interface ScoreRow {
  readonly pseudonym: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Which direction is the wished one. */
export type Better = 'higher' | 'lower';

const number = z.number();
const interval = z.object({ low: number, high: number });
const descriptives = z.object({
  n: number,
  missing: number,
  mean: number.nullable(),
  sd: number.nullable(),
  median: number.nullable(),
  q1: number.nullable(),
  q3: number.nullable(),
  min: number.nullable(),
  max: number.nullable(),
});

/**
 * What a before-and-after analysis of one group stores and shows: F1, F6 and F24. Numbers only; words and rounding are
 * the view's. The effect is stored with its design, and there is on purpose no field for months.
 */
export const prePostAnalysis = z.object({
  kind: z.literal('pre-post'),
  version: z.literal(1),
  better: z.enum(['higher', 'lower']),
  /** Complete pairs: everything below is about these. */
  n: number,
  lost: z.object({ onlyBefore: number, onlyAfter: number, neither: number }),
  before: descriptives,
  after: descriptives,
  change: z
    .object({
      difference: number,
      differenceSd: number,
      interval,
      t: number.nullable(),
      df: number,
      p: number.nullable(),
      correlation: number.nullable(),
      dAv: number.nullable(),
      dZ: number.nullable(),
      effect: z
        .object({
          design: z.literal('one-group-change'),
          measure: z.literal('g-pre'),
          value: number,
          interval,
        })
        .nullable(),
    })
    .nullable(),
  medianChange: number.nullable(),
  changeRange: interval.nullable(),
  /** In the wished direction, against it, unchanged. */
  counts: z.object({ gained: number, lost: number, same: number }),
  signedRank: z
    .object({
      n: number,
      zeros: number,
      wPlus: number,
      wMinus: number,
      rankBiserial: number,
      method: z.enum(['exact', 'normal-tie-corrected']),
      p: number,
      pExact: number.nullable(),
      z: number,
      pNormal: number,
      pContinuity: number,
    })
    .nullable(),
  signP: number.nullable(),
  /** Pupils with a score before only: do they differ from those who stayed? */
  leavers: z.object({ n: number, meanBefore: number, differenceFromStayers: number }).nullable(),
});

/** See prePostAnalysis. */
export type PrePostAnalysis = z.infer<typeof prePostAnalysis>;

/** Everything that changes the result besides the rows. */
export interface AnalysisOptions {
  readonly better: Better;
}

/**
 * Analyses one group measured twice: complete pairs only, nothing imputed, and how many were lost (domain 4.2).
 * @param rows pseudonymised rows, withdrawn pupils already left out
 * @param options which direction is wished
 */
export function analysePrePost(rows: readonly ScoreRow[], options: AnalysisOptions): PrePostAnalysis {
  const pairs = rows.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [{ before, after }],
  );
  const before = pairs.map((pair) => pair.before);
  const after = pairs.map((pair) => pair.after);
  const differences = pairs.map((pair) => pair.after - pair.before);
  const sign = signTest(differences);
  const signedRank = wilcoxonSignedRank(differences);
  const missing = (read: (row: ScoreRow) => number | null): number =>
    rows.filter((row) => read(row) === null).length;
  return {
    kind: 'pre-post',
    version: 1,
    better: options.better,
    n: pairs.length,
    lost: {
      onlyBefore: rows.filter((row) => row.before !== null && row.after === null).length,
      onlyAfter: rows.filter((row) => row.before === null && row.after !== null).length,
      neither: rows.filter((row) => row.before === null && row.after === null).length,
    },
    before: withMissing(
      describe(before),
      missing((row) => row.before),
    ),
    after: withMissing(
      describe(after),
      missing((row) => row.after),
    ),
    change: change(before, after),
    medianChange: pairs.length > 0 ? median(differences) : null,
    changeRange: pairs.length > 0 ? { low: Math.min(...differences), high: Math.max(...differences) } : null,
    counts:
      options.better === 'higher'
        ? { gained: sign.up, lost: sign.down, same: sign.same }
        : { gained: sign.down, lost: sign.up, same: sign.same },
    signedRank: signedRank.ok ? signedRank.value : null,
    signP: pairs.length > 0 ? sign.p : null,
    leavers: leavers(rows, before),
  };
}

function withMissing(summary: Descriptives, missing: number): Descriptives {
  return { ...summary, missing };
}

function change(before: readonly number[], after: readonly number[]): PrePostAnalysis['change'] {
  const result = pairedChange(before, after);
  if (!result.ok) return null;
  const { difference, differenceSd, interval: range, t, df, p, correlation, dAv, dZ, gPre } = result.value;
  const effect = gPre && {
    design: gPre.design,
    measure: gPre.measure,
    value: gPre.value,
    interval: gPre.interval,
  };
  return { difference, differenceSd, interval: range, t, df, p, correlation, dAv, dZ, effect };
}

function leavers(rows: readonly ScoreRow[], stayersBefore: readonly number[]): PrePostAnalysis['leavers'] {
  const left = rows.flatMap((row) => (row.before !== null && row.after === null ? [row.before] : []));
  if (left.length === 0 || stayersBefore.length === 0) return null;
  const meanBefore = mean(left);
  return { n: left.length, meanBefore, differenceFromStayers: meanBefore - mean(stayersBefore) };
}

/**
 * A text that two analyses share if, and only if, they rest on the same scores: pseudonyms in order, so that the order of
 * rows does not matter. The service stores its SHA-256 as the inputs version.
 * @param rows rows that the analysis used
 * @param options options that it used
 */
export function inputsFingerprint(rows: readonly ScoreRow[], options: AnalysisOptions): string {
  const sorted = rows
    .map(({ pseudonym, before, after }) => [pseudonym, before, after] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify({ kind: 'pre-post', version: 1, better: options.better, rows: sorted });
}
