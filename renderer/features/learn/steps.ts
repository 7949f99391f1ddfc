import type { ModuleView } from '@shared/domain/learning/module-view';
import type { CallOutput } from '@shared/ipc/contract';

export type ModuleState = CallOutput<'learn.state'>;

/** One screen of a module; `id` is in the address and is kept as the learner's place. */
export type Step =
  | { readonly id: string; readonly kind: 'hook' }
  | { readonly id: string; readonly kind: 'card'; readonly card: ModuleView['cards'][number] }
  | { readonly id: string; readonly kind: 'example' }
  | { readonly id: string; readonly kind: 'exercise'; readonly exercise: ModuleView['exercises'][number] }
  | { readonly id: string; readonly kind: 'end' };

/** @param module the module @returns its screens in order */
export function stepsOf(module: ModuleView): readonly Step[] {
  return [
    { id: 'start', kind: 'hook' },
    ...module.cards.map((card) => ({ id: `card-${card.id}`, kind: 'card', card }) as const),
    { id: 'example', kind: 'example' },
    ...module.exercises.map(
      (exercise) => ({ id: `practice-${exercise.id}`, kind: 'exercise', exercise }) as const,
    ),
    { id: 'end', kind: 'end' },
  ];
}

/** How an exercise stands. */
export type ExerciseStanding = 'untried' | 'tried' | 'right';

/** @param state tries of the module @param exerciseId which exercise */
export function standingOf(state: ModuleState | undefined, exerciseId: string): ExerciseStanding {
  const entry = state?.exercises.find((candidate) => candidate.id === exerciseId);
  if (entry === undefined || entry.tries === 0) return 'untried';
  return entry.last?.score.correct === true ? 'right' : 'tried';
}
