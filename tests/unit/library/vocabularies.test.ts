import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CSL_ITEM_TYPES } from '@shared/domain/bibliography/csl-item';
import {
  changeEducation,
  countriesSchema,
  educationText,
  readEducation,
  vocabularySchema,
} from '@shared/domain/library/education';
import {
  customFields,
  formOf,
  itemTypesSchema,
  planFields,
  withCustomField,
} from '@shared/domain/library/item-types';

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'vocabularies');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const lists = readdirSync(folder).filter((name) => !['item-types.json', 'countries.json'].includes(name));

describe('the vocabularies', () => {
  it.each(lists)('%s fits its schema and has both languages', (name) => {
    const vocabulary = vocabularySchema.parse(read(name));
    expect(`${vocabulary.id}.json`).toBe(name);
    expect(vocabulary.terms.filter(({ label }) => !/\p{Script=Cyrillic}/u.test(label.uk))).toEqual([]);
  });

  it('countries are codes that the system has names for', () => {
    const { codes } = countriesSchema.parse(read('countries.json'));
    const names = new Intl.DisplayNames('uk', { type: 'region' });
    expect(codes.filter((code) => names.of(code) === code)).toEqual([]);
    expect(new Set(codes).size).toBe(249);
  });

  it('every type of CSL has one form, and each form asks for a field once', () => {
    const types = itemTypesSchema.parse(read('item-types.json'));
    const forms = types.groups.flatMap((group) => group.types);
    expect(forms.map(({ id }) => id).sort()).toEqual([...CSL_ITEM_TYPES].sort());
    expect(forms.filter(({ fields }) => new Set(fields).size !== fields.length)).toEqual([]);
  });
});

describe('the form of a record', () => {
  const types = itemTypesSchema.parse(read('item-types.json'));

  it('shows filled fields that the type does not ask for before the empty ones', () => {
    const plan = planFields(formOf(types, 'book'), { type: 'book', issue: '3' }, [
      'title',
      'ISBN',
      'issue',
      'medium',
    ]);
    expect(plan.main).toContain('ISBN');
    expect(plan.filled).toEqual(['issue']);
    expect(plan.rest).toEqual(['medium']);
  });

  it('opens the groups of unknown fields, changes one and drops what is emptied', () => {
    const custom = { bibtex: { owner: 'desk', groups: ['a'] }, extra: 'x' };
    expect(customFields(custom)).toEqual([
      { path: ['bibtex', 'owner'], value: 'desk', isText: true },
      { path: ['bibtex', 'groups'], value: '["a"]', isText: false },
      { path: ['extra'], value: 'x', isText: true },
    ]);
    expect(withCustomField(custom, ['bibtex', 'owner'], 'me')).toEqual({
      bibtex: { owner: 'me', groups: ['a'] },
      extra: 'x',
    });
    expect(withCustomField({ bibtex: { owner: 'desk' } }, ['bibtex', 'owner'], '')).toBeNull();
  });
});

describe('education fields', () => {
  it('take changes, and empty values count as not said', () => {
    const first = changeEducation({}, { phase: ['1'], n: 24, setting: ' two classes ' });
    expect(changeEducation(first, { n: null, setting: '', fits: 'partly' })).toEqual({
      phase: ['1'],
      fits: 'partly',
    });
  });

  it('are found by the words of both languages', () => {
    const vocabularies = lists.map((name) => vocabularySchema.parse(read(name)));
    const text = educationText({ phase: ['1'], topic: ['homework', 'own word'] }, vocabularies);
    expect(text).toContain('Початкова освіта');
    expect(text).toContain('Homework');
    expect(text).toContain('own word');
  });

  it('that cannot be read count as none', () => {
    expect(readEducation('{"phase":7}')).toEqual({});
  });
});
