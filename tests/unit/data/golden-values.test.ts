import { describe as group, expect, it } from 'vitest';
import { median } from '@shared/domain/statistics/basics';
import {
  cohenKappa,
  cohensD,
  comparedChange,
  compareRisks,
  correlationInterval,
  cronbachAlpha,
  describe,
  designEffect,
  effectPictures,
  fixedMean,
  hedgesG,
  heterogeneity,
  independentT,
  mannWhitney,
  months,
  oddsRatioToD,
  pairedChange,
  phaseOverlap,
  predictionInterval,
  randomEffects,
  signTest,
  summarise,
  wilcoxonSignedRank,
  wilson,
  type BetweenGroupEffect,
} from '@shared/domain/statistics';
import { G1, G2, valueOf } from '../../builders/scores';

const near = (actual: number | null | undefined, expected: number, digits = 3): void => {
  expect(actual).not.toBeNull();
  expect(actual ?? Number.NaN).toBeCloseTo(expected, digits);
};
const differences = (data: { pre: readonly number[]; post: readonly number[] }): number[] =>
  data.post.map((value, i) => value - (data.pre[i] ?? Number.NaN));

group('golden values of domain 2.4', () => {
  it('G1: one class of eight, exact rank test', () => {
    const change = valueOf(pairedChange(G1.pre, G1.post));
    near(describe(G1.pre).sd, 2.4495);
    near(describe(G1.post).sd, 1.6903);
    near(change.difference, 2.5);
    near(change.differenceSd, 1.1952);
    near(change.correlation, 0.8971);
    near(change.t, 5.916);
    expect(change.df).toBe(7);
    near(change.interval.low, 1.501);
    near(change.interval.high, 3.499);
    near(change.gPre?.value, 0.907);
    near(change.gPre?.interval.low, 0.363);
    near(change.gPre?.interval.high, 1.452);
    near(change.dAv, 1.188);
    near(change.dZ, 2.092);
    near(change.p, 0.00059, 5);
    const rank = valueOf(wilcoxonSignedRank(differences(G1)));
    // The differences have ties, so the exact p is the one over sign patterns of the mid-ranks.
    expect(rank.pExact).toBe(0.0078125);
    expect([rank.wPlus, rank.wMinus]).toEqual([36, 0]);
    expect(signTest(differences(G1))).toMatchObject({ up: 8, down: 0, same: 0, p: 0.0078125 });
  });

  it('G2: twelve readers, one zero and ties', () => {
    const change = valueOf(pairedChange(G2.pre, G2.post));
    const before = describe(G2.pre);
    const after = describe(G2.post);
    near(before.mean, 55);
    near(after.mean, 62);
    near(before.sd, 11.095);
    near(after.sd, 12.771);
    near(before.median, 53.5);
    near(after.median, 61.5);
    near(change.difference, 7);
    near(change.differenceSd, 4.651);
    near(change.correlation, 0.9336);
    near(change.t, 5.213);
    near(change.interval.low, 4.045);
    near(change.interval.high, 9.955);
    near(change.gPre?.value, 0.587);
    near(change.gPre?.interval.low, 0.274);
    near(change.gPre?.interval.high, 0.899);
    near(change.dAv, 0.585);
    near(change.dZ, 1.505);
    const rank = valueOf(wilcoxonSignedRank(differences(G2)));
    expect(rank).toMatchObject({ n: 11, zeros: 1, wPlus: 64.5, wMinus: 1.5, method: 'normal-tie-corrected' });
    near(rank.rankBiserial, 0.9545);
    near(rank.z, 2.813);
    near(rank.p, 0.0049, 4);
    near(rank.pContinuity, 0.0056, 4);
    const sign = signTest(differences(G2));
    expect([sign.up, sign.down, sign.same]).toEqual([10, 1, 1]);
    near(sign.p, 0.0117, 4);
    near(median(differences(G2)), 9);
  });

  it('G3: two groups of five', () => {
    const a = [12, 15, 11, 14, 13];
    const b = [10, 9, 12, 11, 8];
    near(cohensD(summarise(a), summarise(b)), 1.8974);
    const g = hedgesG(summarise(a), summarise(b));
    near(g.value, 1.7138);
    near(g.interval?.low, 0.264);
    near(g.interval?.high, 3.163);
    const t = independentT(summarise(a), summarise(b));
    near(t.t, 3);
    expect(t.df).toBe(8);
    near(t.p, 0.0171, 4);
    const rank = valueOf(mannWhitney(a, b));
    expect(rank.u).toBe(23);
    near(rank.p, 0.0356, 4);
    near(rank.cliffDelta, 0.84);
  });

  it('G4: change against a comparison class, then months', () => {
    const effect = comparedChange(
      { n: 26, meanPre: 48.2, meanPost: 57.9, sdPre: 11.4 },
      { n: 25, meanPre: 49.0, meanPost: 53.6, sdPre: 10.8 },
    );
    near(effect.value, 0.452);
    expect(valueOf(months(effect))).toBe(6);
  });

  it('G5: Cronbach alpha', () => {
    const rows = [
      [3, 3, 4],
      [4, 4, 4],
      [2, 3, 2],
      [5, 4, 5],
      [1, 2, 2],
    ];
    near(valueOf(cronbachAlpha(rows)), 0.9361);
  });

  it('G6: Cohen kappa', () => {
    const agreement = valueOf(
      cohenKappa([
        [18, 4],
        [3, 15],
      ]),
    );
    near(agreement.observed, 0.825);
    near(agreement.expected, 0.5025);
    near(agreement.kappa, 0.6482);
  });

  it('G7: two shares', () => {
    const risks = valueOf(compareRisks({ a: 30, b: 20, c: 18, d: 32 }));
    near(risks.oddsRatio, 2.667);
    near(risks.oddsRatioInterval?.low, 1.188);
    near(risks.oddsRatioInterval?.high, 5.985);
    near(risks.riskRatio, 1.667);
    near(risks.riskDifference, 0.24);
    expect(risks.numberNeededToTreat).toBe(5);
    near(oddsRatioToD(risks.oddsRatio ?? Number.NaN), 0.541);
  });

  it('G8: design effect', () => {
    const effect = designEffect(500, 25, 0.15);
    near(effect.designEffect, 4.6);
    near(effect.effectiveN, 108.7, 1);
  });

  it('G9: Wilson interval', () => {
    const interval = wilson(7, 12);
    near(interval.low, 0.32);
    near(interval.high, 0.807);
  });

  it('G10: three studies pooled', () => {
    const studies = [
      { effect: 0.1, standardError: 0.05 },
      { effect: 0.3, standardError: 0.1 },
      { effect: 0.5, standardError: 0.2 },
    ];
    near(fixedMean(studies).mean, 0.1571);
    near(heterogeneity(studies).q, 6.2857);
    near(heterogeneity(studies).iSquared, 68.2, 1);
    const random = valueOf(randomEffects(studies));
    near(random.tauSquared, 0.02143, 5);
    near(random.mean, 0.2432);
    near(random.standardError, 0.1055);
    near(random.interval.low, 0.037);
    near(random.interval.high, 0.45);
    const prediction = valueOf(predictionInterval(studies));
    near(prediction.low, -2.05, 2);
    near(prediction.high, 2.54, 2);
  });

  it('G11: interval of a correlation', () => {
    const interval = valueOf(correlationInterval(0.45, 30));
    near(interval.low, 0.107);
    near(interval.high, 0.697);
  });

  it('G12: overlap of two phases', () => {
    const overlap = phaseOverlap([3, 4, 2, 4, 3], [4, 5, 3, 6, 7, 5], 'higher');
    near(overlap.nap, 0.8667);
    near(overlap.pnd, 66.7, 1);
  });

  it('G13: pictures of d = .5', () => {
    const pictures = effectPictures(0.5);
    near(pictures.u3, 0.6915);
    near(pictures.commonLanguage, 0.6382);
    near(pictures.overlap, 0.8026);
    near(pictures.improvementIndex, 19.1, 1);
  });
});

