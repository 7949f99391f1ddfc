import { z } from 'zod';
import { exerciseKeySchema, exerciseTextSchema } from './exercise';
import { contentIdSchema, wordsSchema } from './language';

/** Skills the module map is arranged by. */
export const skillIds = [
  'foundations',
  'numbers',
  'experiments',
  'words-and-cases',
  'syntheses',
  'practice',
] as const;
export const skillIdSchema = z.enum(skillIds);

/** resources/modules/<id>/module.json: structure and keys of a module, without words. */
export const moduleStructureSchema = z.strictObject({
  id: contentIdSchema,
  version: z.number().int().positive(),
  skill: skillIdSchema,
  minutes: z.number().int().positive(),
  requires: z.array(contentIdSchema),
  objectiveIds: z.array(contentIdSchema).min(1),
  cardIds: z.array(contentIdSchema).min(5).max(8),
  workedExample: z.strictObject({
    paperId: contentIdSchema,
    /** Each step points at a passage of the paper. */
    steps: z.array(z.strictObject({ id: contentIdSchema, anchorId: contentIdSchema })).min(1),
  }),
  exercises: z.array(exerciseKeySchema).min(1),
  appraisalSetId: contentIdSchema,
});
export type ModuleStructure = z.infer<typeof moduleStructureSchema>;

const cardTextSchema = z.strictObject({
  title: wordsSchema,
  /** Paragraphs; `**bold**` and `*italic*` only. */
  body: z.array(wordsSchema).min(1),
  /** What a reader must look for in the paper. */
  check: wordsSchema,
  /** A common wrong belief and why it is wrong. */
  myth: z.strictObject({ claim: wordsSchema, answer: wordsSchema }).optional(),
  /** Glossary ids offered with the card. */
  terms: z.array(contentIdSchema).default([]),
});

/** resources/modules/<id>/<language>.json: the words of a module in one language. */
export const moduleTextSchema = z.strictObject({
  title: wordsSchema,
  summary: wordsSchema,
  objectives: z.record(contentIdSchema, wordsSchema),
  hook: z.strictObject({ title: wordsSchema, body: z.array(wordsSchema).min(1), question: wordsSchema }),
  cards: z.record(contentIdSchema, cardTextSchema),
  workedExample: z.strictObject({
    title: wordsSchema,
    intro: wordsSchema,
    steps: z.record(contentIdSchema, z.strictObject({ title: wordsSchema, body: wordsSchema })),
    conclusion: wordsSchema,
  }),
  exercises: z.record(contentIdSchema, exerciseTextSchema),
});
export type ModuleText = z.infer<typeof moduleTextSchema>;
