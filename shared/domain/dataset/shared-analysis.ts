import {
  atLeastDefault,
  DEFAULT_LIMITS,
  suppressCounts,
  type Classified,
  type SharedCell,
  type SuppressionLimits,
} from '../privacy';
import type { PrePostAnalysis } from './analysis';

/** A shared before-and-after result: aggregates after suppression (domain 4.4), class P1. */
export type SharedAnalysis =
  | {
      readonly kind: 'withheld';
      /** Printed as "n<10". */
      readonly groupBelow: number;
    }
  | {
      readonly kind: 'aggregate';
      readonly n: number;
      readonly better: PrePostAnalysis['better'];
      readonly before: {
        readonly mean: number | null;
        readonly sd: number | null;
        readonly median: number | null;
      };
      readonly after: {
        readonly mean: number | null;
        readonly sd: number | null;
        readonly median: number | null;
      };
      readonly difference: number | null;
      readonly interval: { readonly low: number; readonly high: number } | null;
      readonly effect: NonNullable<PrePostAnalysis['change']>['effect'];
      readonly medianChange: number | null;
      readonly counts: { readonly gained: SharedCell; readonly lost: SharedCell; readonly same: SharedCell };
      readonly pairsLost: SharedCell;
      readonly rankTestP: number | null;
    };

/**
 * What may leave the computer of an analysis: nothing but the fact for groups below ten; else means, change, interval and
 * suppressed counts. No minimum or maximum, no sign test (its p gives the counts away), no rank sums.
 * @param analysis the local result (P2 in its details)
 * @param limits raised limits, if the user wants more caution
 */
export function releaseAggregate(
  analysis: PrePostAnalysis,
  limits: SuppressionLimits = DEFAULT_LIMITS,
): Classified<SharedAnalysis, 'P1'> {
  const safe = atLeastDefault(limits);
  if (analysis.n < safe.group) return { kind: 'withheld', groupBelow: safe.group };
  const { gained, lost, same } = analysis.counts;
  const hidden: SharedCell = { kind: 'hidden' };
  const cells = suppressCounts([gained, lost, same], safe).cells;
  const pairsLost = analysis.lost.onlyBefore + analysis.lost.onlyAfter + analysis.lost.neither;
  const centre = (d: PrePostAnalysis['before']) => ({ mean: d.mean, sd: d.sd, median: d.median });
  return {
    kind: 'aggregate',
    n: analysis.n,
    better: analysis.better,
    before: centre(analysis.before),
    after: centre(analysis.after),
    difference: analysis.change?.difference ?? null,
    interval: analysis.change?.interval ?? null,
    effect: analysis.change?.effect ?? null,
    medianChange: analysis.medianChange,
    counts: { gained: cells[0] ?? hidden, lost: cells[1] ?? hidden, same: cells[2] ?? hidden },
    pairsLost: pairsLost > 0 && pairsLost < safe.cell ? { kind: 'few' } : { kind: 'shown', count: pairsLost },
    rankTestP: analysis.signedRank?.p ?? null,
  };
}
