/** Design classes of a practice case (domain 5.5.3). */
export const DESIGN_CLASSES = [
  'story',
  'single-group',
  'repeated-measures',
  'comparison',
  'matched-comparison',
  'single-case',
  'random',
] as const;

/** One of the design classes. */
export type DesignClass = (typeof DESIGN_CLASSES)[number];

/** L0 story · L1 described change · L2 more than one view or cycle · L3 comparison · L4 shown similarity · L5 random. */
export type ClaimLevel = 0 | 1 | 2 | 3 | 4 | 5;

/** The raw facts a claim level is computed from; it cannot be typed in. */
export interface ClaimFacts {
  readonly design: DesignClass;
  /** Measures with a value before and after (or in two phases) for at least one person. */
  readonly measuredChanges: number;
  /** Distinct roles that data with n > 0 come from (student, teacher, parent, leader, other). */
  readonly perspectives: readonly string[];
  readonly cycles: number;
  /** Whether the two groups' baselines are shown side by side. */
  readonly baselineSimilarityShown: boolean;
  /** Single-case designs: how often the change was shown anew. */
  readonly demonstrations: number;
}

/** Why the level is what it is; a key under `claims.reason` in the locale files. */
export type ClaimReason =
  | 'no-measured-change'
  | 'one-group'
  | 'three-perspectives'
  | 'two-cycles'
  | 'comparison-group'
  | 'baseline-shown'
  | 'three-demonstrations'
  | 'random-assignment';

/** A level with the facts that gave it and what the next level would take. */
export interface ClaimJudgement {
  readonly level: ClaimLevel;
  readonly reasons: readonly ClaimReason[];
  /** What would be needed for a stronger claim, if anything; a key under `claims.next`. */
  readonly next:
    'measure-change' | 'perspectives-or-cycle' | 'comparison' | 'show-baseline' | 'random' | null;
}

const ENOUGH_PERSPECTIVES = 3;
const ENOUGH_DEMONSTRATIONS = 3;

/**
 * The claim level of domain 5.6.
 * @param facts raw facts of the case
 */
export function claimLevel(facts: ClaimFacts): ClaimJudgement {
  if (facts.design === 'story' || facts.measuredChanges < 1) {
    return { level: 0, reasons: ['no-measured-change'], next: 'measure-change' };
  }
  switch (facts.design) {
    case 'random':
      return { level: 5, reasons: ['random-assignment'], next: null };
    case 'comparison':
    case 'matched-comparison':
      return facts.baselineSimilarityShown
        ? { level: 4, reasons: ['comparison-group', 'baseline-shown'], next: 'random' }
        : { level: 3, reasons: ['comparison-group'], next: 'show-baseline' };
    case 'single-case':
      if (facts.demonstrations >= ENOUGH_DEMONSTRATIONS) {
        return { level: 4, reasons: ['three-demonstrations'], next: 'random' };
      }
      return withoutComparison(facts);
    case 'single-group':
    case 'repeated-measures':
      return withoutComparison(facts);
  }
}

function withoutComparison(facts: ClaimFacts): ClaimJudgement {
  const reasons: ClaimReason[] = ['one-group'];
  if (new Set(facts.perspectives).size >= ENOUGH_PERSPECTIVES) reasons.push('three-perspectives');
  if (facts.cycles >= 2) reasons.push('two-cycles');
  return reasons.length > 1
    ? { level: 2, reasons, next: 'comparison' }
    : { level: 1, reasons, next: 'perspectives-or-cycle' };
}
