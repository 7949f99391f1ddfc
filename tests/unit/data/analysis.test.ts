import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysePrePost, inputsFingerprint, prePostAnalysis } from '@shared/domain/dataset/analysis';
import { presentationFor, regressionNotice } from '@shared/domain/dataset/presentation';
import { releaseAggregate } from '@shared/domain/dataset/shared-analysis';
import { months } from '@shared/domain/statistics';
import type { Classified, Shareable } from '@shared/domain/privacy';
import { G1, G2, scoreRows } from '../../builders/scores';

const higher = { better: 'higher' } as const;
const plain = { ordinal: false, outcomes: 1, selectedLow: false };

describe('before-and-after analysis, story 1', () => {
  it('twelve readers: M 55 to 62, D 7.0 [4.0, 10.0], g_pre .59 [.27, .90]', () => {
    const result = analysePrePost(scoreRows(G2), higher);
    expect(result.n).toBe(12);
    expect(result.before.mean).toBe(55);
    expect(result.after.mean).toBe(62);
    expect(result.change?.difference).toBe(7);
    expect(result.change?.interval.low).toBeCloseTo(4.0, 1);
    expect(result.change?.interval.high).toBeCloseTo(10.0, 1);
    expect(result.change?.effect?.value).toBeCloseTo(0.59, 2);
    expect(result.change?.effect?.interval.low).toBeCloseTo(0.27, 2);
    expect(result.change?.effect?.interval.high).toBeCloseTo(0.9, 2);
    expect(result.counts).toEqual({ gained: 10, lost: 1, same: 1 });
    expect(result.medianChange).toBe(9);
  });

  it('after the pupil with 51 to 60 withdraws: n = 11, 55.4 to 62.2, 6.8 [3.6, 10.1], .54 [.23, .86]', () => {
    const rows = scoreRows(G2).filter((row) => row.before !== 51);
    const result = analysePrePost(rows, higher);
    expect(result.n).toBe(11);
    expect(result.before.mean).toBeCloseTo(55.4, 1);
    expect(result.after.mean).toBeCloseTo(62.2, 1);
    expect(result.change?.difference).toBeCloseTo(6.8, 1);
    expect(result.change?.interval.low).toBeCloseTo(3.6, 1);
    expect(result.change?.interval.high).toBeCloseTo(10.1, 1);
    expect(result.change?.effect?.value).toBeCloseTo(0.54, 2);
    expect(result.change?.effect?.interval.low).toBeCloseTo(0.23, 2);
    expect(result.change?.effect?.interval.high).toBeCloseTo(0.86, 2);
    expect(inputsFingerprint(rows, higher)).not.toBe(inputsFingerprint(scoreRows(G2), higher));
  });

  it('with nine left the shared result is withheld', () => {
    expect(releaseAggregate(analysePrePost(scoreRows(G2).slice(0, 9), higher))).toEqual({
      kind: 'withheld',
      groupBelow: 10,
    });
    expect(releaseAggregate(analysePrePost(scoreRows(G2).slice(0, 10), higher)).kind).toBe('aggregate');
  });

  it('a stored result cannot be turned into months, by type or at run time', () => {
    const effect = analysePrePost(scoreRows(G2), higher).change?.effect;
    expect(effect).toBeTruthy();
    if (!effect) return;
    // @ts-expect-error a one-group change has no months
    expect(months(effect)).toMatchObject({ ok: false, error: { code: 'statistics.months-need-comparison' } });
  });
});

describe('missing data', () => {
  it('only complete pairs count, and those lost are told', () => {
    const rows = [
      ...scoreRows(G2),
      { pseudonym: 'S-AAA1', before: 30, after: null },
      { pseudonym: 'S-AAA2', before: null, after: 90 },
      { pseudonym: 'S-AAA3', before: null, after: null },
    ];
    const result = analysePrePost(rows, higher);
    expect(result.n).toBe(12);
    expect(result.lost).toEqual({ onlyBefore: 1, onlyAfter: 1, neither: 1 });
    expect(result.before.missing).toBe(2);
    expect(result.change?.difference).toBe(7);
    expect(result.leavers).toEqual({ n: 1, meanBefore: 30, differenceFromStayers: -25 });
  });

  it('any rows give a result that its own schema accepts, after a trip through JSON', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 30 }), (pairs) => {
        const rows = pairs.map(([before, after], i) => ({ pseudonym: `S-${String(i)}`, before, after }));
        const result = analysePrePost(rows, { better: 'lower' });
        expect(prePostAnalysis.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
        expect(result.n + result.lost.onlyBefore + result.lost.onlyAfter + result.lost.neither).toBe(
          rows.length,
        );
        expect(result.counts.gained + result.counts.lost + result.counts.same).toBe(result.n);
      }),
    );
  });

  it('the order of rows does not change the inputs version; a score does', () => {
    const rows = scoreRows(G1);
    expect(inputsFingerprint([...rows].reverse(), higher)).toBe(inputsFingerprint(rows, higher));
    expect(inputsFingerprint(rows, { better: 'lower' })).not.toBe(inputsFingerprint(rows, higher));
  });

  it('"lower is better" turns who gained, not the change', () => {
    const result = analysePrePost(scoreRows(G2), { better: 'lower' });
    expect(result.counts).toEqual({ gained: 1, lost: 10, same: 1 });
    expect(result.change?.difference).toBe(7);
  });
});

