import { z } from 'zod';
import { datasetIssue, importRecipe } from './recipe';

/** Whose view a source of data gives (the roles of domain 5.6). */
export const DATA_PERSPECTIVES = [
  'student',
  'teacher',
  'parent',
  'leader',
  'peer-observer',
  'document',
] as const;

/** Kinds of measures (domain 5.5.3). */
export const MEASURE_TYPES = [
  'standardised',
  'teacher-made',
  'observation',
  'survey',
  'interview',
  'work-sample',
] as const;

/** What was measured and what is fair to do with it. */
export const measure = z.object({
  /** What it is called, such as "Words read correctly in a minute". */
  name: z.string().trim().min(1).max(200),
  /** Unit of the scores, such as "words per minute"; empty for plain points. */
  unit: z.string().trim().max(60),
  type: z.enum(MEASURE_TYPES),
  better: z.enum(['higher', 'lower']),
  /** Ordered levels rather than points: medians lead, means wait. */
  ordinal: z.boolean(),
  /** Whether the pupils were chosen because they scored low. */
  selectedLow: z.boolean(),
  /** Mean before of the whole group that they were chosen from. */
  wholeMean: z.number().nullable(),
});

/** See measure. */
export type Measure = z.infer<typeof measure>;

/** How the file as it came is kept. */
export const rawFile = z.object({
  /** Name without folders. */
  name: z.string(),
  /** SHA-256 of the file as it came, lower-case hex. */
  sha256: z.string(),
  bytes: z.number().int(),
  /**
   * `as-it-came`: it held pseudonyms only. `sealed`: unchanged inside an encryption whose key is in the project's key
   * file. `pseudonymised`: no key was kept, so only a table with pseudonyms is.
   */
  kept: z.enum(['as-it-came', 'sealed', 'pseudonymised']),
});

/** See rawFile. */
export type RawFile = z.infer<typeof rawFile>;

/** Where a dataset comes from: enough to run the import again, without any identifier. */
export const importOrigin = z.object({ recipe: importRecipe, raw: rawFile, issues: z.array(datasetIssue) });

/** See importOrigin. */
export type ImportOrigin = z.infer<typeof importOrigin>;

/** Why a row is not analysed. */
export const EXCLUSIONS = ['withdrawn', 'no-consent'] as const;

/** Why a row is not analysed. */
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Why a stored result differs from the one before. */
export const CHANGE_REASONS = ['withdrawal', 'consent', 'measure'] as const;

/** Why a stored result differs from the one before. */
export type ChangeReason = (typeof CHANGE_REASONS)[number];
