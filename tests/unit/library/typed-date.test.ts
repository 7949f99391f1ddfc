import { describe, expect, it } from 'vitest';
import { readTypedDate, typedDate } from '@shared/domain/bibliography/typed-date';

describe('a typed date', () => {
  it.each([
    ['2019', { 'date-parts': [[2019]] }],
    ['2019-03-14', { 'date-parts': [[2019, 3, 14]] }],
    ['14.03.2019', { 'date-parts': [[2019, 3, 14]] }],
    ['March 2019', { 'date-parts': [[2019, 3]] }],
    ['14 March 2019', { 'date-parts': [[2019, 3, 14]] }],
    ['March 14th, 2019', { 'date-parts': [[2019, 3, 14]] }],
    ['14 березня 2019 року', { 'date-parts': [[2019, 3, 14]] }],
    ['листопад 2019', { 'date-parts': [[2019, 11]] }],
    ['2018/2020', { 'date-parts': [[2018], [2020]] }],
    ['2018–2020', { 'date-parts': [[2018], [2020]] }],
    ['2018-2020', { 'date-parts': [[2018], [2020]] }],
    [
      '2019-03 – 2019-05-02',
      {
        'date-parts': [
          [2019, 3],
          [2019, 5, 2],
        ],
      },
    ],
    ['spring 2019', { 'date-parts': [[2019]], season: 1 }],
    ['осінь 2021', { 'date-parts': [[2021]], season: 3 }],
    ['circa 1990', { 'date-parts': [[1990]], circa: true }],
    ['c. 1990', { 'date-parts': [[1990]], circa: true }],
    ['бл. 1990', { 'date-parts': [[1990]], circa: true }],
    ['приблизно 1990 р.', { 'date-parts': [[1990]], circa: true }],
    ['1990?', { 'date-parts': [[1990]], circa: true }],
    ['circa 1990/1995', { 'date-parts': [[1990], [1995]], circa: true }],
  ])('%s', (typed, date) => {
    expect(readTypedDate(typed)).toEqual(date);
  });

  it.each(['last spring', '2019-13', '2019-02-30', '2020/2018', 'forthcoming', '12', 'spring 2019 2020'])(
    'is refused when it cannot be meant: %s',
    (typed) => {
      expect(readTypedDate(typed)).toBeUndefined();
    },
  );

  it('is none when nothing is typed', () => {
    expect(readTypedDate('  ')).toBeNull();
  });

  it.each(['2019', '2019-03-14', '2018/2020', 'весна 2019', 'бл. 1990', 'бл. 1990/1995'])(
    'is read back from the text it is edited by: %s',
    (typed) => {
      const date = readTypedDate(typed);
      const words = { spring: 'весна', summer: 'літо', autumn: 'осінь', winter: 'зима' };
      expect(date && typedDate(date, (season) => words[season], 'бл.')).toBe(typed);
    },
  );
});
