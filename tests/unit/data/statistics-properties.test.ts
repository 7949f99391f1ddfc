import fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import { quantile, rank } from '@shared/domain/statistics/basics';
import { attrition, differenceInDifferences } from '@shared/domain/statistics';
import {
  cohenKappa,
  describe,
  dToR,
  hedgesG,
  holm,
  intraclassCorrelation,
  pairedChange,
  pearson,
  predictionInterval,
  regressionToTheMean,
  reliableChange,
  signTest,
  spearman,
  wilcoxonSignedRank,
  wilson,
  wordProbabilityValue,
} from '@shared/domain/statistics';
import { valueOf } from '../../builders/scores';

const score = fc.integer({ min: 0, max: 100 });
const scores = fc.array(score, { minLength: 3, maxLength: 40 });
const pairs = fc.array(fc.tuple(score, score), { minLength: 3, maxLength: 40 });

/** Every sign pattern in turn: the definition of the exact signed-rank p. */
function bruteForceP(differences: readonly number[]): number {
  const { ranks } = rank(differences.map(Math.abs));
  const total = ranks.reduce((a, b) => a + b, 0);
  const observed = ranks.reduce((a, r, i) => a + ((differences[i] ?? 0) > 0 ? r : 0), 0);
  const tail = Math.min(observed, total - observed);
  let hits = 0;
  for (let mask = 0; mask < 2 ** ranks.length; mask += 1) {
    const w = ranks.reduce((a, r, i) => a + ((mask >> i) & 1) * r, 0);
    if (w <= tail) hits += 1;
  }
  return Math.min(1, (2 * hits) / 2 ** ranks.length);
}

group('statistics, properties', () => {
  it('exact signed-rank p equals the count over all sign patterns, with and without ties', () => {
    const moved = fc.array(
      fc.integer({ min: -12, max: 12 }).filter((d) => d !== 0),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(moved, (differences) => {
        expect(valueOf(wilcoxonSignedRank(differences)).pExact).toBeCloseTo(bruteForceP(differences), 10);
      }),
      { numRuns: 60 },
    );
  });

  it('chooses the exact method only without ties and zeros and up to 25 pairs', () => {
    const distinct = (n: number): number[] =>
      Array.from({ length: n }, (_, i) => (i % 3 === 0 ? -1 : 1) * (i + 1));
    expect(valueOf(wilcoxonSignedRank(distinct(25))).method).toBe('exact');
    expect(valueOf(wilcoxonSignedRank(distinct(26)))).toMatchObject({
      method: 'normal-tie-corrected',
      pExact: null,
    });
    expect(valueOf(wilcoxonSignedRank([0, ...distinct(9)])).method).toBe('normal-tie-corrected');
    expect(valueOf(wilcoxonSignedRank([1, 1, 2, 3])).method).toBe('normal-tie-corrected');
    expect(wilcoxonSignedRank([0, 0])).toMatchObject({
      ok: false,
      error: { code: 'statistics.no-differences' },
    });
  });

  it('turning the pairs round turns the sign of the change and keeps p', () => {
    fc.assert(
      fc.property(pairs, (data) => {
        const before = data.map(([a]) => a);
        const after = data.map(([, b]) => b);
        const there = valueOf(pairedChange(before, after));
        const back = valueOf(pairedChange(after, before));
        expect(back.difference).toBeCloseTo(-there.difference, 9);
        expect(back.interval.low).toBeCloseTo(-there.interval.high, 9);
        expect(back.p ?? 1).toBeCloseTo(there.p ?? 1, 9);
      }),
    );
  });

  it('the change is inside its own interval and does not depend on the zero of the scale', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -50, max: 50 }), (data, shift) => {
        const change = valueOf(
          pairedChange(
            data.map(([a]) => a),
            data.map(([, b]) => b),
          ),
        );
        const moved = valueOf(
          pairedChange(
            data.map(([a]) => a + shift),
            data.map(([, b]) => b + shift),
          ),
        );
        expect(change.interval.low).toBeLessThanOrEqual(change.difference);
        expect(change.interval.high).toBeGreaterThanOrEqual(change.difference);
        expect(moved.gPre?.value ?? 0).toBeCloseTo(change.gPre?.value ?? 0, 6);
      }),
    );
  });

  it('scores without spread give no effect instead of infinity', () => {
    const change = valueOf(pairedChange([5, 5, 5], [7, 7, 7]));
    expect(change).toMatchObject({ difference: 2, t: null, p: null, gPre: null, dAv: null, dZ: null });
    expect(pairedChange([1], [2])).toMatchObject({ ok: false, error: { code: 'statistics.too-few-pairs' } });
    expect(() => pairedChange([1, 2], [2])).toThrow(/paired/);
  });

  it('quantiles rise with p and stay within the data; missing is counted, never zero', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const d = describe([...values, null, null]);
        expect(d.n).toBe(values.length);
        expect(d.missing).toBe(2);
        const steps = [0, 0.25, 0.5, 0.75, 1].map((p) => quantile(values, p));
        expect(steps).toEqual([...steps].sort((a, b) => a - b));
        expect(steps[0]).toBe(d.min);
        expect(steps[4]).toBe(d.max);
      }),
    );
    expect(describe([null])).toMatchObject({ n: 0, missing: 1, mean: null });
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  });

  it('correlations stay within -1 and 1; ranks ignore stretching', () => {
    fc.assert(
      fc.property(pairs, (data) => {
        const x = data.map(([a]) => a);
        const y = data.map(([, b]) => b);
        const r = pearson(x, y);
        if (r !== null) expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(spearman(x, y)).toBe(
          spearman(
            x.map((v) => v ** 3),
            y,
          ),
        );
      }),
    );
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNull();
  });

  it('Wilson intervals stay within 0 and 1 and hold the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (n, k) => {
        const interval = wilson(Math.min(k, n), n);
        const share = Math.min(k, n) / n;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(share).toBeGreaterThanOrEqual(interval.low - 1e-12);
        expect(share).toBeLessThanOrEqual(interval.high + 1e-12);
      }),
    );
  });

  it('Holm never lowers a p and keeps the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (ps) => {
          const adjusted = holm(ps);
          ps.forEach((p, i) => {
            expect(adjusted[i]).toBeGreaterThanOrEqual(p);
            ps.forEach((q, j) => {
              if (p < q) expect(adjusted[i] ?? 0).toBeLessThanOrEqual(adjusted[j] ?? 0);
            });
          });
        },
      ),
    );
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  });

  it('sign test: nothing moved means p = 1', () => {
    expect(signTest([0, 0, 0])).toEqual({ up: 0, down: 0, same: 3, p: 1 });
  });
});

