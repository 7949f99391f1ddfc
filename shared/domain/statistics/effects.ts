import type { Interval } from './distributions';

declare const effectKind: unique symbol;

/**
 * An effect that compares two groups: F3 (Hedges' g) or F7 (d_ppc2).
 * The brand is private to this folder's formulas, so that only a real comparison can be turned into months (F5).
 */
export interface BetweenGroupEffect {
  readonly [effectKind]: 'between-group';
  readonly design: 'between-group';
  readonly measure: 'hedges-g' | 'd-ppc2';
  readonly value: number;
  /** Null where no interval formula is agreed (F7 with summary values only). */
  readonly interval: Interval | null;
  readonly n: number;
}

/** A change of one group over time (F6). It contains growth, practice and regression to the mean; never months. */
export interface OneGroupChangeEffect {
  readonly [effectKind]: 'one-group-change';
  readonly design: 'one-group-change';
  readonly measure: 'g-pre';
  readonly value: number;
  readonly interval: Interval;
  readonly n: number;
}

type Unbranded<E> = Omit<E, typeof effectKind | 'design'>;

/**
 * Brands a between-group effect. Called by the formulas F3 and F7 only.
 * @param effect measure, value, interval and n
 */
export function betweenGroupEffect(effect: Unbranded<BetweenGroupEffect>): BetweenGroupEffect {
  // The brand exists for the compiler only, so an assertion is the one way to put it on.
  return { ...effect, design: 'between-group' } as BetweenGroupEffect;
}

/**
 * Brands a one-group change. Called by formula F6 only.
 * @param effect value, interval and n
 */
export function oneGroupChangeEffect(effect: Unbranded<OneGroupChangeEffect>): OneGroupChangeEffect {
  // See betweenGroupEffect.
  return { ...effect, design: 'one-group-change' } as OneGroupChangeEffect;
}
