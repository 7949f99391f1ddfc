import {
  findPaperCopy,
  readAttempts,
  readModuleProgress,
  readProgress,
  writeModuleProgress,
} from '@db/repositories/learn';
import type { ExerciseAttemptTable, ModuleProgressTable } from '@db/schema';
import type { ExerciseKey } from '@shared/domain/learning/exercise';
import type { ContentLanguage } from '@shared/domain/learning/language';
import { objectiveState, type AttemptRecord } from '@shared/domain/learning/mastery';
import { moduleView, type ModuleView } from '@shared/domain/learning/module-view';
import {
  exerciseResponseSchema,
  scoreExercise,
  type ExerciseResponse,
  type ExerciseScore,
} from '@shared/domain/learning/score';
import type { Anchor } from '@shared/domain/learning/teaching-paper';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { CheckedModule, ContentStore } from '../adapters/content-store';
import type { Core } from '../core';

type Needs = Pick<Core, 'db' | 'commands' | 'clock' | 'ids' | 'log' | 'events'>;

/** Modules, tries and mastery. The content comes from files, the tries from the library. */
export class LearnService {
  constructor(
    private readonly core: Needs,
    private readonly content: ContentStore,
  ) {}

  /** All modules whose files are sound; a broken one is logged and left out. */
  map(language: ContentLanguage): CallOutput<'learn.map'> {
    const attempts = readAttempts(this.core.db);
    const progress = new Map(readProgress(this.core.db).map((row) => [row.module_id, row]));
    const now = this.core.clock.now();
    const modules = this.content.moduleIds().flatMap((id) => {
      const module = this.content.module(id);
      if (!module.ok) {
        this.core.log.warn('learn.module-left-out', { id, code: module.error.code, ...module.error.details });
        return [];
      }
      const { structure, texts } = module.value;
      const own = attempts.filter((attempt) => attempt.module_id === id);
      const records = own.map(toRecord);
      const row = progress.get(id);
      return [
        {
          id,
          skill: structure.skill,
          title: texts[language].title,
          summary: texts[language].summary,
          minutes: structure.minutes,
          requires: structure.requires,
          exerciseCount: structure.exercises.length,
          triedCount: new Set(own.map((attempt) => attempt.exercise_id)).size,
          progress: row ? shownProgress(row) : null,
          objectives: structure.objectiveIds.map((objectiveId) => {
            const state = objectiveState(objectiveId, structure.exercises, records, now);
            return {
              id: objectiveId,
              label: texts[language].objectives[objectiveId] ?? objectiveId,
              status: state.status,
              since: state.since ?? null,
              tried: state.tried,
              total: state.total,
            };
          }),
        },
      ];
    });
    return { modules };
  }

  /** @returns the module in one language, `learn.module-unknown` or `learn.content-broken` */
  module(moduleId: string, language: ContentLanguage): Result<ModuleView> {
    const module = this.content.module(moduleId);
    if (!module.ok) return module;
    const { structure, texts } = module.value;
    const anchors = this.content.anchors(structure.workedExample.paperId);
    if (!anchors.ok) return anchors;
    return ok(moduleView(structure, texts[language], anchors.value));
  }

