import { describe, expect, it } from 'vitest';
import { parseNumber, showsWorkedFormula } from '@shared/domain/learning/compute';
import type { ExerciseKey } from '@shared/domain/learning/exercise';
import { scoreExercise } from '@shared/domain/learning/score';

const base = { id: 'x', objectiveIds: ['o'] };

describe('reading numbers', () => {
  it.each([
    ['6.78', 6.78],
    ['6,78', 6.78],
    ['−0,02', -0.02],
    ['–0.02', -0.02],
    [' .26 ', 0.26],
    ['1 234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['14 %', 14],
    ['+3', 3],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
  it.each(['', 'abc', '1e5', '1,2,3', '--2', '.', '6.78 pupils'])('refuses "%s"', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
});

describe('compute', () => {
  const deff: ExerciseKey = { ...base, kind: 'compute', key: 6.78, tolerance: 0.02 };
  it('accepts within the tolerance, edges included, with a decimal comma', () => {
    for (const text of ['6,78', '6.80', '6.76']) {
      expect(scoreExercise(deff, { kind: 'compute', text }, [])).toMatchObject({
        correct: true,
        fraction: 1,
      });
    }
    for (const text of ['6.81', '6.75', '-6.78', '678']) {
      expect(scoreExercise(deff, { kind: 'compute', text }, [])).toMatchObject({
        correct: false,
        fraction: 0,
      });
    }
  });
  it('names what is not a number', () => {
    expect(scoreExercise(deff, { kind: 'compute', text: 'seven' }, [])).toMatchObject({
      correct: false,
      note: 'not-a-number',
    });
  });
  it('shows the formula with its values from the second try on', () => {
    expect(showsWorkedFormula(0)).toBe(false);
    expect(showsWorkedFormula(1)).toBe(true);
  });
  it('agrees with F13 for TP-RCT and for the practice item G8', () => {
    const deffOf = (n: number, groups: number, icc: number): number => 1 + (n / groups - 1) * icc;
    expect(deffOf(4720, 96, 0.12)).toBeCloseTo(6.78, 2);
    expect(4720 / deffOf(4720, 96, 0.12)).toBeCloseTo(696, 0);
    expect(deffOf(500, 20, 0.15)).toBeCloseTo(4.6, 10);
    expect(500 / 4.6).toBeCloseTo(108.7, 1);
  });
});

describe('classify and match', () => {
  it('scores per item', () => {
    const key: ExerciseKey = {
      ...base,
      kind: 'classify',
      categoryIds: ['found', 'claimed'],
      items: [
        { id: 'a', categoryId: 'found' },
        { id: 'b', categoryId: 'claimed' },
        { id: 'c', categoryId: 'found' },
        { id: 'd', categoryId: 'found' },
      ],
    };
    expect(
      scoreExercise(key, { kind: 'classify', choices: { a: 'found', b: 'claimed', c: 'claimed' } }, []),
    ).toEqual({
      fraction: 0.5,
      correct: false,
      parts: [
        { id: 'a', correct: true },
        { id: 'b', correct: true },
        { id: 'c', correct: false },
        { id: 'd', correct: false },
      ],
    });
  });
  it('scores pairs', () => {
    const key: ExerciseKey = {
      ...base,
      kind: 'match',
      pairs: [
        { leftId: 'p', rightId: 'surprise' },
        { leftId: 'g', rightId: 'size' },
      ],
    };
    expect(scoreExercise(key, { kind: 'match', pairs: { p: 'surprise', g: 'surprise' } }, [])?.fraction).toBe(
      0.5,
    );
  });
});

describe('order', () => {
  const key: ExerciseKey = { ...base, kind: 'order', stepIds: ['a', 'b', 'c', 'd'] };
  it('gives full marks at Kendall distance 0 only', () => {
    expect(scoreExercise(key, { kind: 'order', stepIds: ['a', 'b', 'c', 'd'] }, [])).toMatchObject({
      fraction: 1,
      correct: true,
    });
    const swapped = scoreExercise(key, { kind: 'order', stepIds: ['b', 'a', 'c', 'd'] }, []);
    expect(swapped?.fraction).toBeCloseTo(5 / 6);
    expect(swapped?.parts.filter((part) => !part.correct).map((part) => part.id)).toEqual(['a', 'b']);
    expect(scoreExercise(key, { kind: 'order', stepIds: ['d', 'c', 'b', 'a'] }, [])?.fraction).toBe(0);
  });
  it('counts missing steps as misplaced', () => {
    expect(scoreExercise(key, { kind: 'order', stepIds: ['a', 'b'] }, [])).toMatchObject({ correct: false });
  });
});

describe('judge', () => {
  const key: ExerciseKey = {
    ...base,
    kind: 'judge',
    ratingIds: ['low', 'middle', 'high'],
    experts: [
      { id: 'e1', ratingId: 'high' },
      { id: 'e2', ratingId: 'high' },
    ],
  };
  it('gives half for the neighbour of an expert', () => {
    const score = (ratingId: string): number | undefined =>
      scoreExercise(key, { kind: 'judge', ratingId, reason: '' }, [])?.fraction;
    expect([score('high'), score('middle'), score('low')]).toEqual([1, 0.5, 0]);
  });
});

describe('any exercise', () => {
  it('does not score a response of another kind', () => {
    const key: ExerciseKey = { ...base, kind: 'compute', key: 1, tolerance: 0 };
    expect(scoreExercise(key, { kind: 'order', stepIds: [] }, [])).toBeUndefined();
  });
});
