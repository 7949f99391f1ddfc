import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuote, matchQuote, pagesByDistance, quoteAt, readableQuote } from '@shared/domain/annotation';
import { approximateSearch } from '@shared/domain/annotation/approximate-search';

const PAGE = [
  'Pairs met four times a week for ten minutes; attendance was logged by the class teacher.',
  'Partners changed every second week. Of 4,720 pupils, 4,281 sat the final test. Fourteen per cent of',
  'pupils left the trial arm before the final test, against five per cent elsewhere. The class teacher',
  'chose the pairs, and the class teacher kept the list.',
].join('\n');

const bare = (exact: string) => ({ exact, prefix: '', suffix: '' });

describe('matchQuote', () => {
  it('finds an exact quotation and says so', () => {
    const match = matchQuote(PAGE, bare('Partners changed every second week.'));
    expect(match).toMatchObject({ method: 'exact', errors: 0, score: 1 });
    expect(PAGE.slice(match?.start, match?.end)).toBe('Partners changed every second week.');
  });

  it('finds a quotation whose line breaks, hyphens, ligatures and quotation marks differ', () => {
    const page = 'a \u201cclear e\ufb00ect\u201d of the pro-\ngramme on  reading\u00ad fluency.';
    const match = matchQuote(page, bare('"clear effect" of the programme on reading fluency'));
    expect(match?.method).toBe('normalised');
    expect(page.slice(match?.start, match?.end)).toBe(page.slice(2, -1));
  });

  it('treats composed and decomposed Cyrillic letters alike', () => {
    const page = 'Учнівський щоденник: його їжа'.normalize('NFD');
    const match = matchQuote(page, bare('його їжа'));
    expect(match?.method).toBe('normalised');
    expect(page.slice(match?.start, match?.end).normalize('NFC')).toBe('його їжа');
  });

  it('finds a quotation with a few wrong letters', () => {
    const match = matchQuote(
      PAGE,
      bare('Fourteen per ccnt of pupils lcft the trial arrn before the final test'),
    );
    expect(match?.method).toBe('approximate');
    expect(PAGE.slice(match?.start, match?.end)).toBe(
      'Fourteen per cent of\npupils left the trial arm before the final test',
    );
  });

  it('refuses a quotation that is not there', () => {
    expect(
      matchQuote(PAGE, bare('Teachers were paid for every additional hour of training')),
    ).toBeUndefined();
    expect(matchQuote(PAGE, bare('  '))).toBeUndefined();
    expect(matchQuote(PAGE, bare('xyz'))).toBeUndefined();
    expect(matchQuote('', bare('Partners'))).toBeUndefined();
  });

  it('chooses among equal places by their surroundings, then by the old offset', () => {
    const second = PAGE.indexOf('class teacher', PAGE.indexOf('class teacher') + 20);
    const third = PAGE.lastIndexOf('class teacher');
    const described = quoteAt(PAGE, third, third + 'class teacher'.length);
    expect(matchQuote(PAGE, described)?.start).toBe(third);
    expect(matchQuote(PAGE, { ...bare('class teacher'), hint: second + 3 })?.start).toBe(second);
  });

  it('finds any stretch of the page again from its own description', () => {
    fc.assert(
      fc.property(fc.nat(PAGE.length - 1), fc.integer({ min: 1, max: 120 }), (start, length) => {
        const end = Math.min(PAGE.length, start + length);
        fc.pre(PAGE.slice(start, end).trim() !== '');
        const match = matchQuote(PAGE, { ...quoteAt(PAGE, start, end), hint: start });
        expect([match?.start, match?.end]).toEqual([start, end]);
      }),
    );
  });
});

describe('approximateSearch', () => {
  it('misses nothing within the bound', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 10, maxLength: 24 });
    const edit = fc.record({ at: fc.nat(1000), kind: fc.constantFrom('drop', 'add', 'swap') });
    fc.assert(
      fc.property(
        letters,
        fc.array(edit, { maxLength: 3 }),
        letters,
        letters,
        (pattern, edits, before, after) => {
          const harmed = edits.reduce((text, { at, kind }) => {
            const i = at % text.length;
            if (kind === 'drop') return text.slice(0, i) + text.slice(i + 1);
            return text.slice(0, i) + 'x' + text.slice(kind === 'add' ? i : i + 1);
          }, pattern);
          const best = approximateSearch(before + harmed + after, pattern, edits.length)[0];
          expect(best).toBeDefined();
          expect(best?.errors).toBeLessThanOrEqual(edits.length);
        },
      ),
    );
  });

  it('keeps to the bound', () => {
    expect(approximateSearch('the cat sat', 'the dog sat', 2)).toEqual([]);
    expect(approximateSearch('the cat sat', 'the dog sat', 3)[0]).toEqual({ start: 0, end: 11, errors: 3 });
    expect(approximateSearch('text', '', 1)).toEqual([]);
  });
});

describe('anchorQuote', () => {
  const pages = ['Cover sheet of a download service', 'Introduction and aims', PAGE, 'References'];
  const read = (page: number) => Promise.resolve(pages[page] ?? '');

  it('looks from the old page outwards and finds a quotation that moved by a cover page', async () => {
    const seen: number[] = [];
    const anchor = await anchorQuote(bare('Partners changed every second week.'), 1, 4, (page) => {
      seen.push(page);
      return read(page);
    });
    expect(anchor).toMatchObject({ pageIndex: 2, method: 'exact' });
    expect(seen).toEqual([1, 0, 2]);
  });

  it('says when no page holds it', async () => {
    expect(await anchorQuote(bare('Nowhere to be found in here'), 0, 4, read)).toBeUndefined();
    expect(await anchorQuote(bare('anything'), 0, 0, read)).toBeUndefined();
  });

  it('orders pages by distance', () => {
    expect(pagesByDistance(3, 5)).toEqual([3, 2, 4, 1, 0]);
    expect(pagesByDistance(99, 3)).toEqual([2, 1, 0]);
  });
});

describe('readableQuote', () => {
  it('joins words broken at a line end and keeps other hyphens', () => {
    expect(readableQuote('a pro-\ngramme of well-known\n reading')).toBe('a programme of well-known reading');
    expect(readableQuote('педагогіч-\nний експеримент')).toBe('педагогічний експеримент');
    expect(readableQuote('pages 10-\n12')).toBe('pages 10- 12');
  });
});
