import { z } from 'zod';
import { contentLanguageSchema } from '../../domain/learning/language';
import { skillIdSchema } from '../../domain/learning/module';
import { moduleViewSchema } from '../../domain/learning/module-view';
import { exerciseResponseSchema, exerciseScoreSchema } from '../../domain/learning/score';
import { anchorSchema } from '../../domain/learning/teaching-paper';
import type { learnChannels } from '../channels/learn';
import type { Area } from '../endpoint';

const moduleId = z.string().max(60);
const objective = z.object({
  id: z.string(),
  label: z.string(),
  status: z.enum(['not-started', 'in-progress', 'mastered', 'refresh']),
  since: z.string().nullable(),
  tried: z.number().int(),
  total: z.number().int(),
});
const progress = z.object({ step: z.string(), startedAt: z.string(), completedAt: z.string().nullable() });
const paper = z.object({
  paperId: z.string(),
  /** Null when the sample paper is not in the library (it was deleted). */
  attachmentId: z.string().nullable(),
  itemId: z.string().nullable(),
  title: z.string(),
});

/** Modules, exercises, teaching papers and glossary. */
export const learnContract = {
  /** All modules with what was mastered: the module map and the skills profile. */
  'learn.map': {
    input: z.object({ language: contentLanguageSchema }),
    output: z.object({
      modules: z.array(
        z.object({
          id: z.string(),
          skill: skillIdSchema,
          title: z.string(),
          summary: z.string(),
          minutes: z.number().int(),
          requires: z.array(z.string()),
          exerciseCount: z.number().int(),
          triedCount: z.number().int(),
          progress: progress.nullable(),
          objectives: z.array(objective),
        }),
      ),
    }),
  },
  'learn.module': {
    input: z.object({ moduleId, language: contentLanguageSchema }),
    output: moduleViewSchema,
  },
  /** Where the learner is in a module. */
  'learn.state': {
    input: z.object({ moduleId }),
    output: z.object({
      progress: progress.nullable(),
      exercises: z.array(
        z.object({
          id: z.string(),
          tries: z.number().int(),
          wrongTries: z.number().int(),
          last: z
            .object({ response: exerciseResponseSchema, score: exerciseScoreSchema, at: z.string() })
            .nullable(),
        }),
      ),
    }),
  },
  'learn.saveStep': {
    input: z.object({ moduleId, step: z.string().max(120), completed: z.boolean().default(false) }),
    output: z.object({ progress }),
  },
  /** Hands in a try; it is stored. */
  'learn.attempt': {
    input: z.object({ moduleId, exerciseId: z.string().max(60), response: exerciseResponseSchema }),
    output: z.object({ score: exerciseScoreSchema, wrongTries: z.number().int() }),
  },
  /** The right answer, when the learner asks for it or has found it. */
  'learn.answer': {
    input: z.object({ moduleId, exerciseId: z.string().max(60) }),
    output: z.object({
      anchors: z.array(anchorSchema),
      choices: z.record(z.string(), z.string()),
      order: z.array(z.string()),
      value: z.number().nullable(),
      ratings: z.array(z.object({ expertId: z.string(), ratingId: z.string() })),
    }),
  },
  'learn.paper': { input: z.object({ paperId: z.string().max(60) }), output: paper },
  /** Puts the sample library (or what is missing of it) into this library. */
  'learn.addSamples': {
    input: z.object({
      language: contentLanguageSchema,
      /** Only when nothing was ever written to this library. */
      onlyFirstRun: z.boolean().default(false),
    }),
    output: z.object({ added: z.number().int(), present: z.number().int() }),
  },
  'learn.glossary': {
    input: z.object({ language: contentLanguageSchema }),
    output: z.object({
      terms: z.array(
        z.object({
          id: z.string(),
          term: z.string(),
          forms: z.array(z.string()),
          meaning: z.string(),
          related: z.array(z.string()),
        }),
      ),
    }),
  },
} satisfies Area<typeof learnChannels>;
