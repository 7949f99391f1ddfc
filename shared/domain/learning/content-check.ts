import type { AppraisalSetStructure, AppraisalSetText } from '../appraisal/appraisal-set';
import { wordGroups } from './exercise';
import type { GlossaryStructure, GlossaryText } from './glossary';
import type { ContentLanguage } from './language';
import type { ModuleStructure, ModuleText } from './module';
import type { PaperAnswers } from './teaching-paper';

/** A fault in a content file, in words a tutor can act on. */
export interface ContentIssue {
  /** Where: file and place, such as `m01/uk.json cards`. */
  readonly where: string;
  readonly problem: string;
}

/** What a module may refer to. */
export interface ContentContext {
  readonly paperAnswers: readonly PaperAnswers[];
  readonly appraisalSetIds: readonly string[];
  readonly termIds: readonly string[];
}

function compareIds(where: string, needed: readonly string[], present: readonly string[]): ContentIssue[] {
  return [
    ...needed.filter((id) => !present.includes(id)).map((id) => ({ where, problem: `no words for "${id}"` })),
    ...present
      .filter((id) => !needed.includes(id))
      .map((id) => ({ where, problem: `"${id}" is not in the structure file` })),
    ...needed
      .filter((id, index) => needed.indexOf(id) !== index)
      .map((id) => ({ where, problem: `"${id}" occurs twice` })),
  ];
}

function mustExist(
  where: string,
  wanted: readonly string[],
  existing: readonly string[],
  what: string,
): ContentIssue[] {
  return wanted
    .filter((id) => !existing.includes(id))
    .map((id) => ({ where, problem: `unknown ${what} "${id}"` }));
}

/**
 * Checks the structure of a module: every id it refers to exists, answers are among the choices.
 * @param module structure and keys
 * @param context what else exists
 * @returns faults; empty when the module is sound
 */
export function checkModuleStructure(
  module: ModuleStructure,
  context: ContentContext,
): readonly ContentIssue[] {
  const file = `${module.id}/module.json`;
  const anchorsOf = (paperId: string): readonly string[] =>
    context.paperAnswers.find((paper) => paper.paperId === paperId)?.anchors.map((anchor) => anchor.id) ?? [];
  const issues = [
    ...mustExist(`${file} appraisalSetId`, [module.appraisalSetId], context.appraisalSetIds, 'appraisal set'),
    ...mustExist(
      `${file} workedExample`,
      module.workedExample.steps.map((step) => step.anchorId),
      anchorsOf(module.workedExample.paperId),
      'anchor',
    ),
  ];
  for (const exercise of module.exercises) {
    const where = `${file} ${exercise.id}`;
    issues.push(...mustExist(where, exercise.objectiveIds, module.objectiveIds, 'objective'));
    if (exercise.kind === 'find-in-paper')
      issues.push(...mustExist(where, exercise.anchorIds, anchorsOf(exercise.paperId), 'anchor'));
    if (exercise.kind === 'classify') {
      issues.push(
        ...mustExist(
          where,
          exercise.items.map((item) => item.categoryId),
          exercise.categoryIds,
          'category',
        ),
      );
    }
    if (exercise.kind === 'judge') {
      issues.push(
        ...mustExist(
          where,
          exercise.experts.map((expert) => expert.ratingId),
          exercise.ratingIds,
          'rating',
        ),
      );
    }
    if (exercise.kind === 'own-paper') {
      issues.push(...mustExist(where, [exercise.appraisalSetId], context.appraisalSetIds, 'appraisal set'));
    }
  }
  const practised = module.exercises.flatMap((exercise) => exercise.objectiveIds);
  issues.push(
    ...module.objectiveIds
      .filter((id) => !practised.includes(id))
      .map((id) => ({ where: `${file} objectiveIds`, problem: `no exercise practises "${id}"` })),
  );
  return issues;
}

/**
 * Checks that one language has words for exactly what the structure names.
 * @param module structure and keys
 * @param text words in one language
 * @param language which one, for the messages
 * @param context what else exists
 */
export function checkModuleText(
  module: ModuleStructure,
  text: ModuleText,
  language: ContentLanguage,
  context: ContentContext,
): readonly ContentIssue[] {
  const file = `${module.id}/${language}.json`;
  const issues = [
    ...compareIds(`${file} objectives`, module.objectiveIds, Object.keys(text.objectives)),
    ...compareIds(`${file} cards`, module.cardIds, Object.keys(text.cards)),
    ...compareIds(
      `${file} workedExample`,
      module.workedExample.steps.map((step) => step.id),
      Object.keys(text.workedExample.steps),
    ),
    ...compareIds(
      `${file} exercises`,
      module.exercises.map((exercise) => exercise.id),
      Object.keys(text.exercises),
    ),
    ...Object.entries(text.cards).flatMap(([id, card]) =>
      mustExist(`${file} cards ${id}`, card.terms, context.termIds, 'glossary term'),
    ),
  ];
  for (const key of module.exercises) {
    const words = text.exercises[key.id];
    if (words === undefined) continue; // reported above
    const where = `${file} exercises ${key.id}`;
    if (words.kind !== key.kind)
      issues.push({ where, problem: `is "${words.kind}" here and "${key.kind}" in the structure file` });
    for (const group of wordGroups(key, words))
      issues.push(...compareIds(`${where} ${group.group}`, group.needed, group.present));
  }
  return issues;
}

/**
 * Checks an appraisal set and its words.
 * @param set structure
 * @param texts words by language
 * @param termIds known glossary terms
 */
export function checkAppraisalSet(
  set: AppraisalSetStructure,
  texts: Readonly<Record<ContentLanguage, AppraisalSetText>>,
  termIds: readonly string[],
): readonly ContentIssue[] {
  const ids = set.questions.map((question) => question.id);
  const instruments = set.instruments.map((instrument) => instrument.id);
  return [
    ...set.questions.flatMap((question) => [
      ...mustExist(`${set.id}/set.json ${question.id}`, question.mapsTo, instruments, 'instrument'),
      ...mustExist(`${set.id}/set.json ${question.id}`, question.terms, termIds, 'glossary term'),
    ]),
    ...compareIds(`${set.id}/en.json`, ids, Object.keys(texts.en.questions)),
    ...compareIds(`${set.id}/uk.json`, ids, Object.keys(texts.uk.questions)),
  ];
}

/**
 * Checks the glossary: related terms exist, every language has every term.
 * @param structure ids and relations
 * @param texts words by language
 */
export function checkGlossary(
  structure: GlossaryStructure,
  texts: Readonly<Record<ContentLanguage, GlossaryText>>,
): readonly ContentIssue[] {
  const ids = structure.terms.map((term) => term.id);
  return [
    ...structure.terms.flatMap((term) =>
      mustExist(`glossary/terms.json ${term.id}`, term.related, ids, 'glossary term'),
    ),
    ...compareIds('glossary/en.json', ids, Object.keys(texts.en)),
    ...compareIds('glossary/uk.json', ids, Object.keys(texts.uk)),
  ];
}
