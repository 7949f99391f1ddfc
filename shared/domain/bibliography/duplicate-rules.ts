import { z } from 'zod';

/** Identifiers by which two records can be one work. */
export const DUPLICATE_IDENTIFIERS = ['doi', 'isbn', 'eric', 'pmid'] as const;
export type DuplicateIdentifier = (typeof DUPLICATE_IDENTIFIERS)[number];

/** What makes two records one work: shown to the person in words and theirs to change. */
export const duplicateRulesSchema = z.object({
  /** Identifiers that prove it when they are equal. */
  identifiers: z.array(z.enum(DUPLICATE_IDENTIFIERS)).default([...DUPLICATE_IDENTIFIERS]),
  /** Whether titles count: not at all, only when equal, or also when nearly equal (a typing error, a dropped article). */
  titles: z.enum(['off', 'equal', 'similar']).default('similar'),
  /** How many years two records with one title may be apart. */
  yearTolerance: z.number().int().min(0).max(3).default(1),
  /** Which creators must agree when only the title does. */
  authors: z.enum(['none', 'any', 'first']).default('any'),
  /** Whether a preprint and its published form are shown as versions of one work. */
  versions: z.boolean().default(true),
});
export type DuplicateRules = z.infer<typeof duplicateRulesSchema>;

export const DEFAULT_DUPLICATE_RULES: DuplicateRules = duplicateRulesSchema.parse({});

/** Name of the setting that holds the rules. */
export const DUPLICATE_RULES_SETTING = 'duplicates.rules';

/** @param stored value of the setting @returns the rules; the defaults when nothing (or nothing readable) is stored */
export function readDuplicateRules(stored: unknown): DuplicateRules {
  return duplicateRulesSchema.catch(DEFAULT_DUPLICATE_RULES).parse(stored ?? {});
}
