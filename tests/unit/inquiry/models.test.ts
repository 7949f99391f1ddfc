import { describe, expect, it } from 'vitest';
import { cycleModelSchema, fieldCatalogueSchema, findField, stageFields } from '@shared/domain/inquiry';
import { catalogue, models, rawModels, wording } from '../../builders/inquiry';

describe('cycle models as data (domain 3.1)', () => {
  it.each(Object.entries(models))('%s is valid and asks only for fields of the catalogue', (id, model) => {
    expect(model.id).toBe(id);
    const asked = model.stages.flatMap((stage) => [
      ...stageFields(stage),
      ...stage.exitChecks.flatMap((check) =>
        'fields' in check ? check.fields : 'field' in check ? [check.field] : [],
      ),
    ]);
    expect(asked.filter((key) => findField(catalogue, key) === undefined)).toEqual([]);
  });

  it.each(Object.entries(models))(
    '%s shows every field that one of its checks looks at, at or before that stage',
    (_, model) => {
      const shown = new Set<string>();
      for (const stage of model.stages) {
        for (const key of stageFields(stage)) shown.add(key);
        for (const check of stage.exitChecks) {
          const keys = 'fields' in check ? check.fields : 'field' in check ? [check.field] : [];
          expect(keys.filter((key) => !shown.has(key))).toEqual([]);
        }
      }
    },
  );

  it.each(Object.entries(models))('%s names columns that exist in its checks', (_, model) => {
    for (const check of model.stages.flatMap((stage) => stage.exitChecks)) {
      if (!('field' in check)) continue;
      const field = findField(catalogue, check.field);
      const columns = field?.type === 'rows' ? field.columns.map((column) => column.key) : [];
      const used = [
        ...('column' in check ? [check.column] : []),
        ...('stamp' in check ? [check.stamp] : []),
        ...('where' in check && check.where !== undefined ? [check.where] : []),
      ];
      expect(used.filter((column) => !columns.includes(column))).toEqual([]);
    }
  });

  it('kmt has the eight stages of the plan, act, observe, reflect cycle', () => {
    expect(models.kmt.stages.map((stage) => stage.canonical)).toEqual([
      'problem',
      'question',
      'rationale',
      'plan',
      'ethics',
      'act',
      'analyse',
      'decide',
    ]);
    expect(models.kmt.phases.map((phase) => phase.title.en)).toEqual(['Plan', 'Act', 'Observe', 'Reflect']);
  });

  it('S-L10-05 datateam has its eight steps in order', () => {
    expect(models.datateam.stages.map((stage) => stage.title.en)).toEqual([
      'Problem definition',
      'Hypotheses',
      'Data collection',
      'Data quality check',
      'Data analysis',
      'Interpretation and conclusions',
      'Improvement measures',
      'Evaluation',
    ]);
  });

  it('refuses a stage that leads nowhere, an unknown phase and a return forwards', () => {
    const [first, ...rest] = rawModels.mini.stages;
    const broken = {
      ...rawModels.mini,
      stages: [{ ...first, next: ['nowhere'], phases: ['other'], returnTo: ['look'] }, ...rest],
    };
    const messages = cycleModelSchema.safeParse(broken).error?.issues.map((issue) => issue.message);
    expect(messages).toEqual([
      'problem: unknown phase other',
      'problem: unknown next stage nowhere',
      'problem: cannot return to look',
    ]);
  });

  it('refuses a field whose group is unknown or that is described twice', () => {
    const [first] = catalogue.fields;
    const broken = { ...catalogue, fields: [first, { ...first, group: 'none' }] };
    const messages = fieldCatalogueSchema.safeParse(broken).error?.issues.map((issue) => issue.message);
    expect(messages).toEqual([
      'field problem.statement: unknown group none',
      'field problem.statement is described twice',
    ]);
  });

  it('every text is in both languages and the Ukrainian one is written in Cyrillic', () => {
    const texts: { en: string; uk: string }[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === 'object' && value !== null) {
        if ('en' in value && 'uk' in value && typeof value.en === 'string' && typeof value.uk === 'string') {
          texts.push({ en: value.en, uk: value.uk });
        } else Object.values(value).forEach(visit);
      }
    };
    visit([models, catalogue]);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter((text) => !/\p{Script=Cyrillic}/u.test(text.uk))).toEqual([]);
    expect(texts.filter((text) => /[ыэъё]/iu.test(text.uk))).toEqual([]);
  });

  it('word lists hold whole words or stems in lower case', () => {
    const entries = [wording.en, wording.uk].flatMap((lists) =>
      Object.values(lists).flatMap((list) => (Array.isArray(list) ? list : [])),
    );
    expect(entries.filter((entry) => entry !== entry.toLowerCase() || entry.startsWith('*'))).toEqual([]);
  });
});
