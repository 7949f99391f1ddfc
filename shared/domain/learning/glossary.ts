import { z } from 'zod';
import { contentIdSchema, wordsSchema } from './language';

/** resources/glossary/terms.json: the terms and how they hang together. */
export const glossaryStructureSchema = z.strictObject({
  version: z.number().int().positive(),
  terms: z.array(z.strictObject({ id: contentIdSchema, related: z.array(contentIdSchema) })).min(1),
});
export type GlossaryStructure = z.infer<typeof glossaryStructureSchema>;

/** resources/glossary/<language>.json: the words. */
export const glossaryTextSchema = z.record(
  contentIdSchema,
  z.strictObject({
    term: wordsSchema,
    /** Other names and forms under which the term may stand in a text. */
    forms: z.array(wordsSchema).default([]),
    /** What it means, for a reader of 13 to 15. */
    meaning: wordsSchema,
  }),
);
export type GlossaryText = z.infer<typeof glossaryTextSchema>;
