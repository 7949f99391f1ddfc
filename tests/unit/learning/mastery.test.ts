import { describe, expect, it } from 'vitest';
import type { ExerciseKey } from '@shared/domain/learning/exercise';
import { objectiveState, type AttemptRecord } from '@shared/domain/learning/mastery';

const find = (id: string): ExerciseKey => ({
  id,
  kind: 'find-in-paper',
  objectiveIds: ['o'],
  paperId: 'p',
  anchorIds: ['a'],
});
const compute = (id: string): ExerciseKey => ({
  id,
  kind: 'compute',
  objectiveIds: ['o'],
  key: 1,
  tolerance: 0,
});
const own: ExerciseKey = { id: 'own', kind: 'own-paper', objectiveIds: ['o'], appraisalSetId: 'a-gen' };
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const attempt = (exerciseId: string, fraction: number, at = day(0)): AttemptRecord => ({
  exerciseId,
  fraction,
  at,
});
const exercises = [find('f1'), compute('c1'), compute('c2'), compute('c3'), compute('c4'), own];
const state = (attempts: AttemptRecord[], now = day(1)): ReturnType<typeof objectiveState> =>
  objectiveState('o', exercises, attempts, now);

describe('mastery', () => {
  it('starts with nothing and counts only auto-scored exercises', () => {
    expect(state([])).toEqual({ objectiveId: 'o', status: 'not-started', tried: 0, total: 5 });
  });
  it('is reached at 80 % with a right find-in-paper', () => {
    const done = [attempt('f1', 1), attempt('c1', 1), attempt('c2', 1), attempt('c3', 1)];
    expect(state(done)).toMatchObject({ status: 'mastered', since: day(0), tried: 4, total: 5 });
    expect(state(done.slice(0, 3)).status).toBe('in-progress');
  });
  it('is not reached without a right find-in-paper where the objective has one', () => {
    expect(state(['c1', 'c2', 'c3', 'c4'].map((id) => attempt(id, 1))).status).toBe('in-progress');
  });
  it('goes by the latest try', () => {
    const first = [attempt('f1', 1), attempt('c1', 1), attempt('c2', 1), attempt('c3', 1)];
    expect(state([...first, attempt('c1', 0, day(1))]).status).toBe('in-progress');
    expect(state([attempt('c1', 0, day(-1)), ...first]).status).toBe('mastered');
  });
  it('asks for a refresher after 180 days and takes nothing away', () => {
    const done = ['f1', 'c1', 'c2', 'c3', 'c4'].map((id) => attempt(id, 1));
    expect(state(done, day(180)).status).toBe('mastered');
    expect(state(done, day(181))).toMatchObject({ status: 'refresh', since: day(0) });
  });
});
