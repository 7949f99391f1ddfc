import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, query } from '@db/query';
import { annotationRow, attachmentRow, fileRow } from '../../builders/annotation-row';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { itemRow } from '../../builders/rows';

const setId = 'a-gen';

describe('appraising a paper', () => {
  let test: TestLibrary;
  const item = itemRow();
  const other = itemRow({ title: 'Another paper' });
  const file = fileRow();
  const attachment = attachmentRow({ item_id: item.id, file_id: file.id });
  const highlight = annotationRow({ item_id: item.id, attachment_id: attachment.id });
  const foreign = annotationRow({ item_id: other.id, attachment_id: attachment.id });
  const address = { itemId: item.id, setId, questionId: 'sample' };

  beforeEach(() => {
    test = openTestLibrary();
    test.library.core.commands.run('test.add', (change) => {
      change.insert('item', item);
      change.insert('item', other);
      change.insert('file', file);
      change.insert('attachment', attachment);
      change.insert('annotation', highlight);
      change.insert('annotation', foreign);
    });
  });
  afterEach(() => test.close());

  const answerOf = async (questionId: string) =>
    (await test.get('appraisal.get', { itemId: item.id, setId })).answers.find(
      (answer) => answer.questionId === questionId,
    );

  it('offers ten questions in both languages with the instruments they map to', async () => {
    const set = await test.get('appraisal.set', { setId, language: 'uk' });
    expect(set.questions).toHaveLength(10);
    expect(set.questions[0]?.mapsTo[0]?.url).toMatch(/^https:/);
  });

  it('stores parts of an answer one by one and keeps the rest', async () => {
    await test.get('appraisal.answer', { ...address, answer: 'partly' });
    await test.get('appraisal.answer', { ...address, note: 'Uneven loss.' });
    await test.get('appraisal.judge', { itemId: item.id, setId, overallJudgement: 'Worth a small try.' });
    test = await test.reopen();
    const appraisal = await test.get('appraisal.get', { itemId: item.id, setId });
    expect(appraisal.answers.find((answer) => answer.questionId === 'sample')).toMatchObject({
      answer: 'partly',
      note: 'Uneven loss.',
      notReported: false,
    });
    expect(appraisal.overallJudgement).toBe('Worth a small try.');
    expect(appraisal.progress).toEqual({ total: 10, answered: 1, grounded: 0, complete: false });
    expect(JSON.stringify(appraisal)).not.toMatch(/score|points/i);
  });

  it('rests an answer on a highlight through a link row, once', async () => {
    await test.get('appraisal.answer', { ...address, answer: 'no' });
    await test.get('appraisal.anchor', { ...address, annotationId: highlight.id });
    const appraisal = await test.get('appraisal.anchor', { ...address, annotationId: highlight.id });
    const links = all(test.library.core.db, query.selectFrom('link').selectAll());
    expect(links).toHaveLength(1);
    expect(links[0]).toMatchObject({
      from_kind: 'annotation',
      from_id: highlight.id,
      to_kind: 'appraisal_answer',
    });
    expect(appraisal.answers.find((answer) => answer.questionId === 'sample')?.evidence).toMatchObject([
      { annotationId: highlight.id, attachmentId: attachment.id, pageIndex: 1, pageLabel: '202' },
    ]);
    expect(appraisal.progress.grounded).toBe(1);
  });

  it('a highlight answers "not reported"', async () => {
    await test.get('appraisal.answer', { ...address, notReported: true });
    expect((await answerOf('sample'))?.notReported).toBe(true);
    await test.get('appraisal.anchor', { ...address, annotationId: highlight.id });
    expect((await answerOf('sample'))?.notReported).toBe(false);
  });

  it('takes a highlight away again; undo brings it back; a trashed highlight does not count', async () => {
    await test.get('appraisal.anchor', { ...address, annotationId: highlight.id });
    const linkId = (await answerOf('sample'))?.evidence[0]?.linkId ?? '';
    expect(await test.get('appraisal.unanchor', { linkId })).toEqual({ removed: true });
    expect((await answerOf('sample'))?.evidence).toEqual([]);
    await test.get('history.undo', {});
    expect((await answerOf('sample'))?.evidence).toHaveLength(1);
    test.library.core.commands.run('test.trash', (change) => {
      change.update('annotation', highlight.id, { trashed_at: '2026-01-16T08:00:00.000Z' });
    });
    expect((await answerOf('sample'))?.evidence).toEqual([]);
  });

  it('undo of the first answer leaves nothing behind', async () => {
    await test.get('appraisal.answer', { ...address, answer: 'yes' });
    await test.get('history.undo', {});
    expect((await test.get('appraisal.get', { itemId: item.id, setId })).appraisalId).toBeNull();
    expect(await test.get('appraisal.ofItem', { itemId: item.id })).toEqual({ appraisals: [] });
  });

  it('typing a note is one step of undo', async () => {
    await test.get('appraisal.answer', { ...address, note: 'U' });
    await test.get('appraisal.answer', { ...address, note: 'Un' });
    await test.get('appraisal.answer', { ...address, note: 'Uneven' });
    await test.get('history.undo', {});
    expect((await answerOf('sample'))?.note).toBe('');
  });

  it.each([
    ['appraisal.get', { itemId: '019a0000-0000-7000-8000-000000000000', setId }, 'appraisal.item-missing'],
    ['appraisal.get', { itemId: item.id, setId: 'a-none' }, 'appraisal.set-unknown'],
    ['appraisal.answer', { ...address, questionId: 'nope', answer: 'yes' }, 'appraisal.question-unknown'],
    [
      'appraisal.anchor',
      { ...address, annotationId: '019a0000-0000-7000-8000-000000000000' },
      'appraisal.highlight-missing',
    ],
    ['appraisal.anchor', { ...address, annotationId: foreign.id }, 'appraisal.other-paper'],
  ] as const)('%s answers a code for what does not fit', async (name, input, code) => {
    expect(await test.call(name, input)).toMatchObject({ ok: false, error: { code } });
  });
});