describe('small-n rules (domain 4.3)', () => {
  const visibility = (n: number, block: string, facts = plain): string | undefined =>
    presentationFor(n, facts).blocks.find((one) => one.block === block)?.visibility;

  it('below five: graph and list, nothing else', () => {
    const { blocks, cautions } = presentationFor(4, plain);
    expect(blocks.filter((one) => one.visibility === 'shown').map((one) => one.block)).toEqual([
      'plot',
      'list',
    ]);
    expect(cautions).toContain('too-few-for-statistics');
  });

  it('story 4, eight pupils: median and exact test lead; t and effect only after "show anyway"; counts, not per cent', () => {
    const shown = presentationFor(8, plain);
    expect(shown.blocks.slice(0, 4).map((one) => one.block)).toEqual([
      'plot',
      'median-change',
      'counts',
      'exact-test',
    ]);
    expect([visibility(8, 't-test'), visibility(8, 'effect-size'), visibility(8, 'raw-change')]).toEqual([
      'asked',
      'asked',
      'asked',
    ]);
    expect(shown.shares).toBe('counts');
    const result = analysePrePost(scoreRows(G1), higher);
    expect(result.medianChange).toBe(2.5);
    expect(result.signedRank?.pExact).toBeCloseTo(0.008, 3);
    expect(result.change?.t).toBeCloseTo(5.92, 2);
  });

  it('ten to twenty-nine: order of domain 4.2, interval stressed, no subgroups', () => {
    const shown = presentationFor(12, plain);
    expect(shown.blocks.map((one) => one.block).slice(0, 5)).toEqual([
      'plot',
      'descriptives',
      'raw-change',
      'counts',
      'effect-size',
    ]);
    expect(shown.cautions).toContain('look-at-the-interval');
    expect(visibility(12, 'subgroups')).toBe('withheld');
    expect(visibility(30, 'subgroups')).toBe('shown');
  });

  it('one group always carries the growth and one-class cautions; ordered levels put ranks first', () => {
    expect(presentationFor(40, plain).cautions).toEqual(['growth-and-practice', 'one-class']);
    expect(visibility(40, 'raw-change', { ...plain, ordinal: true })).toBe('asked');
    expect(presentationFor(40, { ...plain, outcomes: 3, selectedLow: true }).cautions).toContain(
      'several-outcomes',
    );
  });

  it('chosen low scorers: part of the change is to be expected', () => {
    const notice = regressionNotice(analysePrePost(scoreRows(G2), higher), 85);
    expect(notice?.expectedDrift).toBeCloseTo((1 - 0.9336) * 30, 1);
    expect(regressionNotice(analysePrePost([], higher), 85)).toBeNull();
  });
});

describe('released aggregates', () => {
  it('never carry minimum, maximum, rank sums or the sign test, and hide small counts', () => {
    const shared = releaseAggregate(analysePrePost(scoreRows(G2), higher));
    expect(JSON.stringify(shared)).not.toMatch(/"min"|"max"|wPlus|signP/u);
    expect(shared).toMatchObject({
      kind: 'aggregate',
      n: 12,
      difference: 7,
      counts: { lost: { kind: 'few' }, same: { kind: 'few' } },
    });
    // 10 + 1 + 1 = 12 would give both ones away if the ten were printed.
    expect(shared.kind === 'aggregate' && shared.counts.gained.kind).toBe('hidden');
  });

  it('local-only values do not fit where shareable ones are asked for', () => {
    const share = (value: Shareable<{ readonly text: string }>): string => value.text;
    const open: Classified<{ readonly text: string }, 'P1'> = { text: 'aggregate' };
    const raw: Classified<{ readonly text: string }, 'P2'> = { text: 'row' };
    expect(share(open)).toBe('aggregate');
    // @ts-expect-error class P2 is not shareable
    expect(share(raw)).toBe('row');
  });
});
