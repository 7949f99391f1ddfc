import type { ClaimLevel } from './claim-level';

/** Languages with a verb list. */
export type ClaimLanguage = 'en' | 'uk';

/** A family of wordings that say more than a design may carry. */
export interface ClaimVerb {
  /** Stable name; its explanation is under `claims.lint` in the locale files. */
  readonly family: 'cause' | 'proof' | 'credit' | 'effect';
  /** Lowest level at which the wording is fair; `never` for proof. */
  readonly allowedFrom: ClaimLevel | 'never';
  /** Source of a regular expression without word borders; letters only, case does not matter. */
  readonly pattern: string;
  /** Wordings that stay with what was seen. */
  readonly alternatives: readonly string[];
}

const CAUSE_EN = ['was followed by', 'went together with', 'scores rose over the same weeks'] as const;
const PROOF_EN = ['suggests', 'is consistent with', 'gave us reason to think'] as const;
const CREDIT_EN = ['after', 'in the weeks of'] as const;
const EFFECT_EN = ['change seen with', 'difference after'] as const;
const CAUSE_UK = ['після цього відбулося', 'супроводжувалося', 'за ті самі тижні бали зросли'] as const;
const PROOF_UK = ['дає підстави припускати', 'узгоджується з тим, що', 'вказує на можливість'] as const;
const CREDIT_UK = ['після', 'протягом тижнів'] as const;
const EFFECT_UK = ['зміна, яку ми побачили', 'різниця після'] as const;

/** Verbs by language (domain 5.1 claim-lint). Longer patterns first, so that they win. */
export const CLAIM_VERBS: Readonly<Record<ClaimLanguage, readonly ClaimVerb[]>> = {
  en: [
    {
      family: 'proof',
      allowedFrom: 'never',
      pattern: String.raw`prove[sdn]?|proving|proof that|demonstrated? conclusively|shows? beyond doubt|guarantees?`,
      alternatives: PROOF_EN,
    },
    {
      family: 'cause',
      allowedFrom: 5,
      pattern: String.raw`caus(?:e[sd]?|ing)|led to|leads? to|leading to|result(?:s|ed|ing)? in|brought about|gave rise to|produced|made (?:them|pupils|students|children) (?:better|read|learn|improve)`,
      alternatives: CAUSE_EN,
    },
    {
      family: 'credit',
      allowedFrom: 5,
      pattern: String.raw`improved by|raised by|increased by means of|because of (?:the|our|this|paired)|thanks to|due to (?:the|our|this)|owing to|as a result of`,
      alternatives: CREDIT_EN,
    },
    {
      family: 'effect',
      allowedFrom: 4,
      pattern: String.raw`(?:had|has|have|having) (?:an?|the) (?:\p{L}+ )?(?:impact|effect|influence) on|impact(?:s|ed)|boost(?:s|ed|ing)?|the effect of|improv(?:es|ed) (?:pupils['’]?|students['’]?|children['’]?s?|their|reading|fluency|results|scores|learning|attainment)|effective(?:ly)? (?:raised|improved)|worked because`,
      alternatives: EFFECT_EN,
    },
  ],
  uk: [
    {
      family: 'proof',
      allowedFrom: 'never',
      pattern: String.raw`довів|довел[аио]|доводить|доводять|доведено|доказ того|незаперечно|гарантує|гарантують`,
      alternatives: PROOF_UK,
    },
    {
      family: 'cause',
      allowedFrom: 5,
      pattern: String.raw`спричини(?:в|ла|ло|ли)|спричиняє|спричинено|призв(?:ів|ела|ело|ели) до|призводить до|зумови(?:в|ла|ло|ли)|зумовлено|викликал[аио]|викликав`,
      alternatives: CAUSE_UK,
    },
    {
      family: 'credit',
      allowedFrom: 5,
      pattern: String.raw`завдяки|у результаті|в результаті|внаслідок|унаслідок|через це покращи(?:в|ла|ло|ли)(?:ся|сь)?`,
      alternatives: CREDIT_UK,
    },
    {
      family: 'effect',
      allowedFrom: 4,
      pattern: String.raw`вплину(?:в|ла|ло|ли) на|впливає на|ма(?:в|ла|ло|ли) вплив|дал[аио]? ефект|дав ефект|покращи(?:в|ла|ло|ли)|поліпши(?:в|ла|ло|ли)|підвищи(?:в|ла|ло|ли)`,
      alternatives: EFFECT_UK,
    },
  ],
};

/** Wordings before a flagged one that turn it into modesty; each is the source of a regular expression. */
export interface ModestFrames {
  /** Directly before, at most one word between: "did not really prove". */
  readonly denial: string;
  /** Open questions up to four words before: "whether the pairs caused". */
  readonly question: string;
  /** Denied knowledge up to six words before, a comma allowed: "we cannot say, on this evidence, that it caused". */
  readonly unknown: string;
}

/** See ModestFrames. */
export const MODEST_FRAMES: Readonly<Record<ClaimLanguage, ModestFrames>> = {
  en: {
    denial: String.raw`not|never|cannot|can['’]t|didn['’]t|doesn['’]t|nor|without`,
    question: String.raw`whether|if`,
    unknown: String.raw`(?:not|cannot|can['’]t|don['’]t|never)\s+(?:say|tell|know|claim|conclude|show)`,
  },
  uk: {
    denial: String.raw`не|ні|без`,
    question: String.raw`чи|якби|якщо`,
    unknown: String.raw`(?:не(?:\s+можемо|\s+можна|\s+можу)?|неможливо)\s+(?:сказати|стверджувати|знаємо|знати|показати|дійти висновку)`,
  },
};
