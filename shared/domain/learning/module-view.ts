import { z } from 'zod';
import type { ExerciseKey, ExerciseText } from './exercise';
import { skillIdSchema, type ModuleStructure, type ModuleText } from './module';
import { anchorSchema, type Anchor } from './teaching-paper';

/**
 * A module in one language as the player shows it: structure and words joined, keys left out. What the right answer is
 * comes with the score of a try or when the learner asks to see it.
 */
const labelled = z.strictObject({ id: z.string(), label: z.string() });
const common = {
  id: z.string(),
  objectiveIds: z.array(z.string()),
  paperId: z.string().nullable(),
  prompt: z.string(),
  rationale: z.string(),
};

export const exerciseViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('find-in-paper'), ...common, paperId: z.string(), hint: z.string() }),
  z.strictObject({
    kind: z.literal('classify'),
    ...common,
    categories: z.array(labelled),
    items: z.array(z.strictObject({ id: z.string(), label: z.string(), why: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('compute'),
    ...common,
    formula: z.string(),
    worked: z.string(),
    inWords: z.string(),
    unit: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('order'), ...common, steps: z.array(labelled) }),
  z.strictObject({
    kind: z.literal('judge'),
    ...common,
    ratings: z.array(labelled),
    experts: z.array(labelled),
  }),
  z.strictObject({ kind: z.literal('match'), ...common, left: z.array(labelled), right: z.array(labelled) }),
  z.strictObject({ kind: z.literal('own-paper'), ...common, appraisalSetId: z.string() }),
]);
export type ExerciseView = z.infer<typeof exerciseViewSchema>;
export type ExerciseViewOf<K extends ExerciseView['kind']> = Extract<ExerciseView, { kind: K }>;

export const moduleViewSchema = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  skill: skillIdSchema,
  minutes: z.number().int(),
  title: z.string(),
  summary: z.string(),
  objectives: z.array(labelled),
  hook: z.strictObject({ title: z.string(), body: z.array(z.string()), question: z.string() }),
  cards: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      body: z.array(z.string()),
      check: z.string(),
      myth: z.strictObject({ claim: z.string(), answer: z.string() }).nullable(),
      terms: z.array(z.string()),
    }),
  ),
  workedExample: z.strictObject({
    paperId: z.string(),
    title: z.string(),
    intro: z.string(),
    steps: z.array(
      z.strictObject({ id: z.string(), title: z.string(), body: z.string(), anchor: anchorSchema }),
    ),
    conclusion: z.string(),
  }),
  exercises: z.array(exerciseViewSchema),
  appraisalSetId: z.string(),
});
export type ModuleView = z.infer<typeof moduleViewSchema>;

/** The words of an id; the content check guarantees them, so a gap is a bug. */
function wordsOf<T>(group: Readonly<Record<string, T>>, id: string): T {
  const words = group[id];
  if (words === undefined) throw new Error(`no words for "${id}"`);
  return words;
}

function labels(
  ids: readonly string[],
  words: Readonly<Record<string, string>>,
): { id: string; label: string }[] {
  return ids.map((id) => ({ id, label: wordsOf(words, id) }));
}

/** Ids in an order that does not give the answer away, the same at every start. */
function scrambled(ids: readonly string[]): readonly string[] {
  return [...ids].sort((a, b) => (a < b ? -1 : 1));
}

function exerciseView(key: ExerciseKey, text: ExerciseText): ExerciseView {
  const base = {
    id: key.id,
    objectiveIds: key.objectiveIds,
    paperId: key.paperId ?? null,
    prompt: text.prompt,
    rationale: text.rationale,
  };
  if (key.kind === 'find-in-paper' && text.kind === 'find-in-paper') {
    return { kind: key.kind, ...base, paperId: key.paperId, hint: text.hint };
  }
  if (key.kind === 'classify' && text.kind === 'classify') {
    const items = key.items.map(({ id }) => {
      const words = wordsOf(text.items, id);
      return { id, label: words.text, why: words.why };
    });
    return { kind: key.kind, ...base, categories: labels(key.categoryIds, text.categories), items };
  }
  if (key.kind === 'compute' && text.kind === 'compute') {
    const { formula, worked, inWords, unit } = text;
    return { kind: key.kind, ...base, formula, worked, inWords, unit: unit ?? null };
  }
  if (key.kind === 'order' && text.kind === 'order') {
    return { kind: key.kind, ...base, steps: labels(scrambled(key.stepIds), text.steps) };
  }
  if (key.kind === 'judge' && text.kind === 'judge') {
    const experts = labels(
      key.experts.map((expert) => expert.id),
      text.experts,
    );
    return { kind: key.kind, ...base, ratings: labels(key.ratingIds, text.ratings), experts };
  }
  if (key.kind === 'match' && text.kind === 'match') {
    const left = labels(
      key.pairs.map((pair) => pair.leftId),
      text.left,
    );
    return {
      kind: key.kind,
      ...base,
      left,
      right: labels(scrambled(key.pairs.map((pair) => pair.rightId)), text.right),
    };
  }
  if (key.kind === 'own-paper' && text.kind === 'own-paper') {
    return { kind: key.kind, ...base, appraisalSetId: key.appraisalSetId };
  }
  throw new Error(`exercise "${key.id}" is ${key.kind} in the structure and ${text.kind} in the words`);
}

/**
 * Joins structure and words of a module that passed the content check.
 * @param module structure and keys
 * @param text words in one language
 * @param anchors anchors of the worked example's paper
 * @throws when words are missing, which the content check rules out
 */
export function moduleView(
  module: ModuleStructure,
  text: ModuleText,
  anchors: readonly Anchor[],
): ModuleView {
  return {
    id: module.id,
    version: module.version,
    skill: module.skill,
    minutes: module.minutes,
    title: text.title,
    summary: text.summary,
    objectives: labels(module.objectiveIds, text.objectives),
    hook: text.hook,
    cards: module.cardIds.map((id) => {
      const card = wordsOf(text.cards, id);
      return {
        id,
        title: card.title,
        body: card.body,
        check: card.check,
        myth: card.myth ?? null,
        terms: card.terms,
      };
    }),
    workedExample: {
      paperId: module.workedExample.paperId,
      title: text.workedExample.title,
      intro: text.workedExample.intro,
      steps: module.workedExample.steps.map(({ id, anchorId }) => {
        const anchor = anchors.find((candidate) => candidate.id === anchorId);
        if (anchor === undefined) throw new Error(`no anchor "${anchorId}"`);
        return { id, ...wordsOf(text.workedExample.steps, id), anchor };
      }),
      conclusion: text.workedExample.conclusion,
    },
    exercises: module.exercises.map((key) => exerciseView(key, wordsOf(text.exercises, key.id))),
    appraisalSetId: module.appraisalSetId,
  };
}
