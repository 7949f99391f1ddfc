import { describe, expect, it } from 'vitest';
import { parseLocator, parsePickerQuery } from '@shared/domain/report/locator';

describe('parsePickerQuery: digits after an item are a page', () => {
  it.each([
    ['smith 12-15', 'smith', '12-15', 'page'],
    ['smith 12 – 15', 'smith', '12-15', 'page'],
    ['smith 7', 'smith', '7', 'page'],
    ['smith, p. 7', 'smith', '7', 'page'],
    ['smith pp. 7, 9-11', 'smith', '7, 9-11', 'page'],
    ['smith 2019', 'smith 2019', '', 'page'],
    ['smith 2019 12', 'smith 2019', '12', 'page'],
    ['smith 2019a 12', 'smith 2019a', '12', 'page'],
    ['smith 2019 p. 1987', 'smith 2019', '1987', 'page'],
    ['smith ch. 3', 'smith', '3', 'chapter'],
    ['сміт с. 12', 'сміт', '12', 'page'],
    ['сміт розд. 4', 'сміт', '4', 'chapter'],
    ['paired reading', 'paired reading', '', 'page'],
    ['2019', '2019', '', 'page'],
    ['grade 5 reading', 'grade 5 reading', '', 'page'],
    ['', '', '', 'page'],
  ])('%s', (typed, query, locator, label) => {
    expect(parsePickerQuery(typed)).toEqual({ query, locator, label });
  });
});

describe('parseLocator: an item is already chosen', () => {
  it.each([
    ['12-15', { locator: '12-15', label: 'page' }],
    ['1999', { locator: '1999', label: 'page' }],
    ['p. iv', { locator: 'iv', label: 'page' }],
    ['table 2', { locator: '2', label: 'table' }],
  ])('%s', (typed, expected) => {
    expect(parseLocator(typed)).toEqual(expected);
  });

  it('takes words as the next search', () => {
    expect(parseLocator('jones')).toBeNull();
    expect(parseLocator('jones 4')).toBeNull();
  });
});
