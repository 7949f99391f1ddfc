import { fail, ok, type Result } from '../../lib/result';
import { sum } from './basics';
import { around, t975, Z95, type Interval } from './distributions';

/** One study: effect and standard error (> 0). */
export interface StudyEffect {
  readonly effect: number;
  readonly standardError: number;
}

/** A pooled mean with its standard error and 95 % interval. */
export interface PooledMean {
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
}

function pool(studies: readonly StudyEffect[], weights: readonly number[]): PooledMean {
  const total = sum(weights);
  const mean = sum(studies.map((study, i) => (weights[i] ?? 0) * study.effect)) / total;
  const standardError = Math.sqrt(1 / total);
  return { mean, standardError, interval: around(mean, Z95 * standardError) };
}

function inverseVariances(studies: readonly StudyEffect[], tau2: number): readonly number[] {
  return studies.map((study) => 1 / (study.standardError ** 2 + tau2));
}

/**
 * F16, fixed mean Σwy/Σw with w = 1/SE².
 * @param studies at least one
 */
export function fixedMean(studies: readonly StudyEffect[]): PooledMean {
  return pool(studies, inverseVariances(studies, 0));
}

/**
 * F17: Q = Σw(y - ȳ)², I² = max(0, (Q - df)/Q)·100 (a proportion of the spread, not a size).
 * @param studies at least one
 */
export function heterogeneity(studies: readonly StudyEffect[]): {
  readonly q: number;
  readonly df: number;
  readonly iSquared: number;
} {
  const weights = inverseVariances(studies, 0);
  const { mean } = fixedMean(studies);
  const q = sum(studies.map((study, i) => (weights[i] ?? 0) * (study.effect - mean) ** 2));
  const df = studies.length - 1;
  return { q, df, iSquared: q > 0 ? Math.max(0, (q - df) / q) * 100 : 0 };
}

/**
 * F18, random effects after DerSimonian and Laird: C = Σw - Σw²/Σw, τ² = max(0, (Q - df)/C), w* = 1/(SE² + τ²).
 * @param studies at least two
 * @returns `statistics.too-few-studies` below two
 */
export function randomEffects(
  studies: readonly StudyEffect[],
): Result<PooledMean & { readonly tauSquared: number }> {
  if (studies.length < 2) return fail('statistics.too-few-studies', { n: studies.length });
  const weights = inverseVariances(studies, 0);
  const { q, df } = heterogeneity(studies);
  const c = sum(weights) - sum(weights.map((w) => w ** 2)) / sum(weights);
  const tauSquared = Math.max(0, (q - df) / c);
  return ok({ ...pool(studies, inverseVariances(studies, tauSquared)), tauSquared });
}

/**
 * F19, where a further study may fall: ȳ* ± t.975,k-2 · √(τ² + SE*²).
 * @param studies at least three
 * @returns `statistics.too-few-studies` below three
 */
export function predictionInterval(studies: readonly StudyEffect[]): Result<Interval> {
  if (studies.length < 3) return fail('statistics.too-few-studies', { n: studies.length });
  const pooled = randomEffects(studies);
  if (!pooled.ok) return pooled;
  const { mean, standardError, tauSquared } = pooled.value;
  return ok(around(mean, t975(studies.length - 2) * Math.sqrt(tauSquared + standardError ** 2)));
}
