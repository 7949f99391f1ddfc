/**
 * What a stage is for, whatever a model calls it (domain 3.2). Reports, the spiral view and a change of model
 * compare stages of different models through this list, whose order is the usual order of an inquiry.
 */
export const CANONICAL_STAGES = [
  'problem',
  'explore',
  'question',
  'rationale',
  'plan',
  'ethics',
  'act',
  'observe',
  'analyse',
  'interpret',
  'decide',
  'share',
] as const;

/** What a stage is for, whatever its model calls it. */
export type CanonicalStage = (typeof CANONICAL_STAGES)[number];

/** Where one run through a stage stands. */
export const STAGE_STATUSES = ['not-started', 'active', 'done', 'returned', 'skipped'] as const;

/** Where one run through a stage stands. */
export type StageStatus = (typeof STAGE_STATUSES)[number];

/** What a team may decide at the end of a cycle. `too-early` is not the same as "no effect" (S-I-03). */
export const DECISION_KINDS = ['adopt', 'adapt', 'abandon', 'scale', 'repeat', 'pause', 'too-early'] as const;

/** What a team decided at the end of a cycle. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** How much coaching is shown. It never changes what is stored (S-L10-08). */
export const GUIDANCE_LEVELS = ['guided', 'light', 'free'] as const;

/** How much coaching is shown. */
export type GuidanceLevel = (typeof GUIDANCE_LEVELS)[number];

/** Where a whole project stands. */
export const PROJECT_STATUSES = ['active', 'paused', 'finished'] as const;

/** Where a whole project stands. */
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** How formal the ethics arrangements must be (domain 3.5). */
export const ETHICS_TIERS = ['T0', 'T1', 'T2', 'T3'] as const;

/** How formal the ethics arrangements must be. */
export type EthicsTier = (typeof ETHICS_TIERS)[number];

/** Whose view a source of data gives. */
export const PERSPECTIVES = ['student', 'teacher', 'parent', 'leader', 'peer-observer', 'document'] as const;

/** Whose view a source of data gives. */
export type Perspective = (typeof PERSPECTIVES)[number];
