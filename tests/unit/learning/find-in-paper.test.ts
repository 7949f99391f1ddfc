import { describe, expect, it } from 'vitest';
import { matchSelection } from '@shared/domain/learning/find-in-paper';
import { comparable, longestCommonRun } from '@shared/domain/learning/text-match';

const key = { id: 'result', pageIndex: 2, quote: 'The difference was g = 0.11, interval −0.02 to 0.24.' };
const select = (text: string, pageIndex = 2): Parameters<typeof matchSelection>[0] => [{ pageIndex, text }];

describe('find-in-paper', () => {
  it('accepts the passage as a PDF viewer returns it: line breaks, other dashes, ligatures, soft hyphens', () => {
    expect(
      matchSelection(select('The diﬀer\u00adence was g = 0.11,\ninterval -0.02 to\n0.24.'), [key]),
    ).toEqual({
      matched: true,
      anchorId: 'result',
    });
  });

  it('needs half of the characters of the key', () => {
    const text = comparable(key.quote);
    expect(matchSelection(select(text.slice(0, Math.ceil(text.length / 2))), [key]).matched).toBe(true);
    expect(matchSelection(select(text.slice(0, Math.floor(text.length / 2) - 1)), [key])).toEqual({
      matched: false,
      reason: 'too-short',
    });
  });

  it('accepts four times the length and refuses more', () => {
    const length = comparable(key.quote).length;
    expect(matchSelection(select(key.quote + 'x'.repeat(length * 3)), [key]).matched).toBe(true);
    expect(matchSelection(select(key.quote + 'x'.repeat(length * 3 + 1)), [key])).toEqual({
      matched: false,
      reason: 'too-long',
    });
  });

  it('counts the whole selection across pages for the length', () => {
    const selection = [
      { pageIndex: 1, text: 'y'.repeat(200) },
      { pageIndex: 2, text: key.quote },
    ];
    expect(matchSelection(selection, [key])).toEqual({ matched: false, reason: 'too-long' });
  });

  it('refuses the same words on another page and other words on the page', () => {
    expect(matchSelection(select(key.quote, 0), [key])).toEqual({ matched: false, reason: 'elsewhere' });
    expect(matchSelection(select('We recommend that every school adopt it.'), [key])).toEqual({
      matched: false,
      reason: 'elsewhere',
    });
    expect(matchSelection(select(''), [key]).matched).toBe(false);
  });

  it('accepts any of several anchors', () => {
    const other = { id: 'limits', pageIndex: 3, quote: 'The study has limits.' };
    expect(matchSelection(select('the study has limits', 3), [key, other])).toEqual({
      matched: true,
      anchorId: 'limits',
    });
  });
});

describe('longest common run', () => {
  it('finds the longest shared run', () => {
    expect(longestCommonRun('abcdef', 'zbcdy')).toBe(3);
    expect(longestCommonRun('', 'abc')).toBe(0);
  });
});
