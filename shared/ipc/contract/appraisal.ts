import { z } from 'zod';
import { appraisalAnswerSchema } from '../../domain/appraisal/appraisal-set';
import { contentLanguageSchema } from '../../domain/learning/language';
import type { appraisalChannels } from '../channels/appraisal';
import type { Area } from '../endpoint';

const setId = z.string().max(60);
const progress = z.object({
  total: z.number().int(),
  answered: z.number().int(),
  grounded: z.number().int(),
  complete: z.boolean(),
});
const evidence = z.object({
  linkId: z.string(),
  annotationId: z.string(),
  attachmentId: z.string(),
  pageIndex: z.number().int(),
  pageLabel: z.string().nullable(),
  quote: z.string(),
  comment: z.string(),
  color: z.string(),
});
const appraisal = z.object({
  itemId: z.string(),
  setId: z.string(),
  /** Null until something was written. */
  appraisalId: z.string().nullable(),
  overallJudgement: z.string(),
  answers: z.array(
    z.object({
      questionId: z.string(),
      answer: appraisalAnswerSchema.nullable(),
      notReported: z.boolean(),
      note: z.string(),
      evidence: z.array(evidence),
    }),
  ),
  progress,
});
export type AppraisalOutput = z.infer<typeof appraisal>;

/** Appraisal sets answered on papers, each answer resting on highlights. */
export const appraisalContract = {
  'appraisal.set': {
    input: z.object({ setId, language: contentLanguageSchema }),
    output: z.object({
      id: z.string(),
      title: z.string(),
      intro: z.string(),
      questions: z.array(
        z.object({
          id: z.string(),
          question: z.string(),
          help: z.string(),
          whereToLook: z.string(),
          terms: z.array(z.string()),
          mapsTo: z.array(z.object({ id: z.string(), name: z.string(), url: z.string() })),
        }),
      ),
      overall: z.object({ question: z.string(), help: z.string() }),
    }),
  },
  'appraisal.get': { input: z.object({ itemId: z.uuid(), setId }), output: appraisal },
  /** Sets one or more parts of an answer; parts left out stay as they are. */
  'appraisal.answer': {
    input: z.object({
      itemId: z.uuid(),
      setId,
      questionId: z.string().max(60),
      answer: appraisalAnswerSchema.nullable().optional(),
      notReported: z.boolean().optional(),
      note: z.string().max(20_000).optional(),
    }),
    output: appraisal,
  },
  'appraisal.judge': {
    input: z.object({ itemId: z.uuid(), setId, overallJudgement: z.string().max(40_000) }),
    output: appraisal,
  },
  /** Rests an answer on a highlight: a link row annotation -> appraisal_answer. */
  'appraisal.anchor': {
    input: z.object({ itemId: z.uuid(), setId, questionId: z.string().max(60), annotationId: z.uuid() }),
    output: appraisal,
  },
  'appraisal.unanchor': { input: z.object({ linkId: z.uuid() }), output: z.object({ removed: z.boolean() }) },
  /** What was appraised of an item. */
  'appraisal.ofItem': {
    input: z.object({ itemId: z.uuid() }),
    output: z.object({
      appraisals: z.array(
        z.object({ setId: z.string(), overallJudgement: z.string(), updatedAt: z.string(), progress }),
      ),
    }),
  },
  /** Papers that can be appraised with a set: those with a PDF, begun ones first, at most 100. */
  'appraisal.papers': {
    input: z.object({ setId }),
    output: z.object({
      papers: z.array(
        z.object({
          itemId: z.string(),
          attachmentId: z.string(),
          title: z.string(),
          authors: z.string(),
          year: z.number().int().nullable(),
          progress: progress.nullable(),
        }),
      ),
    }),
  },
  /** The PDF of an item beside which it can be appraised. */
  'appraisal.paperOf': {
    input: z.object({ itemId: z.uuid() }),
    output: z.object({ attachmentId: z.string().nullable() }),
  },
} satisfies Area<typeof appraisalChannels>;
