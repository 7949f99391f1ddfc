import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paperAnswersSchema } from '@shared/domain/learning/teaching-paper';
import type { CallInput } from '@shared/ipc/contract';
import { readContent } from '../../builders/content-files';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

type Response = CallInput<'learn.attempt'>['response'];

const { anchors } = paperAnswersSchema.parse(readContent('teaching-papers/tp-rct/answers.json'));
const select = (anchorId: string): Response => {
  const anchor = anchors.find((candidate) => candidate.id === anchorId);
  return {
    kind: 'find-in-paper',
    selection: [{ pageIndex: anchor?.pageIndex ?? -1, text: anchor?.quote ?? '' }],
  };
};

describe('learning', () => {
  let test: TestLibrary;
  beforeEach(() => {
    test = openTestLibrary();
  });
  afterEach(() => test.close());

  const attempt = (exerciseId: string, response: Response) =>
    test.get('learn.attempt', { moduleId: 'm01', exerciseId, response });
  const objectives = async () => {
    const { modules } = await test.get('learn.map', { language: 'en' });
    const [m01] = modules.filter((module) => module.id === 'm01');
    return new Map(m01?.objectives.map((objective) => [objective.id, objective]));
  };

  it('shows the module in both languages without its keys', async () => {
    const en = await test.get('learn.module', { moduleId: 'm01', language: 'en' });
    const uk = await test.get('learn.module', { moduleId: 'm01', language: 'uk' });
    expect(en.cards).toHaveLength(8);
    expect(uk.cards.map((card) => card.id)).toEqual(en.cards.map((card) => card.id));
    expect(uk.title).toMatch(/[а-яіїєґ]/iu);
    expect(JSON.stringify(en.exercises)).not.toContain('categoryId');
    expect(JSON.stringify(en.exercises)).not.toContain('anchorIds');
  });

  it('S-L11-07: records mastery per objective', async () => {
    expect((await objectives()).get('find-parts')?.status).toBe('not-started');
    for (const [exercise, anchor] of [
      ['find-question', 'question'],
      ['find-sample', 'sample'],
      ['find-setting', 'setting'],
      ['find-measure', 'measure'],
      ['find-result', 'result'],
    ] as const) {
      expect((await attempt(exercise, select(anchor))).score.correct).toBe(true);
    }
    expect((await objectives()).get('find-parts')?.status).toBe('in-progress'); // 5 of 7
    await attempt('find-limit', select('limits-choice'));
    expect((await objectives()).get('find-parts')).toMatchObject({ status: 'mastered', tried: 6, total: 7 });
  });

  it('story 5: DEFF 6.78 and n_eff 696 with a decimal comma; the formula comes with the second try', async () => {
    const first = await attempt('compute-deff', { kind: 'compute', text: '49' });
    expect(first).toMatchObject({ score: { correct: false }, wrongTries: 1 });
    expect(await attempt('compute-deff', { kind: 'compute', text: '6,78' })).toMatchObject({
      score: { correct: true },
      wrongTries: 1,
    });
    for (const [exercise, text] of [
      ['compute-neff', '696'],
      ['compute-practice-deff', '4.6'],
      ['compute-practice-neff', '108,7'],
    ] as const) {
      expect((await attempt(exercise, { kind: 'compute', text })).score.correct).toBe(true);
    }
  });

  it('keeps every try, survives a restart, and undo takes the last one back', async () => {
    await attempt('compute-width', { kind: 'compute', text: '0.3' });
    await attempt('compute-width', { kind: 'compute', text: '0.26' });
    test = await test.reopen();
    const state = await test.get('learn.state', { moduleId: 'm01' });
    const own = state.exercises.find((exercise) => exercise.id === 'compute-width');
    expect(own).toMatchObject({ tries: 2, wrongTries: 1, last: { score: { correct: true } } });
    await test.get('history.undo', {});
    const after = await test.get('learn.state', { moduleId: 'm01' });
    expect(after.exercises.find((exercise) => exercise.id === 'compute-width')).toMatchObject({
      tries: 1,
      last: { response: { kind: 'compute', text: '0.3' }, score: { correct: false } },
    });
  });

  it('keeps the place in a module outside of undo', async () => {
    await test.get('learn.saveStep', { moduleId: 'm01', step: 'card-sample' });
    await test.get('learn.saveStep', { moduleId: 'm01', step: 'done', completed: true });
    const { progress } = await test.get('learn.saveStep', { moduleId: 'm01', step: 'card-question' });
    expect(progress).toMatchObject({ step: 'card-question' });
    expect(progress.completedAt).not.toBeNull();
    expect(await test.call('history.undo', {})).toMatchObject({
      ok: false,
      error: { code: 'history.nothing-to-undo' },
    });
  });

  it('gives the right answer when asked', async () => {
    const answer = (exerciseId: string) => test.get('learn.answer', { moduleId: 'm01', exerciseId });
    expect((await answer('find-limit')).anchors.map((anchor) => anchor.id)).toEqual([
      'limits',
      'limits-choice',
    ]);
    expect((await answer('classify-claims')).choices['two-months']).toBe('claimed');
    expect((await answer('order-parts')).order[0]).toBe('introduction');
    expect((await answer('compute-neff')).value).toBe(696);
  });

  it('gives the glossary in the order of the language', async () => {
    const { terms } = await test.get('learn.glossary', { language: 'uk' });
    expect(terms[0]?.term).toBe('Альфа Кронбаха');
    expect(terms.map((term) => term.term)).toContain('Довірчий інтервал');
  });

  it.each([
    ['learn.module', { moduleId: 'm99', language: 'en' }, 'learn.module-unknown'],
    ['learn.state', { moduleId: '../m01' }, 'learn.module-unknown'],
    ['learn.answer', { moduleId: 'm01', exerciseId: 'nope' }, 'learn.exercise-unknown'],
    [
      'learn.attempt',
      { moduleId: 'm01', exerciseId: 'compute-deff', response: { kind: 'order', stepIds: [] } },
      'learn.wrong-kind',
    ],
    ['learn.paper', { paperId: 'tp-none' }, 'learn.paper-unknown'],
  ] as const)('%s answers a code for what does not exist', async (name, input, code) => {
    expect(await test.call(name, input)).toMatchObject({ ok: false, error: { code } });
  });
});
