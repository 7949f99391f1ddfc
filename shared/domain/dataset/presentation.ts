import { regressionToTheMean } from '../statistics';
import type { PrePostAnalysis } from './analysis';

/** Parts of the analysis page, in the order of domain 4.2 unless the group is very small. */
export type Block =
  | 'plot'
  | 'list'
  | 'median-change'
  | 'counts'
  | 'exact-test'
  | 'descriptives'
  | 'raw-change'
  | 'effect-size'
  | 'rank-test'
  | 't-test'
  | 'subgroups';

/** `shown`, `asked` (behind "show anyway" with a caution) or `withheld` (not offered at this size). */
export type Visibility = 'shown' | 'asked' | 'withheld';

/** Size bands of domain 4.3. */
export type SizeBand = 'below-5' | '5-9' | '10-29' | '30-up';

/** Cautions, keys under `caution` in the locale files. */
export type Caution =
  | 'too-few-for-statistics'
  | 'very-small-group'
  | 'look-at-the-interval'
  | 'one-class'
  | 'growth-and-practice'
  | 'regression-to-the-mean'
  | 'several-outcomes'
  | 'ordinal-levels'
  | 'pairs-lost';

/** What may be shown of an analysis and how. */
export interface Presentation {
  readonly band: SizeBand;
  readonly blocks: readonly { readonly block: Block; readonly visibility: Visibility }[];
  /** "3 of 8" for small groups, per cent from ten on. */
  readonly shares: 'counts' | 'percent';
  readonly cautions: readonly Caution[];
}

/** Facts beside the numbers that change what is fair to show. */
export interface PresentationFacts {
  /** Whether the scale is ordered levels only: means are then not shown first. */
  readonly ordinal: boolean;
  /** Number of outcomes analysed in this project. */
  readonly outcomes: number;
  /** Whether the pupils were chosen for low scores. */
  readonly selectedLow: boolean;
}

/** Groups below this see counts, not percentages, and exact tests first. */
const SMALL = 10;
const TOO_FEW = 5;
const USUAL = 30;

/** @param n complete pairs */
export function sizeBand(n: number): SizeBand {
  if (n < TOO_FEW) return 'below-5';
  if (n < SMALL) return '5-9';
  return n < USUAL ? '10-29' : '30-up';
}

/**
 * The small-n rules of domain 4.3: what is shown, in which order, what only after "show anyway", and which cautions.
 * @param n complete pairs
 * @param facts see PresentationFacts
 */
export function presentationFor(n: number, facts: PresentationFacts): Presentation {
  const band = sizeBand(n);
  return {
    band,
    blocks: blocksFor(band, facts.ordinal),
    shares: n < SMALL ? 'counts' : 'percent',
    cautions: cautionsFor(band, facts),
  };
}

function blocksFor(band: SizeBand, ordinal: boolean): Presentation['blocks'] {
  const shown = (...blocks: readonly Block[]) =>
    blocks.map((block) => ({ block, visibility: 'shown' as const }));
  const asked = (...blocks: readonly Block[]) =>
    blocks.map((block) => ({ block, visibility: 'asked' as const }));
  const withheld = (...blocks: readonly Block[]) =>
    blocks.map((block) => ({ block, visibility: 'withheld' as const }));
  switch (band) {
    case 'below-5':
      return [
        ...shown('plot', 'list'),
        ...withheld(
          'median-change',
          'counts',
          'exact-test',
          'descriptives',
          'raw-change',
          'effect-size',
          't-test',
          'subgroups',
        ),
      ];
    case '5-9':
      return [
        ...shown('plot', 'median-change', 'counts', 'exact-test', 'descriptives'),
        ...asked('raw-change', 't-test', 'effect-size'),
        ...withheld('subgroups'),
      ];
    case '10-29':
    case '30-up': {
      const means = [...shown('descriptives', 'raw-change', 'counts', 'effect-size')];
      const ranks = [...shown('median-change', 'rank-test')];
      const rest = [...shown('t-test'), ...(band === '30-up' ? shown('subgroups') : withheld('subgroups'))];
      // Ordered levels have no fair mean: ranks lead, means wait for the user's wish.
      return ordinal
        ? [
            ...shown('plot', 'counts'),
            ...ranks,
            ...asked('descriptives', 'raw-change', 'effect-size', 't-test'),
            ...withheld('subgroups'),
          ]
        : [...shown('plot'), ...means, ...ranks, ...rest];
    }
  }
}

function cautionsFor(band: SizeBand, facts: PresentationFacts): readonly Caution[] {
  const cautions: Caution[] = [];
  if (band === 'below-5') cautions.push('too-few-for-statistics');
  if (band === '5-9') cautions.push('very-small-group');
  if (band === '10-29') cautions.push('look-at-the-interval');
  if (facts.ordinal) cautions.push('ordinal-levels');
  if (facts.selectedLow) cautions.push('regression-to-the-mean');
  cautions.push('growth-and-practice', 'one-class');
  if (facts.outcomes > 1) cautions.push('several-outcomes');
  return cautions;
}

/** How much of a change selection alone may explain. */
export interface RegressionNotice {
  readonly expectedDrift: number;
  readonly correlation: number;
  readonly wholeMean: number;
  readonly selectedMean: number;
}

/**
 * The regression-to-the-mean notice of domain 4.3 for pupils chosen for low scores: (1 - r)(μ - M selected), if the two
 * tests have equal spread.
 * @param analysis the analysed group
 * @param wholeMean mean before of the whole group they were chosen from
 * @returns null when there is no correlation or mean to reckon with
 */
export function regressionNotice(analysis: PrePostAnalysis, wholeMean: number): RegressionNotice | null {
  const correlation = analysis.change?.correlation ?? null;
  const selectedMean = analysis.before.mean;
  if (correlation === null || selectedMean === null) return null;
  return {
    expectedDrift: regressionToTheMean(correlation, wholeMean, selectedMean),
    correlation,
    wholeMean,
    selectedMean,
  };
}
