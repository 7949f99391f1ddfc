import type { ExerciseKey } from './exercise';

/** Share of the auto-scored work that must be right. */
export const MASTERY_THRESHOLD = 0.8;
/** After so many days without new work an objective is due for a refresher. Nothing is taken away. */
export const REFRESH_AFTER_DAYS = 180;

const DAY = 86_400_000;

/** One stored try. */
export interface AttemptRecord {
  readonly exerciseId: string;
  /** 0 to 1. */
  readonly fraction: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export type ObjectiveStatus = 'not-started' | 'in-progress' | 'mastered' | 'refresh';

export interface ObjectiveState {
  readonly objectiveId: string;
  readonly status: ObjectiveStatus;
  /** When the work that shows mastery was done; ISO 8601, UTC. */
  readonly since?: string;
  /** Exercises tried and all auto-scored exercises of the objective. */
  readonly tried: number;
  readonly total: number;
}

/**
 * State of one objective. Mastered: the latest tries of its auto-scored exercises average 80 % or more (an exercise
 * not tried counts 0), among them at least one right find-in-paper where the objective has one. `refresh` once the
 * latest of this work is 180 days old.
 * @param objectiveId the objective
 * @param exercises all exercises of the module
 * @param attempts all stored tries, in any order
 * @param now ISO 8601, UTC
 */
export function objectiveState(
  objectiveId: string,
  exercises: readonly ExerciseKey[],
  attempts: readonly AttemptRecord[],
  now: string,
): ObjectiveState {
  const scored = exercises.filter(
    (exercise) => exercise.objectiveIds.includes(objectiveId) && exercise.kind !== 'own-paper',
  );
  const latest = scored.map((exercise) => ({ exercise, attempt: latestOf(exercise.id, attempts) }));
  const tried = latest.filter((entry) => entry.attempt !== undefined);
  const counts = { tried: tried.length, total: scored.length };
  if (tried.length === 0) return { objectiveId, status: 'not-started', ...counts };

  const mean = latest.reduce((sum, entry) => sum + (entry.attempt?.fraction ?? 0), 0) / scored.length;
  const finds = latest.filter((entry) => entry.exercise.kind === 'find-in-paper');
  const foundOne = finds.length === 0 || finds.some((entry) => entry.attempt?.fraction === 1);
  if (mean < MASTERY_THRESHOLD || !foundOne) return { objectiveId, status: 'in-progress', ...counts };

  const since = tried.map((entry) => entry.attempt?.at ?? '').reduce((a, b) => (a > b ? a : b));
  const age = (Date.parse(now) - Date.parse(since)) / DAY;
  return { objectiveId, status: age > REFRESH_AFTER_DAYS ? 'refresh' : 'mastered', since, ...counts };
}

function latestOf(exerciseId: string, attempts: readonly AttemptRecord[]): AttemptRecord | undefined {
  return attempts
    .filter((attempt) => attempt.exerciseId === exerciseId)
    .reduce<AttemptRecord | undefined>(
      (best, attempt) => (best === undefined || attempt.at >= best.at ? attempt : best),
      undefined,
    );
}
