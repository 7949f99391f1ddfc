import { describe, expect, it } from 'vitest';
import {
  ANNOTATION_COLORS,
  annotationDraft,
  boundingRect,
  colorForKey,
  colorMeanings,
  filterAnnotations,
  mergeLines,
  nearestColor,
  orderRect,
  quadPoints,
  sortIndex,
} from '@shared/domain/annotation';

describe('palette', () => {
  it('has eight colours on the keys 1 to 8', () => {
    expect(['1', '2', '3', '4', '5', '6', '7', '8'].map(colorForKey)).toEqual([...ANNOTATION_COLORS]);
    expect([colorForKey('0'), colorForKey('9'), colorForKey('a'), colorForKey('12')]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('maps foreign colours to the nearest one', () => {
    expect(nearestColor('#FFD400')).toBe('#ffd400');
    expect(nearestColor('#00f')).toBe('#2ea8e5');
    expect(nearestColor('#ff0000')).toBe('#ff6666');
    expect(nearestColor('sky')).toBe('#ffd400');
  });

  it('accepts only names for palette colours', () => {
    expect(colorMeanings.safeParse({ '#ffd400': 'Claim' }).success).toBe(true);
    expect(colorMeanings.safeParse({ '#ffd400': '   ' }).success).toBe(false);
    expect(colorMeanings.safeParse({ '#123456': 'Claim' }).success).toBe(false);
  });
});

describe('rectangles', () => {
  it('joins words of a line and keeps lines and columns apart', () => {
    const words = [
      [50, 700, 80, 712],
      [84, 700, 120, 712],
      [50, 684, 118, 696],
      [300, 684, 360, 696],
    ] as const;
    expect(mergeLines(words)).toEqual([
      [50, 700, 120, 712],
      [50, 684, 118, 696],
      [300, 684, 360, 696],
    ]);
  });

  it('keeps a superscript on its line and drops empty boxes', () => {
    expect(
      mergeLines([
        [50, 700, 80, 712],
        [80, 706, 84, 713],
        [84, 700, 84, 712],
      ]),
    ).toEqual([[50, 700, 84, 713]]);
  });

  it('orders corners and bounds boxes', () => {
    expect(orderRect([10, 20, 5, 1])).toEqual([5, 1, 10, 20]);
    expect(boundingRect([])).toEqual([0, 0, 0, 0]);
    expect(quadPoints([1, 2, 3, 4])).toEqual([1, 4, 3, 4, 1, 2, 3, 2]);
  });
});

describe('sort index', () => {
  it('sorts by page, then text, then height on the page', () => {
    const keys = [
      sortIndex(0, 12, [[0, 700, 10, 712]], 792),
      sortIndex(0, 12, [[0, 300, 10, 312]], 792),
      sortIndex(0, 700, [[0, 750, 10, 762]], 792),
      sortIndex(11, 0, [], 792),
    ];
    expect(keys[0]).toBe('00000|000012|00080');
    expect([...keys].sort()).toEqual(keys);
  });

  it('never leaves its form', () => {
    expect(sortIndex(1e9, -5, [[0, 900, 1, 1000]], 792)).toBe('99999|000000|00000');
  });
});

describe('drafts', () => {
  it('refuses an annotation without a place', () => {
    const target = {
      pageIndex: 0,
      pageLabel: '1',
      rects: [],
      quote: 'x',
      prefix: '',
      suffix: '',
      start: 0,
      end: 1,
    };
    const draft = { ...target, sortIndex: '00000|000000|00000', fingerprint: 'f' };
    const result = annotationDraft.safeParse({ ...draft, type: 'highlight', color: '#ffd400', comment: '' });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['rects']);
  });
});

describe('filter', () => {
  const list = [
    { color: '#ffd400', quote: 'Fluency grew', comment: 'Cafe\u0301 study' },
    { color: '#ff6666', quote: 'Small sample', comment: '' },
  ] as const;
  const meaning = (color: string): string => (color === '#ff6666' ? 'Doubt' : 'Finding');
  const none: ReadonlySet<(typeof ANNOTATION_COLORS)[number]> = new Set();

  it('looks at quotation, comment and meaning, without accents and case', () => {
    expect(filterAnnotations(list, { colors: none, text: 'CAFE flu' }, meaning)).toEqual([list[0]]);
    expect(filterAnnotations(list, { colors: none, text: 'doubt' }, meaning)).toEqual([list[1]]);
    expect(filterAnnotations(list, { colors: none, text: '' }, meaning)).toHaveLength(2);
    expect(
      filterAnnotations(list, { colors: new Set(['#ffd400'] as const), text: 'doubt' }, meaning),
    ).toEqual([]);
  });
});
