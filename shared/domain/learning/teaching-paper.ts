import { z } from 'zod';
import { contentIdSchema, contentLanguageSchema, wordsSchema } from './language';

const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2)]),
    text: wordsSchema,
  }),
  z.strictObject({ type: z.literal('paragraph'), text: wordsSchema }),
  z.strictObject({
    type: z.literal('table'),
    caption: wordsSchema,
    columns: z
      .array(
        z.strictObject({
          label: wordsSchema,
          align: z.enum(['left', 'right']),
          /** Share of the column of text, 0 to 1. */
          width: z.number().positive().max(1),
        }),
      )
      .min(2),
    rows: z.array(z.array(z.string())).min(1),
    note: wordsSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('flow'),
    caption: wordsSchema,
    alt: wordsSchema,
    top: z.array(wordsSchema).min(1),
    arms: z.array(z.strictObject({ title: wordsSchema, steps: z.array(wordsSchema).min(1) })).length(2),
  }),
]);

/** resources/teaching-papers/<id>/paper.json: an invented paper, rendered to PDF at build time. */
export const teachingPaperSchema = z.strictObject({
  id: contentIdSchema,
  version: z.number().int().positive(),
  language: contentLanguageSchema,
  layout: z.literal('two-column'),
  type: z.literal('article-journal'),
  title: wordsSchema,
  authors: z
    .array(z.strictObject({ given: wordsSchema, family: wordsSchema, affiliation: wordsSchema }))
    .min(1),
  journal: wordsSchema,
  volume: wordsSchema,
  issue: wordsSchema,
  year: z.number().int(),
  /** Printed number of the first page; the PDF carries it as page label. */
  firstPage: z.number().int().positive(),
  /** Under 10.5555, the prefix reserved for examples: it can never be a real paper's. */
  doi: z.string().startsWith('10.5555/'),
  licence: z.literal('CC-BY-4.0'),
  history: wordsSchema,
  keywords: z.array(wordsSchema).min(1),
  abstract: z.array(wordsSchema).min(1),
  body: z.array(blockSchema).min(1),
  references: z.array(wordsSchema),
});
export type TeachingPaper = z.infer<typeof teachingPaperSchema>;

/** A passage in a PDF: page counted from 0, and the words as printed. */
export const anchorSchema = z.strictObject({
  id: contentIdSchema,
  pageIndex: z.number().int().nonnegative(),
  quote: wordsSchema,
});
export type Anchor = z.infer<typeof anchorSchema>;

/** resources/teaching-papers/<id>/answers.json: where the answers stand; re-found in the PDF by a build test. */
export const paperAnswersSchema = z.strictObject({
  paperId: contentIdSchema,
  anchors: z.array(anchorSchema).min(1),
});
export type PaperAnswers = z.infer<typeof paperAnswersSchema>;

/** resources/generated/manifest.json: what the build rendered. */
export const paperManifestSchema = z.object({
  papers: z.array(
    z.object({
      id: contentIdSchema,
      /** Path inside resources/generated. */
      file: wordsSchema,
      pages: z.number().int().positive(),
      /** Bytes. */
      size: z.number().int().positive(),
      fingerprint: z.string().regex(/^[0-9a-f]+$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type RenderedPaper = z.infer<typeof paperManifestSchema>['papers'][number];
