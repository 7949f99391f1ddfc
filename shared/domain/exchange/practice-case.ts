import { z } from 'zod';
import { DESIGN_CLASSES } from '../claims';

/** Licences a case may carry (SPDX id); the picker shows no others (domain 5.4). */
export const CASE_LICENCES = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
] as const;
export const caseLicence = z.enum(CASE_LICENCES);
export type CaseLicence = z.infer<typeof caseLicence>;

/** Address of the licence text. */
export const LICENCE_ADDRESS: Readonly<Record<CaseLicence, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC-BY-NC-SA-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
};

/** Threats of module M17 that a limitation can name. */
export const THREATS = [
  'selection',
  'maturation',
  'history',
  'testing',
  'instrumentation',
  'regression-to-the-mean',
  'attrition',
  'expectancy',
  'confounding',
  'small-group',
] as const;

export const VERDICTS = ['improved', 'mixed', 'no-clear-change', 'worse', 'too-early'] as const;

const text = z.string().max(20_000);
const line = z.string().max(500);

const outcome = z.looseObject({
  construct: line,
  measureId: line,
  direction: z.enum(['higher', 'lower']),
  /** Null when the group is below ten: withheld, not zero. */
  n: z.number().int().min(10).nullable(),
  change: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  effect: z
    .object({ type: line, value: z.number(), interval: z.object({ low: z.number(), high: z.number() }) })
    .nullable(),
  withheld: z.boolean(),
});

/** Reference to another version of a case (schema.org isBasedOn). */
export const caseReference = z.looseObject({
  caseId: z.uuid(),
  version: z.number().int().min(1),
  title: line,
  licence: caseLicence,
  changes: text,
});
export type CaseReference = z.infer<typeof caseReference>;

/**
 * Practice case, schema version 1 (domain 5.5). Objects are loose: fields of later versions survive a round trip.
 */
export const practiceCase = z.looseObject({
  schema: z.literal('practice-case/1'),
  caseId: z.uuid(),
  version: z.number().int().min(1),
  title: line.min(1),
  summary: text,
  language: z.enum(['en', 'uk']),
  licence: caseLicence,
  creators: z.array(line.min(1)).max(30),
  publishedAt: z.string(),
  appVersion: line,
  context: z.looseObject({
    setting: text,
    country: line,
    phase: line,
    subject: line,
    ageRange: line,
    learnerProfile: text,
    weeks: z.number().nullable(),
  }),
  problem: text,
  question: text,
  theoryOfChange: text,
  /** TIDieR-like description; an empty string means the authors did not say. */
  intervention: z.looseObject({
    name: line,
    why: text,
    materials: text,
    procedures: text,
    who: text,
    how: text,
    where: text,
    dosage: text,
    tailoring: text,
    modifications: text,
    fidelityPlanned: text,
    fidelityActual: text,
  }),
  evidence: z.looseObject({
    modelId: line,
    cycles: z.number().int(),
    design: z.enum(DESIGN_CLASSES),
    /** Points of view with data, not those planned. */
    perspectives: z.array(line),
    measures: z.array(z.looseObject({ id: line, name: line })),
  }),
  impact: z.looseObject({
    outcomes: z.array(outcome).max(50),
    verdict: z.enum(VERDICTS),
    unintended: text,
  }),
  cost: z.looseObject({
    rows: z.array(z.looseObject({ what: line, amount: z.number().nullable() })),
    hoursPerWeek: z.number(),
  }),
  confidence: z.looseObject({
    threats: z.array(z.enum(THREATS)),
    limitations: text,
    differently: text,
    openQuestions: z.array(text),
  }),
  advice: text,
  decision: line,
  isBasedOn: z.array(caseReference).max(20),
  keywords: z.array(line).max(50),
});

export type PracticeCase = z.infer<typeof practiceCase>;
