import { describe, expect, it } from 'vitest';
import {
  cslItemSchema,
  duplicateKeys,
  findDoi,
  findEricId,
  findIsbns,
  judgeDuplicate,
  makeCitationKey,
  normaliseItem,
  parseDate,
  parseName,
  titleKey,
  transliterate,
  uniqueCitationKey,
  type CslItem,
} from '@shared/domain/bibliography';

const article = (changes: Partial<CslItem> = {}): CslItem => ({
  type: 'article-journal',
  title: 'Feedback in the Reading Classroom',
  author: [{ family: 'Koval', given: 'Olena' }],
  issued: { 'date-parts': [[2020]] },
  ...changes,
});

describe('identifiers', () => {
  it.each([
    ['https://doi.org/10.5555/Jts.12', '10.5555/Jts.12'],
    ['doi: 10.5555/abc(12)34.', '10.5555/abc(12)34'],
    ['(see 10.5555/abc)', '10.5555/abc'],
    ['http://dx.doi.org/10.5555%2Fabc', '10.5555/abc'],
    ['10.1145/nnnnnnn.nnnnnnn', undefined],
    ['no identifier', undefined],
  ])('finds the DOI in %s', (value, doi) => {
    expect(findDoi(value)).toBe(doi);
  });

  it('brings both forms of an ISBN together and refuses wrong check digits', () => {
    expect(findIsbns('0-306-40615-2 (pbk)')).toEqual(['9780306406157']);
    expect(findIsbns('978-0-306-40615-7')).toEqual(['9780306406157']);
    expect(findIsbns('978-0-306-40615-8')).toEqual([]);
  });

  it('finds ERIC numbers in addresses', () => {
    expect(findEricId('http://eric.ed.gov/?id=EJ1131633')).toBe('EJ1131633');
    expect(findEricId('EDUCATION')).toBeUndefined();
  });
});

describe('titleKey', () => {
  it('ignores case, accents, markup and punctuation in every script', () => {
    expect(titleKey('The <i>Élan</i> of Learning: Part-2!')).toBe('the elan of learning part 2');
    expect(titleKey('Зворотний зв’язок у класі.')).toBe(titleKey('зворотний звʼязок у класі'));
  });

  it('keeps a lone less-than sign apart from markup', () => {
    expect(titleKey('Effects at p < .05 in schools')).toBe('effects at p 05 in schools');
  });
});

describe('parseDate', () => {
  it.each([
    ['2024', [[2024]]],
    ['1948/07//', [[1948, 7]]],
    ['2012 Mar 16', [[2012, 3, 16]]],
    ['16 March 2012', [[2012, 3, 16]]],
    ['20180327', [[2018, 3, 27]]],
    ['2019/2020', [[2019], [2020]]],
    [
      '2019-05-01/2019-06-30',
      [
        [2019, 5, 1],
        [2019, 6, 30],
      ],
    ],
    ['2024///', [[2024]]],
  ])('reads %s', (value, parts) => {
    expect(parseDate(value)).toEqual({ 'date-parts': parts });
  });

  it('keeps what has no year as it is printed', () => {
    expect(parseDate('in press')).toEqual({ literal: 'in press' });
    expect(parseDate('//')).toBeUndefined();
  });
});

describe('parseName', () => {
  it.each([
    ['Shannon,Claude E.', { family: 'Shannon', given: 'Claude E.' }],
    ['Fanning E.', { family: 'Fanning', given: 'E.' }],
    ['Olena Koval', { family: 'Koval', given: 'Olena' }],
    ['Ministry of Education', { literal: 'Ministry of Education' }],
    ['Plato', { family: 'Plato' }],
  ])('reads %s', (value, name) => {
    expect(parseName(value)).toEqual(name);
  });
});

describe('normaliseItem', () => {
  it('makes a valid record of loose CSL and keeps what it does not know', () => {
    const { item, remarks } = normaliseItem({
      type: 'journal-article',
      title: ' A  title\n here ',
      volume: 12,
      author: ['Koval, Olena', { name: 'Team A' }, { family: '', given: '' }],
      issued: { 'date-parts': [['2020', '5']] },
      DOI: 'https://doi.org/10.5555/abc',
      page: '12 – 19',
      'my-field': 7,
    });
    expect(cslItemSchema.parse(item)).toEqual(item);
    expect(item).toMatchObject({
      type: 'article-journal',
      title: 'A title here',
      volume: '12',
      author: [{ family: 'Koval', given: 'Olena' }, { literal: 'Team A' }],
      issued: { 'date-parts': [[2020, 5]] },
      DOI: '10.5555/abc',
      page: '12-19',
      custom: { csl: { 'my-field': 7 } },
    });
    expect(remarks).toEqual([]);
  });

  it('says what was wrong and loses nothing', () => {
    const { item, remarks } = normaliseItem({ type: 'zine', DOI: 'n/a' });
    expect(remarks.map((remark) => remark.code)).toEqual([
      'import.unknown-type',
      'import.invalid-doi',
      'import.no-title',
    ]);
    expect(item.type).toBe('document');
    expect(item.custom).toEqual({ csl: { DOI: 'n/a' } });
  });
});

