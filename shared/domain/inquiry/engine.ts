import { fail, ok } from '../../lib/result';
import type { Result } from '../../lib/result';
import type { CycleModel } from './model-schema';
import { findStage } from './model-schema';
import { blockingChecks } from './exit-checks';
import type { CheckResult } from './exit-checks';
import { NO_CHANGE, currentCycle, latestRun } from './engine-types';
import type { Cycle, EngineChange, EngineServices, EngineState, StageRun } from './engine-types';
import { rowsOf } from './field-values';
import type { FieldValue } from './field-values';
import type { DecisionKind, ProjectStatus, StageStatus } from './vocabulary';

function newRun(cycleId: string, stageId: string, status: StageStatus, services: EngineServices): StageRun {
  return {
    id: services.nextId(),
    cycleId,
    stageId,
    status,
    enteredAt: status === 'active' ? services.now : null,
    doneAt: null,
    signedBy: null,
    reason: null,
  };
}

/** A cycle with one run for each stage of the model, the first one active. */
function openCycle(
  projectId: string,
  number: number,
  model: CycleModel,
  services: EngineServices,
): EngineChange {
  const cycle: Cycle = {
    id: services.nextId(),
    projectId,
    number,
    startedAt: services.now,
    closedAt: null,
    decision: null,
    decisionReason: null,
  };
  const insertRuns = model.stages.map((stage, index) =>
    newRun(cycle.id, stage.id, index === 0 ? 'active' : 'not-started', services),
  );
  return { ...NO_CHANGE, insertCycles: [cycle], insertRuns };
}

/**
 * Opens the first cycle of a project.
 * @param projectId the new project
 * @param model the cycle model it follows
 * @param services ids, time, signer
 */
export function startProject(projectId: string, model: CycleModel, services: EngineServices): EngineChange {
  return { ...openCycle(projectId, 1, model, services), projectStatus: 'active' };
}

interface Here {
  readonly cycle: Cycle;
  readonly run: StageRun;
}

/** The open cycle and the latest run of a stage in it. Errors: `cycle-closed`, `unknown-stage`. */
function locate(state: EngineState, model: CycleModel, stageId: string): Result<Here> {
  const cycle = currentCycle(state);
  if (!cycle || cycle.closedAt !== null) return fail('cycle-closed');
  const run = latestRun(state, cycle.id, stageId);
  if (!run || !findStage(model, stageId)) return fail('unknown-stage', { stage: stageId });
  return ok({ cycle, run });
}

/**
 * Makes a stage active. Stages need not be entered in order: data gathering may start while a consent form is still out.
 * Entering a stage that is already active or done changes nothing.
 * Errors: `cycle-closed`, `unknown-stage`.
 * @param state the project
 * @param model its cycle model
 * @param stageId the stage to enter
 * @param services ids, time, signer
 */
export function enterStage(
  state: EngineState,
  model: CycleModel,
  stageId: string,
  services: EngineServices,
): Result<EngineChange> {
  const here = locate(state, model, stageId);
  if (!here.ok) return here;
  const { run } = here.value;
  if (run.status === 'not-started') {
    return ok({
      ...NO_CHANGE,
      updateRuns: [{ id: run.id, patch: { status: 'active', enteredAt: services.now } }],
    });
  }
  if (run.status === 'skipped' || run.status === 'returned') {
    return ok({ ...NO_CHANGE, insertRuns: [newRun(run.cycleId, stageId, 'active', services)] });
  }
  return ok(NO_CHANGE);
}

/** Wakes the next stages that nobody has started yet. */
function wakeNext(
  state: EngineState,
  model: CycleModel,
  cycle: Cycle,
  stageId: string,
  services: EngineServices,
) {
  return (findStage(model, stageId)?.next ?? []).flatMap((next) => {
    const run = latestRun(state, cycle.id, next);
    if (run?.status !== 'not-started') return [];
    return [{ id: run.id, patch: { status: 'active', enteredAt: services.now } as const }];
  });
}

/**
 * Signs a stage off and opens the next one. Every `must` check has to be met (S-K-04).
 * Errors: `cycle-closed`, `unknown-stage`, `stage-not-active`, `checks-open` (details: `count`).
 * @param state the project
 * @param model its cycle model
 * @param stageId the stage to sign
 * @param checks the outcome of its exit checks
 * @param services ids, time, signer
 */
