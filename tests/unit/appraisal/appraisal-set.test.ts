import { describe, expect, it } from 'vitest';
import { appraisalProgress, type AnswerState } from '@shared/domain/appraisal/appraisal-set';

const answer = (questionId: string, patch: Partial<AnswerState> = {}): AnswerState => ({
  questionId,
  answer: 'yes',
  notReported: false,
  anchorCount: 0,
  ...patch,
});

describe('appraisal progress', () => {
  it('an answer needs a highlight, "not reported" or "not applicable" to be grounded', () => {
    const answers = [
      answer('a'),
      answer('b', { anchorCount: 1 }),
      answer('c', { answer: null, notReported: true }),
      answer('d', { answer: 'not-applicable' }),
    ];
    expect(appraisalProgress(['a', 'b', 'c', 'd', 'e'], answers)).toEqual({
      total: 5,
      answered: 4,
      grounded: 3,
      complete: false,
    });
  });
  it('is complete when every answer is grounded', () => {
    expect(appraisalProgress(['a'], [answer('a', { anchorCount: 2 })]).complete).toBe(true);
  });
  it('does not count a highlight without an answer, nor questions of another set', () => {
    expect(
      appraisalProgress(
        ['a'],
        [answer('a', { answer: null, anchorCount: 1 }), answer('z', { anchorCount: 1 })],
      ),
    ).toEqual({
      total: 1,
      answered: 0,
      grounded: 0,
      complete: false,
    });
  });
});