describe('judgeDuplicate', () => {
  const same = (reason: string): unknown => ({ kind: 'same', reason });

  it('takes equal DOIs in any case for one work', () => {
    expect(
      judgeDuplicate(article({ DOI: '10.5555/ABC' }), article({ DOI: '10.5555/abc', title: 'Other' })),
    ).toEqual(same('doi'));
  });

  it('takes the same title, a near year and an agreeing creator for one work', () => {
    const other = article({
      title: 'Feedback in the reading classroom.',
      issued: { 'date-parts': [[2021]] },
      author: [{ family: 'KOVAL', given: 'O.' }],
    });
    expect(judgeDuplicate(article(), other)).toEqual(same('title'));
  });

  it.each([
    ['a DOI that contradicts', { DOI: '10.5555/b' }, { DOI: '10.5555/a' }],
    ['years two apart', { issued: { 'date-parts': [[2022]] } }, {}],
    ['another first initial', { author: [{ family: 'Koval', given: 'Ivan' }] }, {}],
    ['no creator on one side only', { author: [] }, {}],
    ['another title', { title: 'Feedback in the Writing Classroom' }, {}],
  ] satisfies [string, Partial<CslItem>, Partial<CslItem>][])(
    'keeps two works apart on %s',
    (_reason, left, right) => {
      expect(judgeDuplicate(article(left), article(right))).toEqual({ kind: 'different' });
    },
  );

  it('compares ISBNs of books, but not of chapters in one book', () => {
    const book = article({ type: 'book', ISBN: '0-306-40615-2', title: 'A' });
    const again = article({ type: 'book', ISBN: '9780306406157', title: 'B' });
    expect(judgeDuplicate(book, again)).toEqual(same('isbn'));
    const chapter = (title: string): CslItem => article({ type: 'chapter', ISBN: '0-306-40615-2', title });
    expect(judgeDuplicate(chapter('One'), chapter('Two'))).toEqual({ kind: 'different' });
  });

  it('links a preprint to its published form without merging them', () => {
    const preprint = article({
      type: 'article',
      DOI: '10.35542/osf.io/abcd',
      issued: { 'date-parts': [[2018]] },
    });
    expect(judgeDuplicate(preprint, article({ DOI: '10.5555/abc' }))).toEqual({ kind: 'version' });
  });

  it('takes untitled records for one only when they are equal in everything', () => {
    const untitled = article({ title: undefined, abstract: 'Some words' });
    expect(judgeDuplicate(untitled, { ...untitled, 'citation-key': 'other' })).toEqual(same('record'));
    expect(judgeDuplicate(untitled, { ...untitled, abstract: 'Other words' })).toEqual({ kind: 'different' });
  });

  it('finds ERIC numbers wherever they stand', () => {
    const left = article({ URL: 'https://eric.ed.gov/?id=EJ1131633', title: 'A' });
    expect(judgeDuplicate(left, article({ 'call-number': 'EJ1131633', title: 'B' }))).toEqual(same('eric'));
    expect(duplicateKeys(left).ericId).toBe('EJ1131633');
  });
});

describe('citation keys', () => {
  it('uses author, three meaning words of the title and year', () => {
    expect(makeCitationKey(article({ title: 'Treatment and Prevention of Depression in Youth' }))).toBe(
      'kovalTreatmentPreventionDepression2020',
    );
    expect(makeCitationKey({ type: 'document' })).toBe('item');
  });

  it('transliterates Ukrainian by Resolution 55', () => {
    expect(transliterate('Згурський Юрій')).toBe('Zghurskyi Yurii');
    expect(transliterate('Знам’янка, Їжакевич, Щербина, Гоща')).toBe(
      'Znamianka, Yizhakevych, Shcherbyna, Hoshcha',
    );
    expect(
      makeCitationKey(article({ author: [{ family: 'Ґалаґан', given: 'Є.' }], title: 'Навчання для дітей' })),
    ).toBe('galaganNavchanniaDitei2020');
  });

  it('adds letters to a key in use', () => {
    const taken = new Set(['k', ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `k${letter}`)]);
    expect(uniqueCitationKey('k', (key) => taken.has(key))).toBe('kaa');
    expect(uniqueCitationKey('free', (key) => taken.has(key))).toBe('free');
  });
});
