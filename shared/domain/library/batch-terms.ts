import { z } from 'zod';
import { changeEducation, educationSchema, type Education } from './education';

/** Education fields that hold a list. */
export const TERM_FIELDS = ['phase', 'subject', 'topic', 'country'] as const;
export type TermField = (typeof TERM_FIELDS)[number];

/** What is done with a list: terms are added to it, taken out of it, or become the whole of it (none empty it). */
export const TERM_MODES = ['add', 'remove', 'replace'] as const;

export const termsOperation = z.object({
  kind: z.literal('terms'),
  field: z.enum(TERM_FIELDS),
  mode: z.enum(TERM_MODES),
  terms: educationSchema.shape.phase.unwrap(),
});
export type TermsOperation = z.infer<typeof termsOperation>;

/** As many terms as one field holds; those that stood there come first. */
const MOST = 30;

/** @param education the fields so far @param operation the change @returns the fields after it */
export function changeTerms(education: Education, { field, mode, terms }: TermsOperation): Education {
  const old = education[field] ?? [];
  const next = {
    add: [...new Set([...old, ...terms])].slice(0, MOST),
    remove: old.filter((term) => !terms.includes(term)),
    replace: [...new Set(terms)],
  }[mode];
  return changeEducation(education, { [field]: next });
}
