import type { CycleModel, ModelStage } from './model-schema';
import { stageFields } from './model-schema';
import { CANONICAL_STAGES } from './vocabulary';
import type { StageStatus } from './vocabulary';
import { currentCycle, latestRun, NO_CHANGE } from './engine-types';
import type { EngineChange, EngineServices, EngineState, StageRun } from './engine-types';

/** Where the work of one stage goes when the model changes. */
export interface StageMapping {
  readonly from: string;
  readonly status: StageStatus;
  /** Stages of the new model with the same canonical meaning, or the nearest one; empty when there is none near. */
  readonly to: readonly string[];
  readonly isExact: boolean;
}

/** What would happen if the project followed another model. */
export interface SwitchPreview {
  readonly stages: readonly StageMapping[];
  /** Stages of the new model that nothing maps to: new work. */
  readonly added: readonly string[];
  /** Filled fields that the new model does not ask for. They stay stored. */
  readonly hiddenFields: readonly string[];
}

function near(stage: ModelStage, model: CycleModel): readonly ModelStage[] {
  const place = CANONICAL_STAGES.indexOf(stage.canonical);
  const distance = (other: ModelStage): number => Math.abs(CANONICAL_STAGES.indexOf(other.canonical) - place);
  const best = Math.min(...model.stages.map(distance));
  return best <= 1 ? model.stages.filter((other) => distance(other) === best) : [];
}

/**
 * Shows what a change of model would do to the current cycle. Field values belong to the project, so none is lost.
 * @param state the project
 * @param from the model it follows now
 * @param to the model it would follow
 * @param filledFields keys of the fields that hold something
 */
export function previewSwitch(
  state: EngineState,
  from: CycleModel,
  to: CycleModel,
  filledFields: readonly string[],
): SwitchPreview {
  const cycle = currentCycle(state);
  const stages = from.stages.map((stage): StageMapping => {
    const exact = to.stages.filter((other) => other.canonical === stage.canonical);
    const targets = exact.length > 0 ? exact : near(stage, to);
    const run = cycle ? latestRun(state, cycle.id, stage.id) : undefined;
    return {
      from: stage.id,
      status: run?.status ?? 'not-started',
      to: targets.map((target) => target.id),
      isExact: exact.length > 0,
    };
  });
  const reached = new Set(stages.flatMap((mapping) => mapping.to));
  const shown = new Set(to.stages.flatMap(stageFields));
  return {
    stages,
    added: to.stages.filter((stage) => !reached.has(stage.id)).map((stage) => stage.id),
    hiddenFields: filledFields.filter((key) => !shown.has(key)),
  };
}

/**
 * Adds runs for the stages of the new model to the current cycle; the runs of the old model stay as history.
 * A new stage counts as done only when every stage that maps to it exactly is done.
 * @param state the project
 * @param preview the outcome of `previewSwitch`
 * @param to the new model
 * @param services ids, time, signer
 */
export function switchModel(
  state: EngineState,
  preview: SwitchPreview,
  to: CycleModel,
  services: EngineServices,
): EngineChange {
  const cycle = currentCycle(state);
  if (!cycle) return NO_CHANGE;
  const isDone = (stageId: string): boolean => {
    const sources = preview.stages.filter((mapping) => mapping.isExact && mapping.to.includes(stageId));
    return sources.length > 0 && sources.every((mapping) => mapping.status === 'done');
  };
  const firstOpen = to.stages.find((stage) => !isDone(stage.id))?.id;
  const insertRuns = to.stages.map((stage): StageRun => {
    const done = isDone(stage.id);
    const active = stage.id === firstOpen;
    return {
      id: services.nextId(),
      cycleId: cycle.id,
      stageId: stage.id,
      status: done ? 'done' : active ? 'active' : 'not-started',
      enteredAt: done || active ? services.now : null,
      doneAt: done ? services.now : null,
      signedBy: done ? services.by : null,
      reason: null,
    };
  });
  return { ...NO_CHANGE, insertRuns };
}