group('the remaining formulas', () => {
  it('F9 never calls a p-value anything but how unusual the data would be', () => {
    expect(wordProbabilityValue(0.0002)).toEqual({ key: 'words.pvalueBelow', p: 0.001 });
    expect(wordProbabilityValue(0.012)).toEqual({ key: 'words.pvalue', p: 0.012 });
  });

  it('F13 ICC, F20 attrition, F21 difference in differences', () => {
    expect(intraclassCorrelation(15, 85)).toBeCloseTo(0.15);
    expect(attrition({ assigned: 50, lost: 10 }, { assigned: 50, lost: 5 })).toEqual({
      overall: 0.15,
      differential: 0.1,
    });
    expect(
      differenceInDifferences({ meanPre: 48.2, meanPost: 57.9 }, { meanPre: 49, meanPost: 53.6 }),
    ).toBeCloseTo(5.1);
  });

  it('F15: SD 15 and reliability .9 need more than 13 points', () => {
    expect(reliableChange(80, 92, 15, 0.9).beyondNoise).toBe(false);
    expect(reliableChange(80, 94, 15, 0.9)).toMatchObject({ beyondNoise: true });
    expect(reliableChange(80, 94, 15, 0.9).standardError).toBeCloseTo(4.7434, 4);
  });

  it('F14 with quadratic weights gives near misses credit', () => {
    const table = [
      [10, 3, 0],
      [2, 10, 2],
      [0, 3, 10],
    ];
    const plain = valueOf(cohenKappa(table));
    const weighted = valueOf(cohenKappa(table, 'quadratic'));
    expect(weighted.kappa).toBeGreaterThan(plain.kappa);
    expect(
      cohenKappa([
        [5, 0],
        [0, 0],
      ]),
    ).toMatchObject({ ok: false, error: { code: 'statistics.no-spread' } });
  });

  it('F19 asks for three studies; F23 d to r', () => {
    const two = [
      { effect: 0.1, standardError: 0.1 },
      { effect: 0.2, standardError: 0.1 },
    ];
    expect(predictionInterval(two)).toMatchObject({
      ok: false,
      error: { code: 'statistics.too-few-studies' },
    });
    expect(dToR(0.5)).toBeCloseTo(0.2425, 4);
  });

  it('expected drift of selected low scorers', () => {
    expect(regressionToTheMean(0.8, 90, 55)).toBeCloseTo(7);
    expect(hedgesG({ n: 5, mean: 1, sd: 1 }, { n: 5, mean: 1, sd: 1 }).value).toBe(0);
  });
});
