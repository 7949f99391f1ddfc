import { useCallback, useState } from 'react';
import type { ExerciseView } from '@shared/domain/learning/module-view';
import type { ExerciseResponse, ExerciseScore } from '@shared/domain/learning/score';
import type { CallOutput } from '@shared/ipc/contract';
import { call } from '../../../lib/client';
import { reportFailure } from '../../../lib/queries';
import type { ModuleState } from '../steps';

export type ExerciseAnswer = CallOutput<'learn.answer'>;

/** Working on an exercise: handing in, what came of it, asking for the answer. */
export interface ExerciseWork {
  /** What was handed in last, also in an earlier session. */
  readonly lastResponse: ExerciseResponse | undefined;
  /** Score of the last try; undefined before the first and after "try again". */
  readonly score: ExerciseScore | undefined;
  /** Wrong tries so far, earlier sessions included. */
  readonly wrongTries: number;
  /** The right answer, once it was asked for. */
  readonly answer: ExerciseAnswer | undefined;
  readonly isBusy: boolean;
  readonly submit: (response: ExerciseResponse) => Promise<void>;
  readonly showAnswer: () => Promise<void>;
  /** Takes the outcome away, so that the work can be changed. */
  readonly again: () => void;
}

/**
 * @param moduleId module of the exercise
 * @param exercise which one
 * @param state tries that are stored
 */
export function useExercise(moduleId: string, exercise: ExerciseView, state: ModuleState): ExerciseWork {
  const stored = state.exercises.find(({ id }) => id === exercise.id);
  const [score, setScore] = useState<ExerciseScore | undefined>(stored?.last?.score);
  const [answer, setAnswer] = useState<ExerciseAnswer>();
  const [isBusy, setBusy] = useState(false);
  const submit = useCallback(
    async (response: ExerciseResponse) => {
      setBusy(true);
      const result = await call('learn.attempt', { moduleId, exerciseId: exercise.id, response });
      setBusy(false);
      if (result.ok) setScore(result.value.score);
      else reportFailure(result.error);
    },
    [moduleId, exercise.id],
  );
  const showAnswer = useCallback(async () => {
    const result = await call('learn.answer', { moduleId, exerciseId: exercise.id });
    if (result.ok) setAnswer(result.value);
    else reportFailure(result.error);
  }, [moduleId, exercise.id]);
  const again = useCallback(() => {
    setScore(undefined);
    setAnswer(undefined);
  }, []);
  return {
    lastResponse: stored?.last?.response,
    score,
    wrongTries: stored?.wrongTries ?? 0,
    answer,
    isBusy,
    submit,
    showAnswer,
    again,
  };
}
