import { z } from 'zod';
import { contentIdSchema, wordsSchema } from './language';

/**
 * Exercises in two halves. The **key** half has ids and right answers, no words, and exists once per module
 * (module.json). The **text** half has the words and exists once per language (en.json, uk.json). `content.ts`
 * joins them and reports every id that lacks its words.
 */

const common = {
  id: contentIdSchema,
  objectiveIds: z.array(contentIdSchema).min(1),
  /** Teaching paper this exercise is worked on; shown beside it. */
  paperId: contentIdSchema.optional(),
};

const findInPaperKey = z.strictObject({
  ...common,
  kind: z.literal('find-in-paper'),
  paperId: contentIdSchema,
  /** Ids in the paper's answers.json; any one of them is a right answer. */
  anchorIds: z.array(contentIdSchema).min(1),
});

const classifyKey = z.strictObject({
  ...common,
  kind: z.literal('classify'),
  categoryIds: z.array(contentIdSchema).min(2),
  items: z.array(z.strictObject({ id: contentIdSchema, categoryId: contentIdSchema })).min(2),
});

const computeKey = z.strictObject({
  ...common,
  kind: z.literal('compute'),
  /** The right number. */
  key: z.number(),
  /** Largest accepted distance from the key, in the same unit. */
  tolerance: z.number().nonnegative(),
});

const orderKey = z.strictObject({
  ...common,
  kind: z.literal('order'),
  /** Step ids in the right order. */
  stepIds: z.array(contentIdSchema).min(3),
});

const judgeKey = z.strictObject({
  ...common,
  kind: z.literal('judge'),
  /** Rating ids from one end of the scale to the other; neighbours count as partly right. */
  ratingIds: z.array(contentIdSchema).min(2),
  experts: z.array(z.strictObject({ id: contentIdSchema, ratingId: contentIdSchema })).min(2),
});

const matchKey = z.strictObject({
  ...common,
  kind: z.literal('match'),
  pairs: z.array(z.strictObject({ leftId: contentIdSchema, rightId: contentIdSchema })).min(2),
});

const ownPaperKey = z.strictObject({
  ...common,
  kind: z.literal('own-paper'),
  appraisalSetId: contentIdSchema,
});

/** Key half of an exercise. */
export const exerciseKeySchema = z.discriminatedUnion('kind', [
  findInPaperKey,
  classifyKey,
  computeKey,
  orderKey,
  judgeKey,
  matchKey,
  ownPaperKey,
]);
export type ExerciseKey = z.infer<typeof exerciseKeySchema>;
export type ExerciseKind = ExerciseKey['kind'];
export type ExerciseKeyOf<K extends ExerciseKind> = Extract<ExerciseKey, { kind: K }>;

const words = z.record(contentIdSchema, wordsSchema);
const commonText = {
  prompt: wordsSchema,
  /** Why the right answer is right; shown after the first try. */
  rationale: wordsSchema,
};

/** Text half of an exercise in one language. */
export const exerciseTextSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('find-in-paper'),
    ...commonText,
    /** Where in a paper such a passage usually stands; shown after a first miss. */
    hint: wordsSchema,
  }),
  z.strictObject({
    kind: z.literal('classify'),
    ...commonText,
    categories: words,
    items: z.record(contentIdSchema, z.strictObject({ text: wordsSchema, why: wordsSchema })),
  }),
  z.strictObject({
    kind: z.literal('compute'),
    ...commonText,
    /** The formula in words or symbols. */
    formula: wordsSchema,
    /** The formula with the values put in; shown for the second try. */
    worked: wordsSchema,
    /** The result in one plain sentence. */
    inWords: wordsSchema,
    unit: wordsSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('order'), ...commonText, steps: words }),
  z.strictObject({ kind: z.literal('judge'), ...commonText, ratings: words, experts: words }),
  z.strictObject({ kind: z.literal('match'), ...commonText, left: words, right: words }),
  z.strictObject({ kind: z.literal('own-paper'), ...commonText }),
]);
export type ExerciseText = z.infer<typeof exerciseTextSchema>;

/**
 * Ids in the key half that must have words in the text half, per group, for the completeness check.
 * @param key key half
 * @param text text half of the same kind
 * @returns one row per group of words: what the key needs and what the text has
 */
export function wordGroups(
  key: ExerciseKey,
  text: ExerciseText,
): readonly {
  readonly group: string;
  readonly needed: readonly string[];
  readonly present: readonly string[];
}[] {
  if (key.kind === 'classify' && text.kind === 'classify') {
    return [
      { group: 'categories', needed: key.categoryIds, present: Object.keys(text.categories) },
      { group: 'items', needed: key.items.map((item) => item.id), present: Object.keys(text.items) },
    ];
  }
  if (key.kind === 'order' && text.kind === 'order') {
    return [{ group: 'steps', needed: key.stepIds, present: Object.keys(text.steps) }];
  }
  if (key.kind === 'judge' && text.kind === 'judge') {
    return [
      { group: 'ratings', needed: key.ratingIds, present: Object.keys(text.ratings) },
      {
        group: 'experts',
        needed: key.experts.map((expert) => expert.id),
        present: Object.keys(text.experts),
      },
    ];
  }
  if (key.kind === 'match' && text.kind === 'match') {
    return [
      { group: 'left', needed: key.pairs.map((pair) => pair.leftId), present: Object.keys(text.left) },
      { group: 'right', needed: key.pairs.map((pair) => pair.rightId), present: Object.keys(text.right) },
    ];
  }
  return [];
}
