import { z } from 'zod';
import { parseNumber } from './compute';
import type { ExerciseKey, ExerciseKeyOf } from './exercise';
import { matchSelection } from './find-in-paper';
import type { Anchor } from './teaching-paper';

/** What a learner hands in, by kind of exercise. */
export const exerciseResponseSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('find-in-paper'),
    /** One piece per page touched by the selection. */
    selection: z
      .array(z.strictObject({ pageIndex: z.number().int().nonnegative(), text: z.string().max(20_000) }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ kind: z.literal('classify'), choices: z.record(z.string(), z.string()) }),
  z.strictObject({ kind: z.literal('compute'), text: z.string().max(60) }),
  z.strictObject({ kind: z.literal('order'), stepIds: z.array(z.string()).max(50) }),
  z.strictObject({ kind: z.literal('judge'), ratingId: z.string(), reason: z.string().max(4000) }),
  z.strictObject({ kind: z.literal('match'), pairs: z.record(z.string(), z.string()) }),
  z.strictObject({
    kind: z.literal('own-paper'),
    itemId: z.string(),
    answered: z.number().int(),
    total: z.number().int().positive(),
  }),
]);
export type ExerciseResponse = z.infer<typeof exerciseResponseSchema>;

/** Outcome of one try. `parts` tells per item what was right; `note` names why a selection was refused. */
export const exerciseScoreSchema = z.strictObject({
  /** 0 to 1. */
  fraction: z.number().min(0).max(1),
  correct: z.boolean(),
  parts: z.array(z.strictObject({ id: z.string(), correct: z.boolean() })),
  note: z.enum(['too-long', 'too-short', 'elsewhere', 'not-a-number', 'unfinished', 'neighbour']).optional(),
});
export type ExerciseScore = z.infer<typeof exerciseScoreSchema>;

/**
 * Scores one try.
 * @param key key half of the exercise
 * @param response what the learner handed in; must be of the same kind
 * @param anchors all anchors of the exercise's paper (find-in-paper only)
 * @returns the score, or undefined when the response is of another kind
 */
export function scoreExercise(
  key: ExerciseKey,
  response: ExerciseResponse,
  anchors: readonly Anchor[],
): ExerciseScore | undefined {
  if (key.kind === 'find-in-paper' && response.kind === 'find-in-paper') {
    const accepted = anchors.filter((anchor) => key.anchorIds.includes(anchor.id));
    const match = matchSelection(response.selection, accepted);
    const parts = match.matched ? [{ id: match.anchorId, correct: true }] : [];
    return { ...whole(match.matched, parts), ...(match.matched ? {} : { note: match.reason }) };
  }
  if (key.kind === 'classify' && response.kind === 'classify') {
    return perItem(
      key.items.map((item) => ({ id: item.id, correct: response.choices[item.id] === item.categoryId })),
    );
  }
  if (key.kind === 'compute' && response.kind === 'compute') return scoreCompute(key, response.text);
  if (key.kind === 'order' && response.kind === 'order') return scoreOrder(key, response.stepIds);
  if (key.kind === 'judge' && response.kind === 'judge') return scoreJudge(key, response.ratingId);
  if (key.kind === 'match' && response.kind === 'match') {
    return perItem(
      key.pairs.map((pair) => ({ id: pair.leftId, correct: response.pairs[pair.leftId] === pair.rightId })),
    );
  }
  if (key.kind === 'own-paper' && response.kind === 'own-paper') {
    const done = response.answered >= response.total;
    return { ...whole(done, []), ...(done ? {} : { note: 'unfinished' as const }) };
  }
  return undefined;
}

function whole(correct: boolean, parts: ExerciseScore['parts']): ExerciseScore {
  return { fraction: correct ? 1 : 0, correct, parts };
}

function perItem(parts: ExerciseScore['parts']): ExerciseScore {
  const right = parts.filter((part) => part.correct).length;
  return { fraction: right / parts.length, correct: right === parts.length, parts };
}

function scoreCompute(key: ExerciseKeyOf<'compute'>, text: string): ExerciseScore {
  const value = parseNumber(text);
  if (value === undefined) return { ...whole(false, []), note: 'not-a-number' };
  // A hair of slack, so that 6.78 against 6.78 ± 0.01 does not fail on binary rounding at the very edge.
  return whole(Math.abs(value - key.key) <= key.tolerance + 1e-9, []);
}

/** Full marks at Kendall distance 0; otherwise the share of pairs in the right order. Misplaced steps are marked. */
function scoreOrder(key: ExerciseKeyOf<'order'>, given: readonly string[]): ExerciseScore {
  const place = new Map(given.map((id, index) => [id, index]));
  const pairs = key.stepIds.flatMap((first, index) =>
    key.stepIds.slice(index + 1).map((second) => [first, second] as const),
  );
  const wrong = pairs.filter(
    ([first, second]) => (place.get(first) ?? Infinity) >= (place.get(second) ?? -Infinity),
  );
  const misplaced = new Set(wrong.flat());
  return {
    fraction: (pairs.length - wrong.length) / pairs.length,
    correct: wrong.length === 0,
    parts: key.stepIds.map((id) => ({ id, correct: !misplaced.has(id) })),
  };
}

/** Right with any expert: 1. Next to an expert's rating on the scale: one half. */
function scoreJudge(key: ExerciseKeyOf<'judge'>, ratingId: string): ExerciseScore {
  const at = key.ratingIds.indexOf(ratingId);
  if (at < 0) return { ...whole(false, []), note: 'unfinished' };
  const distance = Math.min(
    ...key.experts.map((expert) => Math.abs(key.ratingIds.indexOf(expert.ratingId) - at)),
  );
  if (distance === 0) return whole(true, []);
  return distance === 1 ? { fraction: 0.5, correct: false, parts: [], note: 'neighbour' } : whole(false, []);
}