  /** @returns the place in the module and the last try of each exercise */
  state(moduleId: string): Result<CallOutput<'learn.state'>> {
    const module = this.content.module(moduleId);
    if (!module.ok) return module;
    const rows = readAttempts(this.core.db, moduleId);
    const place = readModuleProgress(this.core.db, moduleId);
    return ok({
      progress: place ? shownProgress(place) : null,
      exercises: module.value.structure.exercises.map((exercise) => {
        const own = rows.filter((row) => row.exercise_id === exercise.id);
        return { id: exercise.id, ...triesOf(own), last: this.#last(exercise, own.at(-1)) };
      }),
    });
  }

  /** Keeps the place; `completed` stays once it was set. */
  saveStep(moduleId: string, step: string, completed: boolean): Result<CallOutput<'learn.saveStep'>> {
    const module = this.content.module(moduleId);
    if (!module.ok) return module;
    const now = this.core.clock.now();
    const before = readModuleProgress(this.core.db, moduleId);
    const row: ModuleProgressTable = {
      id: before?.id ?? this.core.ids.next(),
      module_id: moduleId,
      module_version: String(module.value.structure.version),
      step,
      state: '{}',
      started_at: before?.started_at ?? now,
      completed_at: before?.completed_at ?? (completed ? now : null),
    };
    writeModuleProgress(this.core.db, row);
    return ok({ progress: shownProgress(row) });
  }

  /** Scores and stores a try. @returns `learn.exercise-unknown`, `learn.wrong-kind` */
  attempt(
    moduleId: string,
    exerciseId: string,
    response: ExerciseResponse,
  ): Result<CallOutput<'learn.attempt'>> {
    const found = this.#exercise(moduleId, exerciseId);
    if (!found.ok) return found;
    const anchors = this.#anchors(found.value.exercise);
    if (!anchors.ok) return anchors;
    const score = scoreExercise(found.value.exercise, response, anchors.value);
    if (!score) return fail('learn.wrong-kind', { exercise: exerciseId });
    const row: ExerciseAttemptTable = {
      id: this.core.ids.next(),
      module_id: moduleId,
      exercise_id: exerciseId,
      response: JSON.stringify(response),
      score: score.fraction,
      is_correct: score.correct ? 1 : 0,
      at: this.core.clock.now(),
    };
    this.core.commands.run('learn.attempt', (change) => {
      change.insert('exercise_attempt', row);
    });
    const own = readAttempts(this.core.db, moduleId).filter((attempt) => attempt.exercise_id === exerciseId);
    return ok({ score, wrongTries: triesOf(own).wrongTries });
  }

  /** @returns the right answer */
  answer(moduleId: string, exerciseId: string): Result<CallOutput<'learn.answer'>> {
    const found = this.#exercise(moduleId, exerciseId);
    if (!found.ok) return found;
    const { exercise } = found.value;
    const anchors = this.#anchors(exercise);
    if (!anchors.ok) return anchors;
    const choices =
      exercise.kind === 'classify'
        ? exercise.items.map((item) => [item.id, item.categoryId] as const)
        : exercise.kind === 'match'
          ? exercise.pairs.map((pair) => [pair.leftId, pair.rightId] as const)
          : [];
    return ok({
      anchors:
        exercise.kind === 'find-in-paper'
          ? anchors.value.filter((anchor) => exercise.anchorIds.includes(anchor.id))
          : [],
      choices: Object.fromEntries(choices),
      order: exercise.kind === 'order' ? exercise.stepIds : [],
      value: exercise.kind === 'compute' ? exercise.key : null,
      ratings:
        exercise.kind === 'judge'
          ? exercise.experts.map((expert) => ({ expertId: expert.id, ratingId: expert.ratingId }))
          : [],
    });
  }

  /** Finds the teaching paper in this library. @returns `learn.paper-unknown`, `learn.paper-not-built` */
  paper(paperId: string): Result<CallOutput<'learn.paper'>> {
    const paper = this.content.paper(paperId);
    if (!paper.ok) return paper;
    const pdf = this.content.paperPdf(paperId);
    if (!pdf.ok) return pdf;
    const copy = findPaperCopy(this.core.db, pdf.value.sha256, paper.value.doi.toLowerCase());
    return ok({
      paperId,
      title: paper.value.title,
      attachmentId: copy?.attachment_id ?? null,
      itemId: copy?.item_id ?? null,
    });
  }

  /** @returns all terms with their words, in the order of the language */
  glossary(language: ContentLanguage): Result<CallOutput<'learn.glossary'>> {
    const structure = this.content.glossary();
    if (!structure.ok) return structure;
    const text = this.content.glossaryText(language);
    if (!text.ok) return text;
    const collator = new Intl.Collator(language);
    const terms = structure.value.terms.flatMap(({ id, related }) => {
      const words = text.value[id];
      return words ? [{ id, ...words, related }] : [];
    });
    return ok({ terms: terms.sort((a, b) => collator.compare(a.term, b.term)) });
  }

  #exercise(moduleId: string, exerciseId: string): Result<{ module: CheckedModule; exercise: ExerciseKey }> {
    const module = this.content.module(moduleId);
    if (!module.ok) return module;
    const exercise = module.value.structure.exercises.find((candidate) => candidate.id === exerciseId);
    return exercise
      ? ok({ module: module.value, exercise })
      : fail('learn.exercise-unknown', { exercise: exerciseId });
  }

  #anchors(exercise: ExerciseKey): Result<readonly Anchor[]> {
    return exercise.paperId === undefined ? ok([]) : this.content.anchors(exercise.paperId);
  }

  /** The last try, scored anew: the stored text of a response is the truth, the score follows from the key. */
  #last(
    exercise: ExerciseKey,
    row: ExerciseAttemptTable | undefined,
  ): { response: ExerciseResponse; score: ExerciseScore; at: string } | null {
    if (!row) return null;
    const response = exerciseResponseSchema.safeParse(JSON.parse(row.response));
    const anchors = this.#anchors(exercise);
    if (!response.success || !anchors.ok) return null; // the exercise was changed since
    const score = scoreExercise(exercise, response.data, anchors.value);
    return score ? { response: response.data, score, at: row.at } : null;
  }
}

function toRecord(row: ExerciseAttemptTable): AttemptRecord {
  return { exerciseId: row.exercise_id, fraction: row.score, at: row.at };
}

function triesOf(rows: readonly ExerciseAttemptTable[]): { tries: number; wrongTries: number } {
  return { tries: rows.length, wrongTries: rows.filter((row) => row.is_correct === 0).length };
}

function shownProgress(row: ModuleProgressTable): {
  step: string;
  startedAt: string;
  completedAt: string | null;
} {
  return { step: row.step, startedAt: row.started_at, completedAt: row.completed_at };
}
