import { describe, expect, it } from 'vitest';
import { appraisalSetStructureSchema, appraisalSetTextSchema } from '@shared/domain/appraisal/appraisal-set';
import {
  checkAppraisalSet,
  checkGlossary,
  checkModuleStructure,
  checkModuleText,
  type ContentContext,
} from '@shared/domain/learning/content-check';
import { glossaryStructureSchema, glossaryTextSchema } from '@shared/domain/learning/glossary';
import { contentLanguages } from '@shared/domain/learning/language';
import { moduleStructureSchema, moduleTextSchema } from '@shared/domain/learning/module';
import { paperAnswersSchema, teachingPaperSchema } from '@shared/domain/learning/teaching-paper';
import { contentFolders, readContent } from '../../builders/content-files';

const terms = glossaryStructureSchema.parse(readContent('glossary/terms.json'));
const context: ContentContext = {
  paperAnswers: [paperAnswersSchema.parse(readContent('teaching-papers/tp-rct/answers.json'))],
  appraisalSetIds: contentFolders('appraisal'),
  termIds: terms.terms.map((term) => term.id),
};
const modules = contentFolders('modules');

describe('module files', () => {
  it('exist', () => {
    expect(modules).toContain('m01');
  });
  it.each(modules)('%s is sound in structure and has all its words in every language', (id) => {
    const module = moduleStructureSchema.parse(readContent(`modules/${id}/module.json`));
    expect(module.id).toBe(id);
    expect(checkModuleStructure(module, context)).toEqual([]);
    for (const language of contentLanguages) {
      const text = moduleTextSchema.parse(readContent(`modules/${id}/${language}.json`));
      expect(checkModuleText(module, text, language, context)).toEqual([]);
    }
  });
  it('M01 has the exercises that the catalogue asks for', () => {
    const m01 = moduleStructureSchema.parse(readContent('modules/m01/module.json'));
    const kinds = m01.exercises.map((exercise) => exercise.kind);
    expect(kinds.filter((kind) => kind === 'find-in-paper')).toHaveLength(6);
    expect(new Set(kinds)).toEqual(
      new Set(['find-in-paper', 'order', 'classify', 'compute', 'match', 'judge', 'own-paper']),
    );
  });
  it('reports faults in words a tutor understands', () => {
    const module = moduleStructureSchema.parse(readContent('modules/m01/module.json'));
    const text = moduleTextSchema.parse(readContent('modules/m01/en.json'));
    const cards = Object.fromEntries(Object.entries(text.cards).filter(([id]) => id !== 'question'));
    const judged = module.exercises.map((exercise) =>
      exercise.kind === 'find-in-paper' && exercise.id === 'find-limit'
        ? { ...exercise, anchorIds: ['nowhere'] }
        : exercise,
    );
    expect(checkModuleText(module, { ...text, cards }, 'en', context)).toContainEqual({
      where: 'm01/en.json cards',
      problem: 'no words for "question"',
    });
    expect(checkModuleStructure({ ...module, exercises: judged }, context)).toContainEqual({
      where: 'm01/module.json find-limit',
      problem: 'unknown anchor "nowhere"',
    });
  });
});

describe('appraisal sets', () => {
  it.each(contentFolders('appraisal'))('%s is sound and complete in both languages', (id) => {
    const set = appraisalSetStructureSchema.parse(readContent(`appraisal/${id}/set.json`));
    const texts = {
      en: appraisalSetTextSchema.parse(readContent(`appraisal/${id}/en.json`)),
      uk: appraisalSetTextSchema.parse(readContent(`appraisal/${id}/uk.json`)),
    };
    expect(checkAppraisalSet(set, texts, context.termIds)).toEqual([]);
  });
  it('A-GEN has ten questions', () => {
    expect(appraisalSetStructureSchema.parse(readContent('appraisal/a-gen/set.json')).questions).toHaveLength(
      10,
    );
  });
});

describe('glossary', () => {
  it('has at least forty terms, each in both languages', () => {
    expect(terms.terms.length).toBeGreaterThanOrEqual(40);
    const texts = {
      en: glossaryTextSchema.parse(readContent('glossary/en.json')),
      uk: glossaryTextSchema.parse(readContent('glossary/uk.json')),
    };
    expect(checkGlossary(terms, texts)).toEqual([]);
  });
});

describe('teaching papers', () => {
  it.each(contentFolders('teaching-papers'))('%s follows the schema', (id) => {
    expect(teachingPaperSchema.parse(readContent(`teaching-papers/${id}/paper.json`)).id).toBe(id);
  });
});