group('F5 months refuses what is not a comparison', () => {
  const between = (value: number): BetweenGroupEffect => ({
    ...hedgesG({ n: 20, mean: 1, sd: 1 }, { n: 20, mean: 0, sd: 1 }),
    value,
  });

  it('does not compile with, and refuses at run time, a one-group change', () => {
    const change = valueOf(pairedChange(G2.pre, G2.post)).gPre;
    expect(change).not.toBeNull();
    if (change === null) return;
    // @ts-expect-error a one-group change is not a between-group effect
    const refused = months(change);
    expect(refused).toMatchObject({ ok: false, error: { code: 'statistics.months-need-comparison' } });
  });

  it.each([
    [0, 0],
    [0.014, 0],
    [0.02, 1],
    [0.09, 1],
    [0.094, 1],
    [0.095, 2],
    [0.18, 2],
    [0.19, 3],
    [0.26, 3],
    [0.27, 4],
    [0.35, 4],
    [0.36, 5],
    [0.44, 5],
    [0.45, 6],
    [0.52, 6],
    [0.53, 7],
    [0.61, 7],
    [0.62, 8],
    [0.69, 8],
    [0.7, 9],
    [0.78, 9],
    [0.79, 10],
    [0.87, 10],
    [0.88, 11],
    [0.95, 11],
    [0.96, 12],
    [1, 12],
    [-0.3, -4],
  ])('%f is %i months', (value, expected) => {
    expect(valueOf(months(between(value)))).toBe(expected);
  });

  it('says "outside the table" above 1.00', () => {
    expect(months(between(1.01))).toMatchObject({
      ok: false,
      error: { code: 'statistics.months-outside-table' },
    });
  });
});