export function completeStage(
  state: EngineState,
  model: CycleModel,
  stageId: string,
  checks: readonly CheckResult[],
  services: EngineServices,
): Result<EngineChange> {
  const here = locate(state, model, stageId);
  if (!here.ok) return here;
  const { cycle, run } = here.value;
  if (run.status !== 'active') return fail('stage-not-active', { stage: stageId });
  const blocking = blockingChecks(checks);
  if (blocking.length > 0) return fail('checks-open', { count: blocking.length });
  return ok({
    ...NO_CHANGE,
    updateRuns: [
      { id: run.id, patch: { status: 'done', doneAt: services.now, signedBy: services.by } },
      ...wakeNext(state, model, cycle, stageId, services),
    ],
  });
}

/**
 * Leaves a stage out, with the reason kept.
 * Errors: `cycle-closed`, `unknown-stage`, `reason-needed`, `stage-done`.
 * @param state the project
 * @param model its cycle model
 * @param stageId the stage to leave out
 * @param reason in the user's words
 * @param services ids, time, signer
 */
export function skipStage(
  state: EngineState,
  model: CycleModel,
  stageId: string,
  reason: string,
  services: EngineServices,
): Result<EngineChange> {
  const here = locate(state, model, stageId);
  if (!here.ok) return here;
  const { cycle, run } = here.value;
  if (reason.trim() === '') return fail('reason-needed');
  if (run.status === 'done') return fail('stage-done', { stage: stageId });
  return ok({
    ...NO_CHANGE,
    updateRuns: [
      {
        id: run.id,
        patch: { status: 'skipped', reason: reason.trim(), doneAt: services.now, signedBy: services.by },
      },
      ...wakeNext(state, model, cycle, stageId, services),
    ],
  });
}

/**
 * Goes back to an earlier stage. The stage left is marked `returned` with the reason; it and every stage after the target get
 * a fresh run, so that the earlier runs stay as history.
 * Errors: `cycle-closed`, `unknown-stage`, `reason-needed`, `cannot-return` (not in the stage's `returnTo` nor in a return rule).
 * @param state the project
 * @param model its cycle model
 * @param from the stage being left
 * @param to the earlier stage to open again
 * @param reason in the user's words, or the name of the rule that sent the inquiry back
 * @param services ids, time, signer
 */
export function returnToStage(
  state: EngineState,
  model: CycleModel,
  from: string,
  to: string,
  reason: string,
  services: EngineServices,
): Result<EngineChange> {
  const here = locate(state, model, from);
  if (!here.ok) return here;
  const { cycle, run } = here.value;
  if (reason.trim() === '') return fail('reason-needed');
  const order = model.stages.map((stage) => stage.id);
  const isAllowed =
    (findStage(model, from)?.returnTo.includes(to) ?? false) ||
    model.returnRules.some((rule) => rule.to === to);
  const start = order.indexOf(to);
  const end = order.indexOf(from);
  if (!isAllowed || start < 0 || start >= end) return fail('cannot-return', { from, to });
  const touched = order.slice(start, end + 1);
  return ok({
    ...NO_CHANGE,
    updateRuns: [
      {
        id: run.id,
        patch: { status: 'returned', reason: reason.trim(), doneAt: services.now, signedBy: services.by },
      },
    ],
    insertRuns: touched.map((stageId) =>
      newRun(cycle.id, stageId, stageId === to ? 'active' : 'not-started', services),
    ),
  });
}

function holds(rule: CycleModel['returnRules'][number], value: FieldValue | undefined): readonly string[] {
  const { column } = rule;
  if (column === undefined) return value === rule.equals ? ['value'] : [];
  return rowsOf(value).flatMap((row) => (row[column] === rule.equals ? [row.id] : []));
}

/**
 * The rule that sends the inquiry back because of a field that was just changed: a hypothesis newly rejected, data newly
 * judged not good enough (S-L10-05). `null` when none fires; what was already so before does not fire again.
 * @param model the cycle model
 * @param key the field that changed
 * @param before its stored value
 * @param after its new value
 */
