import { z } from 'zod';

/** Languages in which all learning content must exist. The first one is the fallback. */
export const contentLanguages = ['en', 'uk'] as const;

/** A language of the learning content. */
export const contentLanguageSchema = z.enum(contentLanguages);
export type ContentLanguage = z.infer<typeof contentLanguageSchema>;

/** A short stable name inside a content file: lower case letters, digits, `-` and `.`. */
export const contentIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'use lower case letters, digits, - and .');

/** Plain words for the learner: never empty. */
export const wordsSchema = z.string().trim().min(1);
