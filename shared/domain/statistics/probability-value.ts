/** How a p-value is to be printed: an exact value, or "below" the smallest one worth printing. */
export interface ProbabilityValueWording {
  /** Key of the sentence under `words` in the locale files. F9: it speaks of data this extreme if nothing had changed. */
  readonly key: 'words.pvalue' | 'words.pvalueBelow';
  readonly p: number;
}

const SMALLEST_PRINTED = 0.001;

/**
 * F9: the only wording the app has for a p-value, P(data this extreme or more, if no effect and model true).
 * There is on purpose no "significant" and no "probability that it is due to chance".
 * @param p between 0 and 1
 */
export function wordProbabilityValue(p: number): ProbabilityValueWording {
  return p < SMALLEST_PRINTED
    ? { key: 'words.pvalueBelow', p: SMALLEST_PRINTED }
    : { key: 'words.pvalue', p };
}
