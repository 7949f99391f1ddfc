import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText } from '../../../renderer/pdf/find-text';
import { buildPageText, type TextRun } from '../../../renderer/pdf/page-text';
import {
  cursorAt,
  cursorRange,
  moveCursor,
  textUnits,
  type TextCursor,
} from '../../../renderer/pdf/text-cursor';

const LOOSE = { matchCase: false, wholeWords: false };

function run(overrides: Partial<TextRun>): TextRun {
  return {
    str: '',
    dir: 'ltr',
    transform: [10, 0, 0, 10, 72, 700],
    width: 100,
    height: 10,
    hasEOL: false,
    ascent: 0.8,
    descent: -0.2,
    fontFamily: 'serif',
    vertical: false,
    ...overrides,
  };
}

/** Every letter is as wide as any other. */
const monospace = (text: string): number => text.length;

describe('page text', () => {
  const page = buildPageText(
    [
      run({ str: 'Heading', transform: [20, 0, 0, 20, 72, 740], hasEOL: true }),
      run({ str: 'ten letter', width: 100 }),
      run({ str: ' ', width: 5, transform: [10, 0, 0, 10, 172, 700] }),
      run({ str: 'more', width: 40, transform: [10, 0, 0, 10, 177, 700], hasEOL: true }),
      run({ str: 'second', width: 60, transform: [10, 0, 0, 10, 72, 686] }),
    ],
    monospace,
  );

  it('joins runs and keeps lines', () => {
    expect(page.text).toBe('Heading\nten letter more\nsecond');
    expect(page.flow).toBe('Heading\nten letter more second');
  });

  it('boxes a part of a run by its share of the width, and one box per line', () => {
    const at = page.text.indexOf('letter');
    expect(page.rects(at, at + 6)).toEqual([[112, 698, 172, 708]]);
    expect(page.rects(at, page.text.length)).toEqual([
      [112, 698, 217, 708],
      [72, 684, 132, 694],
    ]);
    expect(page.rects(3, 3)).toEqual([]);
  });

  it('follows rotated and right-to-left text', () => {
    const turned = buildPageText(
      [run({ str: 'abcd', width: 40, transform: [0, 10, -10, 0, 300, 100] })],
      monospace,
    );
    expect(turned.rects(0, 2)).toEqual([[292, 100, 302, 120]]);
    const rtl = buildPageText([run({ str: 'שלום', dir: 'rtl', width: 40 })], monospace);
    expect(rtl.rects(0, 1)).toEqual([[102, 698, 112, 708]]);
  });

  it('survives fonts without or with absurd extents', () => {
    const odd = buildPageText([run({ str: 'ab', ascent: Number.NaN, descent: -9 })], monospace);
    expect(odd.rects(0, 2)).toEqual([[72, 697.8, 172, 708]]);
  });
});

describe('find', () => {
  const text = 'The pro-\ngramme had an e\ufb00ect on well-known\nreaders. Його їжа, Café. Reading';

  it('reads over line ends, hyphens, ligatures and accents', () => {
    const found = (query: string) =>
      findInText(text, query, LOOSE).map(({ start, end }) => text.slice(start, end));
    expect(found('programme had')).toEqual(['pro-\ngramme had']);
    expect(found('EFFECT on')).toEqual(['e\ufb00ect on']);
    expect(found('well-known readers')).toEqual(['well-known\nreaders']);
    expect(found('cafe')).toEqual(['Café']);
    expect(found('його їжа')).toEqual(['Його їжа']);
    expect(found('ижа')).toEqual([]);
    expect(found('read')).toHaveLength(2);
  });

  it('respects case and whole words', () => {
    expect(findInText(text, 'reading', { matchCase: true, wholeWords: false })).toEqual([]);
    expect(findInText(text, 'read', { matchCase: false, wholeWords: true })).toEqual([]);
    expect(findInText(text, 'readers', { matchCase: false, wholeWords: true })).toHaveLength(1);
    expect(findInText(text, '  ', LOOSE)).toEqual([]);
  });

  it('gives hits in order that do not overlap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '-') }),
        fc.constantFrom('a', 'ab', 'a b'),
        (hay, query) => {
          const hits = findInText(hay, query, LOOSE);
          hits.forEach((hit, i) => {
            expect(hit.end).toBeGreaterThan(hit.start);
            expect(hit.start).toBeGreaterThanOrEqual(hits[i - 1]?.end ?? 0);
          });
        },
      ),
    );
  });
});

describe('keyboard selection', () => {
  const flow = 'A heading\nTen minutes helped. Did it last? Nobody knows.';
  const units = textUnits(flow, 'en');
  const words = (cursor: TextCursor | undefined): string => {
    if (!cursor) return '';
    const { start, end } = cursorRange(cursor);
    return flow.slice(start, end);
  };
  const begin = (offset: number): TextCursor => {
    const cursor = cursorAt(units, offset);
    if (!cursor) throw new Error('no words');
    return cursor;
  };
  const move = (cursor: TextCursor, unit: 'word' | 'sentence', step: 1 | -1, extend: boolean): TextCursor => {
    const moved = moveCursor(units, cursor, unit, step, extend);
    if (!moved) throw new Error('nothing there');
    return moved;
  };

  it('moves by word and by sentence, and ends at the end', () => {
    expect(words(begin(0))).toBe('A');
    const sentence = move(begin(0), 'sentence', 1, false);
    expect(words(sentence)).toBe('Ten minutes helped.');
    expect(words(move(sentence, 'word', 1, false))).toBe('Did');
    expect(words(move(sentence, 'word', -1, false))).toBe('heading');
    expect(moveCursor(units, begin(flow.length), 'word', 1, false)).toBeUndefined();
  });

  it('extends over words, finishes the sentence first, and shrinks again', () => {
    const start = begin(flow.indexOf('minutes'));
    const two = move(start, 'word', 1, true);
    expect(words(two)).toBe('minutes helped');
    const whole = move(two, 'sentence', 1, true);
    expect(words(whole)).toContain('minutes helped.');
    expect(words(move(two, 'word', -1, true))).toBe('minutes');
    expect(words(move(start, 'word', -1, true))).toBe('Ten minutes');
  });

  it('says when a page has no words', () => {
    expect(cursorAt(textUnits(' \n ', 'uk'), 0)).toBeUndefined();
  });
});
