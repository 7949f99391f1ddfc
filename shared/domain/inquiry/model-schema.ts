import { z } from 'zod';
import { localizedSchema } from './localized';
import { CANONICAL_STAGES } from './vocabulary';
import { QUESTION_CRITERIA } from './question-quality';
import { PROBLEM_TESTS } from './problem-quality';

const fieldKey = z.string().regex(/^[a-z]+\.[a-z][A-Za-z]*$/);
const shared = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: localizedSchema,
  /** `must` holds the stage back at every guidance level; `should` is advice and is hidden when guidance is free. */
  level: z.enum(['must', 'should']),
  tip: z.strictObject({ title: localizedSchema, body: localizedSchema }).readonly().optional(),
};

const check = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ ...shared, check: z.literal(kind), ...shape }).readonly();

/** The named predicates an exit check may use. A model combines them; it never brings code. */
export const exitCheckSchema = z.discriminatedUnion('check', [
  check('filled', { fields: z.array(fieldKey).min(1) }),
  check('any-filled', { fields: z.array(fieldKey).min(1) }),
  check('min-rows', { field: fieldKey, count: z.number().int().positive(), where: z.string().optional() }),
  check('distinct', { field: fieldKey, column: z.string(), count: z.number().int().positive() }),
  check('min-links', { field: fieldKey, count: z.number().int().positive() }),
  check('set-before-data', { field: fieldKey, column: z.string(), stamp: z.string() }),
  check('question', { field: fieldKey, criteria: z.array(z.enum(QUESTION_CRITERIA)).min(1) }),
  check('problem', { field: fieldKey, tests: z.array(z.enum(PROBLEM_TESTS)).min(1) }),
  check('ethics-tier', {}),
  check('consent', {}),
  check('workload', {}),
  check('one-accountable', { field: fieldKey }),
  check('journal', { kinds: z.array(z.string()), count: z.number().int().positive() }),
  check('data', { count: z.number().int().positive() }),
  check('not-choice', { field: fieldKey, option: z.string() }),
  check('hypotheses-decided', { field: fieldKey }),
]);

/** One exit check of a stage. */
export type ExitCheck = z.infer<typeof exitCheckSchema>;

/** What a stage can show besides its generated form. */
export const STAGE_PANELS = [
  'consent',
  'journal',
  'data',
  'decision',
  'ethics',
  'workload',
  'question',
  'problem',
] as const;

const stageSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    canonical: z.enum(CANONICAL_STAGES),
    /** The model's own phases this stage belongs to. */
    phases: z.array(z.string()).min(1),
    title: localizedSchema,
    purpose: localizedSchema,
    prompts: z.array(localizedSchema),
    requiredFields: z.array(fieldKey),
    recommendedFields: z.array(fieldKey),
    artifacts: z.array(localizedSchema),
    exitChecks: z.array(exitCheckSchema),
    panels: z.array(z.enum(STAGE_PANELS)),
    next: z.array(z.string()),
    returnTo: z.array(z.string()),
  })
  .readonly();

/** A cycle model: one file in `resources/models/`. */
export const cycleModelSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    version: z.number().int().positive(),
    title: localizedSchema,
    /** The model in one line, such as "Plan · Act · Observe · Reflect". */
    phaseLine: localizedSchema,
    summary: localizedSchema,
    suits: localizedSchema,
    source: z.string(),
    phases: z.array(z.strictObject({ id: z.string(), title: localizedSchema }).readonly()).min(1),
    stages: z.array(stageSchema).min(2),
    /** What sends the inquiry back by itself: a field, or one column of its rows, that newly holds a value. */
    returnRules: z.array(
      z
        .strictObject({
          field: fieldKey,
          column: z.string().optional(),
          equals: z.string(),
          to: z.string(),
          reason: localizedSchema,
        })
        .readonly(),
    ),
  })
  .readonly()
  .superRefine((model, context) => {
    const complain = (message: string): void => {
      context.addIssue({ code: 'custom', message });
    };
    const stages = new Map(model.stages.map((stage, index) => [stage.id, index]));
    const phases = new Set(model.phases.map((phase) => phase.id));
    if (stages.size !== model.stages.length) complain('two stages share an id');
    for (const [index, stage] of model.stages.entries()) {
      for (const phase of stage.phases)
        if (!phases.has(phase)) complain(`${stage.id}: unknown phase ${phase}`);
      for (const id of stage.next) if (!stages.has(id)) complain(`${stage.id}: unknown next stage ${id}`);
      for (const id of stage.returnTo) {
        const target = stages.get(id);
        if (target === undefined || target >= index) complain(`${stage.id}: cannot return to ${id}`);
      }
      if (stage.next.length === 0 && !stage.panels.includes('decision')) {
        complain(`${stage.id}: a stage without a next stage must hold the decision`);
      }
      const checks = new Set(stage.exitChecks.map((item) => item.id));
      if (checks.size !== stage.exitChecks.length) complain(`${stage.id}: two checks share an id`);
    }
    for (const rule of model.returnRules)
      if (!stages.has(rule.to)) complain(`rule to unknown stage ${rule.to}`);
  });

/** A cycle model as data. */
export type CycleModel = z.infer<typeof cycleModelSchema>;

/** One stage of a cycle model. */
export type ModelStage = CycleModel['stages'][number];

/**
 * The stage of a model, `undefined` when it has none of that id.
 * @param model the cycle model
 * @param stageId the stage's id within the model
 */
export function findStage(model: CycleModel, stageId: string): ModelStage | undefined {
  return model.stages.find((stage) => stage.id === stageId);
}

/**
 * All fields a stage shows, required ones first, each once.
 * @param stage the stage
 */
export function stageFields(stage: ModelStage): readonly string[] {
  return [...new Set([...stage.requiredFields, ...stage.recommendedFields])];
}
