import { pandocCitation } from '@shared/domain/bibliography/citation-key';
import { describe, expect, it } from 'vitest';
import { keyByPattern, readKeyPattern, takeKey } from '@shared/domain/bibliography/citation-key-pattern';
import type { CslItem } from '@shared/domain/bibliography/csl-item';

const paper: CslItem = {
  type: 'article-journal',
  title: 'The effect of reading aloud in a small class',
  author: [{ family: 'Dijk', 'non-dropping-particle': 'van', given: 'Ada' }, { family: 'Müller' }],
  issued: { 'date-parts': [[2019, 3]] },
  'container-title': 'Journal of Reading',
  volume: '12',
  page: '201-219',
};

function made(pattern: string, item: CslItem = paper): string {
  const steps = readKeyPattern(pattern);
  if (!steps.ok) throw new Error(String(steps.error.details?.['part']));
  return keyByPattern(steps.value, item);
}

describe('a citation key by pattern', () => {
  it.each([
    ['[auth][year]', 'vanDijk2019'],
    ['[auth:lower]_[shorttitle]', 'vandijk_effectreadingaloud'],
    ['[authors(2)][shortyear]', 'vanDijkMuller19'],
    ['[authEtAl]-[veryshorttitle:capitalize]', 'vanDijkMuller-Effect'],
    ['[journal:abbr][volume]:[firstpage]', 'JR12:201'],
    ['auth.lower + shorttitle(3,3) + year', 'vandijkEffectReadingAloud2019'],
    ['auth.lower + "+" + year', 'vandijk+2019'],
    ["auth + '-' + type", 'vanDijk-articlejournal'],
  ])('%s gives %s', (pattern, key) => {
    expect(made(pattern)).toBe(key);
  });

  it('writes Cyrillic names in Latin letters and takes editors when nobody is an author', () => {
    const item: CslItem = {
      type: 'book',
      title: 'Навчання читання',
      editor: [{ family: 'Щербак', given: 'Яна' }],
      issued: { 'date-parts': [[2020]] },
    };
    expect(made('[auth][year]', item)).toBe('Shcherbak2020');
  });

  it('keeps the name of a body whole', () => {
    expect(
      made('[auth][year]', { type: 'report', author: [{ literal: 'Ministry of Education' }], title: 'Plan' }),
    ).toBe('MinistryofEducation');
  });

  it('is never a bare year', () => {
    const item: CslItem = { type: 'book', title: 'On slow reading', issued: { 'date-parts': [[2020]] } };
    expect(made('[auth][year]', item)).toBe('slow2020');
    expect(made('[auth][year]', { type: 'book' })).toBe('item');
  });

  it('gets a letter when the key is taken, whatever its capitals', () => {
    const steps = readKeyPattern('[auth][year]');
    const taken = new Set(['vandijk2019']);
    expect(steps.ok && [1, 2].map(() => takeKey(steps.value, paper, taken))).toEqual([
      'vanDijk2019a',
      'vanDijk2019b',
    ]);
  });

  it.each(['', '[author', '[nobody]', '[auth:loud]', 'auth year', 'auth + nobody'])(
    'is refused when the pattern is not understood: %s',
    (pattern) => {
      expect(readKeyPattern(pattern)).toMatchObject({
        ok: false,
        error: { code: 'library.bad-key-pattern' },
      });
    },
  );
});

describe('a citation of pandoc', () => {
  it('takes braces only around keys that pandoc would cut', () => {
    expect(pandocCitation(['halas2019', 'DBLP:conf/x.1'])).toBe('[@halas2019; @DBLP:conf/x.1]');
    expect(pandocCitation(['halas2019.', '-a', 'a--b'])).toBe('[@{halas2019.}; @{-a}; @{a--b}]');
  });
});
