import { z } from 'zod';
import { contentIdSchema, wordsSchema } from '../learning/language';

/** The answers of every set. There is no number behind them and no total. */
export const appraisalAnswers = ['yes', 'partly', 'no', 'cannot-tell', 'not-applicable'] as const;
export const appraisalAnswerSchema = z.enum(appraisalAnswers);
export type AppraisalAnswerValue = z.infer<typeof appraisalAnswerSchema>;

/** resources/appraisal/<id>/set.json: questions and the instruments they map to. */
export const appraisalSetStructureSchema = z.strictObject({
  id: contentIdSchema,
  version: z.number().int().positive(),
  instruments: z.array(z.strictObject({ id: contentIdSchema, name: wordsSchema, url: z.url() })),
  questions: z
    .array(
      z.strictObject({
        id: contentIdSchema,
        mapsTo: z.array(contentIdSchema).default([]),
        terms: z.array(contentIdSchema).default([]),
      }),
    )
    .min(6)
    .max(12),
});
export type AppraisalSetStructure = z.infer<typeof appraisalSetStructureSchema>;

/** resources/appraisal/<id>/<language>.json: the words of a set. */
export const appraisalSetTextSchema = z.strictObject({
  title: wordsSchema,
  intro: wordsSchema,
  questions: z.record(
    contentIdSchema,
    z.strictObject({
      question: wordsSchema,
      /** What to think about. */
      help: wordsSchema,
      whereToLook: wordsSchema,
    }),
  ),
  overall: z.strictObject({ question: wordsSchema, help: wordsSchema }),
});
export type AppraisalSetText = z.infer<typeof appraisalSetTextSchema>;

/** What counts for completeness: an answer and its footing. */
export interface AnswerState {
  readonly questionId: string;
  readonly answer: AppraisalAnswerValue | null;
  /** The reader looked and the paper does not say. */
  readonly notReported: boolean;
  /** How many highlights of the paper the answer points at. */
  readonly anchorCount: number;
}

/** How far an appraisal is. */
export interface AppraisalProgress {
  readonly total: number;
  /** Questions with an answer. */
  readonly answered: number;
  /** Questions with an answer that rests on a highlight or on "not reported". */
  readonly grounded: number;
  readonly complete: boolean;
}

/**
 * Progress of an appraisal: complete when every answer has a highlight or "not reported". "Not applicable" needs no
 * highlight: there is nothing in the paper to point at.
 * @param questionIds all questions of the set
 * @param answers stored answers
 */
export function appraisalProgress(
  questionIds: readonly string[],
  answers: readonly AnswerState[],
): AppraisalProgress {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  const known = questionIds.map((id) => byQuestion.get(id));
  const answered = known.filter(
    (state) => state !== undefined && (state.answer !== null || state.notReported),
  ).length;
  const grounded = known.filter((state) => state !== undefined && isGrounded(state)).length;
  return { total: questionIds.length, answered, grounded, complete: grounded === questionIds.length };
}

/**
 * @param state one stored answer
 * @returns whether it rests on a highlight, on "not reported" or on "not applicable"
 */
export function isGrounded(state: AnswerState): boolean {
  if (state.notReported) return true;
  if (state.answer === null) return false;
  return state.anchorCount > 0 || state.answer === 'not-applicable';
}
