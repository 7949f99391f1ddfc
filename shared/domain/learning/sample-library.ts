import { z } from 'zod';
import { contentIdSchema, wordsSchema } from './language';

/** resources/sample-library/library.json: the invented records a new library starts with. */
export const sampleLibrarySchema = z.strictObject({
  version: z.number().int().positive(),
  /** Tag that marks every sample record. */
  tag: wordsSchema,
  collections: z.array(
    z.strictObject({ id: contentIdSchema, name: z.strictObject({ en: wordsSchema, uk: wordsSchema }) }),
  ),
  items: z
    .array(
      z.strictObject({
        /** CSL-JSON; must say in `note` that the work is invented. */
        csl: z.looseObject({ id: wordsSchema, type: wordsSchema, title: wordsSchema, note: wordsSchema }),
        teachingPaper: contentIdSchema.optional(),
        /** Research design as the item table names it. */
        design: contentIdSchema.optional(),
        tags: z.array(wordsSchema),
        collection: contentIdSchema,
      }),
    )
    .min(1),
});
export type SampleLibrary = z.infer<typeof sampleLibrarySchema>;
