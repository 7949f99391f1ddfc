import { describe, expect, it } from 'vitest';
import { claimLevel, lintClaims, type ClaimFacts } from '@shared/domain/claims';

const facts = (over: Partial<ClaimFacts>): ClaimFacts => ({
  design: 'single-group',
  measuredChanges: 1,
  perspectives: ['student'],
  cycles: 1,
  baselineSimilarityShown: false,
  demonstrations: 0,
  ...over,
});

describe('claim level (domain 5.6)', () => {
  it.each<[string, Partial<ClaimFacts>, number]>([
    [
      'a story stays a story, whatever was gathered',
      { design: 'story', perspectives: ['a', 'b', 'c'], cycles: 3 },
      0,
    ],
    ['no measured change', { measuredChanges: 0, design: 'random' }, 0],
    ['one group, one view, one cycle', {}, 1],
    ['three perspectives (story 1)', { perspectives: ['student', 'teacher', 'parent'] }, 2],
    ['one person in two roles twice is not three', { perspectives: ['student', 'student', 'teacher'] }, 1],
    ['two cycles', { cycles: 2 }, 2],
    ['comparison group', { design: 'comparison' }, 3],
    ['comparison with baselines shown', { design: 'matched-comparison', baselineSimilarityShown: true }, 4],
    ['single case with three demonstrations', { design: 'single-case', demonstrations: 3 }, 4],
    ['single case with two', { design: 'single-case', demonstrations: 2 }, 1],
    ['random assignment', { design: 'random' }, 5],
  ])('%s', (_, over, level) => {
    expect(claimLevel(facts(over)).level).toBe(level);
  });

  it('says what a stronger claim would take', () => {
    expect(claimLevel(facts({})).next).toBe('perspectives-or-cycle');
    expect(claimLevel(facts({ design: 'random' })).next).toBeNull();
  });
});

describe('claim lint', () => {
  it.each([
    'Paired reading caused the gains.',
    'Paired reading led to faster reading.',
    'This proves that pairs work.',
    'Fluency was improved by paired reading.',
    'The programme had a strong impact on fluency.',
    'Scores rose thanks to the pairs.',
    'Paired reading improved fluency.',
    'It was not easy, but it caused gains.',
  ])('flags at L2: %s', (text) => {
    expect(lintClaims(text, 'en', 2)).toHaveLength(1);
  });

  it.each([
    'Парне читання спричинило зростання.',
    'Парне читання призвело до швидшого читання.',
    'Це довело, що пари працюють.',
    'Бали зросли завдяки парам.',
    'Програма вплинула на швидкість читання.',
    'Парне читання покращило швидкість.',
  ])('flags at L2: %s', (text) => {
    expect(lintClaims(text, 'uk', 2)).toHaveLength(1);
  });

  it.each([
    ['en', 'We cannot say that the pairs caused the change.'],
    ['en', 'This does not prove anything.'],
    ['en', 'We asked whether paired reading improved fluency.'],
    ['en', 'Mean scores rose from 55 to 62; growth over eight weeks may explain some of it.'],
    ['en', 'The causeway was flooded, and we improvised.'],
    ['uk', 'Ми не можемо сказати, що це спричинило зміну.'],
    ['uk', 'Середній бал зріс з 55 до 62.'],
  ] as const)('leaves alone (%s): %s', (language, text) => {
    expect(lintClaims(text, language, 2)).toEqual([]);
  });

  it('a trial may speak of causes but never of proof', () => {
    expect(lintClaims('It caused a gain.', 'en', 5)).toEqual([]);
    expect(lintClaims('It proved a gain.', 'en', 5)).toHaveLength(1);
    expect(lintClaims('It had an effect on scores.', 'en', 4)).toEqual([]);
  });

  it('points at the words and offers others', () => {
    const text = 'After eight weeks, pairs led to gains.';
    const [finding] = lintClaims(text, 'en', 1);
    expect(text.slice(finding?.start, finding?.end)).toBe('led to');
    expect(finding?.alternatives.length).toBeGreaterThan(0);
  });
});
