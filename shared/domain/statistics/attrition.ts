/** One group of a trial: how many were assigned and how many of them were lost. */
export interface GroupLoss {
  readonly assigned: number;
  readonly lost: number;
}

/**
 * F20: overall = lost / assigned, differential = |aT - aC|. Both are to be shown.
 * @param treatment group with the change, somebody assigned
 * @param comparison group without, somebody assigned
 * @returns shares between 0 and 1
 */
export function attrition(
  treatment: GroupLoss,
  comparison: GroupLoss,
): { readonly overall: number; readonly differential: number } {
  return {
    overall: (treatment.lost + comparison.lost) / (treatment.assigned + comparison.assigned),
    differential: Math.abs(treatment.lost / treatment.assigned - comparison.lost / comparison.assigned),
  };
}
