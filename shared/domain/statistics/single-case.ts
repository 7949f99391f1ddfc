/** F22: overlap between a baseline phase and a change phase of one case. */
export interface PhaseOverlap {
  /** 0..1; share of pairs in which the later phase is better, ties count half. */
  readonly nap: number;
  /** Per cent of the later phase beyond the best baseline point. */
  readonly pnd: number;
}

/**
 * F22: NAP = (#B>A + ½ ties)/(nA·nB), PND = % of B beyond the best of A.
 * @param baseline phase A, at least one value
 * @param phase phase B, at least one value
 * @param better which direction is the wished one
 */
export function phaseOverlap(
  baseline: readonly number[],
  phase: readonly number[],
  better: 'higher' | 'lower',
): PhaseOverlap {
  const sign = better === 'higher' ? 1 : -1;
  let wins = 0;
  for (const a of baseline) {
    for (const b of phase) wins += Math.sign((b - a) * sign) / 2 + 0.5;
  }
  const best = Math.max(...baseline.map((a) => a * sign));
  const beyond = phase.filter((b) => b * sign > best).length;
  return { nap: wins / (baseline.length * phase.length), pnd: (beyond / phase.length) * 100 };
}
