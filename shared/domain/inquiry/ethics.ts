import type { FieldValues } from './field-values';
import { ETHICS_TIERS } from './vocabulary';
import type { EthicsTier } from './vocabulary';

/** The six questions that decide the tier (domain 3.5), and the field each answer is stored in. */
export const ETHICS_QUESTIONS = [
  'newData',
  'recorded',
  'sharedOutside',
  'identifiable',
  'sensitive',
  'withheld',
] as const;

/** One of the six questions that decide the tier. */
export type EthicsQuestion = (typeof ETHICS_QUESTIONS)[number];

/** The answers given so far; a missing one has not been answered. */
export type EthicsAnswers = Readonly<Partial<Record<EthicsQuestion | 'formalStudy', boolean>>>;

/** How formal the arrangements must be, and which answers led there. */
export interface EthicsOutcome {
  /** `null` until all six questions are answered. */
  readonly tier: EthicsTier | null;
  readonly unanswered: readonly EthicsQuestion[];
  /** The answers that set the tier. */
  readonly because: readonly (EthicsQuestion | 'formalStudy')[];
  /** The institution's own committee decides first (initial teacher education, degrees). */
  readonly institutionFirst: boolean;
}

interface TierRule {
  readonly tier: EthicsTier;
  readonly when: (yes: (question: EthicsQuestion | 'formalStudy') => boolean) => boolean;
  readonly because: readonly (EthicsQuestion | 'formalStudy')[];
}

/** In order of formality; the highest tier whose rule holds wins and every rule of that tier is named as a reason. */
const tierRules: readonly TierRule[] = [
  { tier: 'T3', when: (yes) => yes('withheld'), because: ['withheld'] },
  { tier: 'T3', when: (yes) => yes('sensitive') && yes('recorded'), because: ['sensitive', 'recorded'] },
  {
    tier: 'T3',
    when: (yes) => yes('sensitive') && yes('identifiable'),
    because: ['sensitive', 'identifiable'],
  },
  { tier: 'T2', when: (yes) => yes('sensitive'), because: ['sensitive'] },
  { tier: 'T2', when: (yes) => yes('recorded'), because: ['recorded'] },
  { tier: 'T2', when: (yes) => yes('identifiable'), because: ['identifiable'] },
  { tier: 'T2', when: (yes) => yes('sharedOutside'), because: ['sharedOutside'] },
  { tier: 'T2', when: (yes) => yes('formalStudy'), because: ['formalStudy'] },
  { tier: 'T1', when: (yes) => yes('newData'), because: ['newData'] },
];

/**
 * The ethics tier for a set of answers: T0 ordinary evaluation, T1 school approval and information, T2 opt-in consent and
 * assent, T3 formal committee. A study for a degree is never below T2 and asks its institution first. Not legal advice.
 * @param answers what has been answered so far
 */
export function ethicsTier(answers: EthicsAnswers): EthicsOutcome {
  const unanswered = ETHICS_QUESTIONS.filter((question) => answers[question] === undefined);
  const institutionFirst = answers.formalStudy === true;
  if (unanswered.length > 0) return { tier: null, unanswered, because: [], institutionFirst };
  const holding = tierRules.filter((rule) => rule.when((question) => answers[question] === true));
  const tier = holding[0]?.tier ?? 'T0';
  const because = [...new Set(holding.filter((rule) => rule.tier === tier).flatMap((rule) => rule.because))];
  return { tier, unanswered, because, institutionFirst };
}

/**
 * The answers as stored in the fields `ethics.*`.
 * @param values the values of the cycle
 */
export function ethicsAnswers(values: FieldValues): EthicsAnswers {
  const questions = [...ETHICS_QUESTIONS, 'formalStudy'] as const;
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = values[`ethics.${question}`];
      return typeof value === 'boolean' ? [[question, value] as const] : [];
    }),
  );
}

/**
 * Whether one tier is at least as formal as another.
 * @param tier the tier in force
 * @param least the tier to reach
 */
export function isAtLeast(tier: EthicsTier, least: EthicsTier): boolean {
  return ETHICS_TIERS.indexOf(tier) >= ETHICS_TIERS.indexOf(least);
}
