import { mean, median, quantile, standardDeviation } from './basics';

/** F1. Every field but the counts is null when there are too few values for it. */
export interface Descriptives {
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * F1: n, M, SD (n - 1), median, quartiles of type 7, min, max and the count of missing values.
 * @param values scores; null is a missing score, never zero
 */
export function describe(values: readonly (number | null)[]): Descriptives {
  const present = values.filter((value) => value !== null);
  const missing = values.length - present.length;
  if (present.length === 0) {
    return { n: 0, missing, mean: null, sd: null, median: null, q1: null, q3: null, min: null, max: null };
  }
  return {
    n: present.length,
    missing,
    mean: mean(present),
    sd: present.length > 1 ? standardDeviation(present) : null,
    median: median(present),
    q1: quantile(present, 0.25),
    q3: quantile(present, 0.75),
    min: Math.min(...present),
    max: Math.max(...present),
  };
}