export function firedRule(
  model: CycleModel,
  key: string,
  before: FieldValue | undefined,
  after: FieldValue,
): CycleModel['returnRules'][number] | null {
  const fired = model.returnRules.find((rule) => {
    if (rule.field !== key) return false;
    const known = holds(rule, before);
    return holds(rule, after).some((row) => !known.includes(row));
  });
  return fired ?? null;
}

/**
 * Sends the inquiry back by a rule of its model, from the furthest active stage. Nothing changes when no stage after the
 * rule's target is active.
 * @param state the project
 * @param model its cycle model
 * @param rule the rule that fired
 * @param reason what to keep as the reason
 * @param services ids, time, signer
 */
export function applyRule(
  state: EngineState,
  model: CycleModel,
  rule: CycleModel['returnRules'][number],
  reason: string,
  services: EngineServices,
): EngineChange {
  const cycle = currentCycle(state);
  if (!cycle || cycle.closedAt !== null) return NO_CHANGE;
  const target = model.stages.findIndex((stage) => stage.id === rule.to);
  const furthest = model.stages.findLast(
    (stage, index) => index > target && latestRun(state, cycle.id, stage.id)?.status === 'active',
  );
  if (!furthest) return NO_CHANGE;
  const change = returnToStage(state, model, furthest.id, rule.to, reason, services);
  return change.ok ? change.value : NO_CHANGE;
}

const afterDecision: Readonly<Record<DecisionKind, ProjectStatus>> = {
  adopt: 'finished',
  scale: 'finished',
  abandon: 'finished',
  pause: 'paused',
  'too-early': 'paused',
  adapt: 'active',
  repeat: 'active',
};

/** The decisions that open another cycle. */
export const CONTINUING_DECISIONS: readonly DecisionKind[] = ['adapt', 'repeat'];

/**
 * Closes the current cycle with a decision; adapt and repeat open the next one. A cycle that was paused or judged too early
 * can be decided again.
 * Errors: `no-cycle`, `reason-needed`, `already-decided`, `stages-open` (details: `count`: a stage neither done nor skipped; not
 * asked of abandon, pause and too-early).
 * @param state the project
 * @param model its cycle model
 * @param decision what the team decided
 * @param reason why, in the user's words
 * @param services ids, time, signer
 */
export function decide(
  state: EngineState,
  model: CycleModel,
  decision: DecisionKind,
  reason: string,
  services: EngineServices,
): Result<EngineChange> {
  const cycle = currentCycle(state);
  if (!cycle) return fail('no-cycle');
  if (reason.trim() === '') return fail('reason-needed');
  if (cycle.decision !== null && cycle.decision !== 'pause' && cycle.decision !== 'too-early') {
    return fail('already-decided');
  }
  const endsEarly = decision === 'abandon' || decision === 'pause' || decision === 'too-early';
  const open = model.stages.filter((stage) => {
    const status = latestRun(state, cycle.id, stage.id)?.status;
    return status !== 'done' && status !== 'skipped' && !stage.panels.includes('decision');
  });
  if (!endsEarly && open.length > 0) return fail('stages-open', { count: open.length });
  const last = model.stages.find((stage) => stage.panels.includes('decision'));
  const lastRun = last ? latestRun(state, cycle.id, last.id) : undefined;
  const next = CONTINUING_DECISIONS.includes(decision)
    ? openCycle(state.projectId, cycle.number + 1, model, services)
    : NO_CHANGE;
  return ok({
    ...next,
    updateCycles: [
      { id: cycle.id, patch: { decision, decisionReason: reason.trim(), closedAt: services.now } },
    ],
    updateRuns:
      lastRun && lastRun.status !== 'done' && !endsEarly
        ? [{ id: lastRun.id, patch: { status: 'done', doneAt: services.now, signedBy: services.by } }]
        : [],
    projectStatus: afterDecision[decision],
  });
}

/**
 * Whether one more running project is too many for one team (S-I-04).
 * @param activeProjects how many run now
 * @param limit the user's own limit, usually 2
 */
export function isTooManyActive(activeProjects: number, limit = 2): boolean {
  return activeProjects > limit;
}
