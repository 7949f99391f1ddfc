import type { DecisionKind, ProjectStatus, StageStatus } from './vocabulary';

/** One run through a stage. Runs are never deleted: going back opens new runs beside the old ones. */
export interface StageRun {
  readonly id: string;
  readonly cycleId: string;
  readonly stageId: string;
  readonly status: StageStatus;
  readonly enteredAt: string | null;
  readonly doneAt: string | null;
  readonly signedBy: string | null;
  /** Why the stage was skipped or sent back. */
  readonly reason: string | null;
}

/** One turn of the inquiry. */
export interface Cycle {
  readonly id: string;
  readonly projectId: string;
  /** 1 for the first cycle. */
  readonly number: number;
  readonly startedAt: string;
  readonly closedAt: string | null;
  readonly decision: DecisionKind | null;
  readonly decisionReason: string | null;
}

/** What the engine needs to know of a project. */
export interface EngineState {
  readonly projectId: string;
  readonly status: ProjectStatus;
  /** In order of their numbers. */
  readonly cycles: readonly Cycle[];
  /** In the order they were made. */
  readonly runs: readonly StageRun[];
}

/** What a step of the engine changes, for the caller to store in one transaction. */
export interface EngineChange {
  readonly insertCycles: readonly Cycle[];
  readonly updateCycles: readonly { readonly id: string; readonly patch: Partial<Omit<Cycle, 'id'>> }[];
  readonly insertRuns: readonly StageRun[];
  readonly updateRuns: readonly { readonly id: string; readonly patch: Partial<Omit<StageRun, 'id'>> }[];
  readonly projectStatus: ProjectStatus | null;
}

/** Where the engine takes ids, the time and the signer from. */
export interface EngineServices {
  readonly nextId: () => string;
  /** ISO 8601 UTC. */
  readonly now: string;
  /** The name or role to sign with. */
  readonly by: string;
}

/** A change that does nothing, to build on. */
export const NO_CHANGE: EngineChange = {
  insertCycles: [],
  updateCycles: [],
  insertRuns: [],
  updateRuns: [],
  projectStatus: null,
};

/**
 * The state after a change.
 * @param state the state before
 * @param change what a step of the engine returned
 */
export function applyChange(state: EngineState, change: EngineChange): EngineState {
  const cyclePatches = new Map(change.updateCycles.map(({ id, patch }) => [id, patch]));
  const runPatches = new Map(change.updateRuns.map(({ id, patch }) => [id, patch]));
  return {
    projectId: state.projectId,
    status: change.projectStatus ?? state.status,
    cycles: [
      ...state.cycles.map((cycle) => ({ ...cycle, ...cyclePatches.get(cycle.id) })),
      ...change.insertCycles,
    ],
    runs: [...state.runs.map((run) => ({ ...run, ...runPatches.get(run.id) })), ...change.insertRuns],
  };
}

/**
 * The cycle with the highest number.
 * @param state the project
 */
export function currentCycle(state: EngineState): Cycle | undefined {
  return state.cycles.at(-1);
}

/**
 * The latest run of a stage in a cycle: the one whose status counts.
 * @param state the project
 * @param cycleId the cycle
 * @param stageId the stage
 */
export function latestRun(state: EngineState, cycleId: string, stageId: string): StageRun | undefined {
  return state.runs.findLast((run) => run.cycleId === cycleId && run.stageId === stageId);
}
