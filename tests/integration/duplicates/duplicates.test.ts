import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { annotationRow, attachmentRow, fileRow } from '../../builders/annotation-row';
import { dumpLibrary } from '../../builders/library-dump';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { noteRow } from '../../builders/rows';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(async () => {
  await library.close();
});

const core = (): TestLibrary['library']['core'] => library.library.core;
const AT = '2026-01-15T08:00:00.000Z';

async function add(changes: Partial<CslItem> = {}): Promise<string> {
  const csl: CslItem = {
    type: 'article-journal',
    title: 'Feedback in the reading classroom',
    author: [{ family: 'Koval', given: 'Olena' }],
    issued: { 'date-parts': [[2020]] },
    ...changes,
  };
  return (await library.get('library.create', { csl })).itemId;
}

const groups = async (kind: 'all' | 'same' | 'version' = 'all'): Promise<readonly string[][]> =>
  (await library.get('duplicates.list', { kind })).groups.map(({ records }) => records.map(({ id }) => id));

describe('finding', () => {
  it('groups records of one work with the reason, and follows edits', async () => {
    const a = await add({ DOI: '10.5555/a' });
    const b = await add({ DOI: '10.5555/A', title: 'Feedback' });
    const c = await add({ title: 'Feedback in the Reading Classroom!' });
    await add({ title: 'Another paper altogether' });
    const { groups: found } = await library.get('duplicates.list', {});
    expect(found.map(({ records, reasons }) => [records.map(({ id }) => id), [...reasons].sort()])).toEqual([
      [[a, b, c].sort(), ['doi', 'title']],
    ]);
    await library.get('library.update', {
      itemId: c,
      fields: { title: 'Feedback in the writing classroom' },
    });
    expect(await groups()).toEqual([[a, b].sort()]);
    await library.get('library.trash', { itemIds: [b] });
    expect(await groups()).toEqual([]);
    expect(await library.get('duplicates.summary', {})).toMatchObject({ groups: 0, records: 3 });
  });

  it('finds a slip of the pen in a title only while near titles count', async () => {
    const a = await add();
    const b = await add({ title: 'Feedback in the reeding classroom' });
    expect(await groups()).toEqual([[a, b].sort()]);
    const { rules } = await library.get('duplicates.rules', {});
    await library.get('duplicates.setRules', { rules: { ...rules, titles: 'equal' } });
    expect(await groups()).toEqual([]);
    await library.get('history.undo', {});
    expect(await groups()).toHaveLength(1);
  });

  it('shows a preprint and its published form as versions, until they are related', async () => {
    const published = await add({ DOI: '10.5555/a' });
    const preprint = await add({
      type: 'article',
      DOI: '10.35542/osf.io/abcd',
      issued: { 'date-parts': [[2018]] },
    });
    const { groups: found } = await library.get('duplicates.list', { kind: 'version' });
    expect(found).toMatchObject([{ kind: 'version', keeperId: published }]);
    expect(await groups('same')).toEqual([]);
    await library.get('duplicates.relate', { itemIds: [preprint, published] });
    expect(await groups()).toEqual([]);
    await library.get('history.undo', {});
    expect(await groups('version')).toEqual([[preprint, published]]);
  });

  it('remembers what is no duplicate, and takes it back', async () => {
    const [a, b] = [await add(), await add()];
    expect(await library.get('duplicates.dismiss', { itemIds: [a, b] })).toEqual({ pairs: 1 });
    expect(await groups()).toEqual([]);
    const [pair] = await library.get('duplicates.dismissed', {});
    expect(pair?.records.map(({ id }) => id)).toEqual([a, b].sort());
    await library.get('duplicates.revoke', { pairIds: [pair?.id ?? ''] });
    expect(await groups()).toEqual([[a, b].sort()]);
  });

  it('does not bring two records together through a third when they are kept apart', async () => {
    const [a, b, c] = [await add(), await add(), await add()];
    await library.get('duplicates.dismiss', { itemIds: [a, b] });
    const found = await groups();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(c);
    expect(found[0]).toHaveLength(2);
  });
});

/** Two records of one work, both used in every way there is. @returns what the tests look for */
async function usedTwice(): Promise<{ keeper: string; gone: string; third: string }> {
  const keeper = await add({ abstract: 'Words about words.', custom: { bibtex: { groups: 'A' } } });
  const gone = await add({
    DOI: '10.5555/a',
    volume: '12',
    title: 'FEEDBACK IN THE READING CLASSROOM',
    custom: { bibtex: { groups: 'B', timestamp: '2020' }, ris: { N1: ['x'] } },
  });
  const third = await add({ title: 'A third paper on something else' });
  await library.get('tags.apply', { itemIds: [gone], tag: { name: 'shared' } });
  const { collectionId } = await library.get('collections.create', { name: 'Chapter 2' });
  await library.get('collections.addItems', { collectionId, itemIds: [gone] });
  core().commands.run('test.rows', (change) => {
    const [same, other] = [fileRow(), fileRow()];
    change.insert('file', same);
    change.insert('file', other);
    const kept = attachmentRow({ item_id: keeper, file_id: same.id });
    const twin = attachmentRow({ item_id: gone, file_id: same.id });
    const extra = attachmentRow({ item_id: gone, file_id: other.id });
    for (const row of [kept, twin, extra]) change.insert('attachment', row);
    const mine = annotationRow({ item_id: keeper, attachment_id: kept.id });
    const equal = annotationRow({ item_id: gone, attachment_id: twin.id });
    const theirs = annotationRow({ item_id: gone, attachment_id: twin.id, comment: 'theirs' });
    const elsewhere = annotationRow({ item_id: gone, attachment_id: extra.id, comment: 'elsewhere' });
    for (const row of [mine, equal, theirs, elsewhere]) change.insert('annotation', row);
    change.insert('note', noteRow({ item_id: gone, body: 'Their note' }));
    change.insert('reading_log_entry', {
      id: uuidv7(),
      item_id: gone,
      date: '2026-01-10',
      minutes: 20,
      purpose: '',
      key_idea: 'An idea',
      question: '',
      used_for: '',
      created_at: AT,
      updated_at: AT,
    });
    const appraisal = (itemId: string, setId: string): string => {
      const id = uuidv7();
      change.insert('appraisal', {
        id,
        item_id: itemId,
        set_id: setId,
        set_version: '1',
        overall_judgement: itemId === keeper ? 'Sound' : 'Weak',
        created_at: AT,
        updated_at: AT,
      });
      return id;
    };
    const answer = (appraisalId: string, questionId: string, value: string | null, note = ''): string => {
      const id = uuidv7();
      change.insert('appraisal_answer', {
        id,
        appraisal_id: appraisalId,
        question_id: questionId,
        answer: value,
        not_reported: 0,
        note,
        updated_at: AT,
      });
      return id;
    };
    const [own, other1] = [appraisal(keeper, 'a-gen'), appraisal(gone, 'a-gen')];
    answer(own, 'q1', 'yes', 'mine');
    answer(own, 'q2', null);
    const conflicting = answer(other1, 'q1', 'no', 'theirs');
    answer(other1, 'q2', 'partly');
    answer(other1, 'q3', 'no');
    answer(appraisal(gone, 'a-rct'), 'q1', 'yes');
    const link = (from: readonly [string, string], to: readonly [string, string]): void => {
      change.insert('link', {
        id: uuidv7(),
        from_kind: from[0],
        from_id: from[1],
        relation: 'supports',
        to_kind: to[0],
        to_id: to[1],
        payload: '{}',
        created_at: AT,
      });
    };
    link(['item', gone], ['claim', 'claim-1']);
    link(['item', keeper], ['claim', 'claim-1']);
    link(['annotation', equal.id], ['appraisal_answer', conflicting]);
    link(['item', third], ['item', gone]);
    const report = uuidv7();
    change.insert('report', {
      id: report,
      project_id: null,
      template_id: 't',
      template_version: '1',
      title: 'R',
      language: 'en',
      style_id: 'apa',
      citation_locale: 'en-GB',
      metadata: '{}',
      created_at: AT,
      updated_at: AT,
      trashed_at: null,
    });
    change.insert('report_section', {
      id: uuidv7(),
      report_id: report,
      section_key: 's',
      heading: 'S',
      position: 0,
      is_required: 0,
      body: JSON.stringify({ type: 'doc', cites: [{ itemId: gone }] }),
      updated_at: AT,
    });
  });
  return { keeper, gone, third };
}

const rows = (sql: string, ...values: readonly string[]): unknown[] =>
  core()
    .db.prepare(sql)
    .all(...values);

describe('merging', () => {
  it('keeps everything that hangs on either record', async () => {
    const { keeper, gone, third } = await usedTwice();
    const title = 'FEEDBACK IN THE READING CLASSROOM';
    await library.get('duplicates.merge', {
      keeperId: keeper,
      itemIds: [keeper, gone],
      choices: { title: gone },
      answerWords: { no: 'In the other record: no' },
    });
    const paper = await library.get('library.get', { itemId: keeper });
    expect(paper.csl).toMatchObject({
      title,
      DOI: '10.5555/a',
      volume: '12',
      abstract: 'Words about words.',
    });
    expect(paper.csl.custom).toMatchObject({
      bibtex: { groups: 'A', timestamp: '2020' },
      ris: { N1: ['x'] },
      merged: [{ itemId: gone }],
    });
    expect(paper.tags.map(({ name }) => name)).toEqual(['shared']);
    expect(paper.collections.map(({ name }) => name)).toEqual(['Chapter 2']);
    // The same file once, the other one moved; an equal mark once.
    expect(paper.attachments).toHaveLength(2);
    expect(rows('SELECT comment FROM annotation WHERE item_id = ? ORDER BY comment', keeper)).toEqual([
      { comment: '' },
      { comment: 'elsewhere' },
      { comment: 'theirs' },
    ]);
    expect(rows('SELECT body FROM note WHERE item_id = ?', keeper)).toEqual([{ body: 'Their note' }]);
    expect(rows('SELECT key_idea FROM reading_log_entry WHERE item_id = ?', keeper)).toHaveLength(1);
    expect(
      rows(
        `SELECT set_id, overall_judgement, question_id, answer, note FROM appraisal
         JOIN appraisal_answer ON appraisal_id = appraisal.id WHERE item_id = ? ORDER BY set_id, question_id`,
        keeper,
      ),
    ).toEqual([
      {
        set_id: 'a-gen',
        overall_judgement: 'Sound\nWeak',
        question_id: 'q1',
        answer: 'yes',
        note: 'mine\ntheirs\nIn the other record: no',
      },
      { set_id: 'a-gen', overall_judgement: 'Sound\nWeak', question_id: 'q2', answer: 'partly', note: '' },
      { set_id: 'a-gen', overall_judgement: 'Sound\nWeak', question_id: 'q3', answer: 'no', note: '' },
      { set_id: 'a-rct', overall_judgement: 'Weak', question_id: 'q1', answer: 'yes', note: '' },
    ]);
    // A link that the keeper had already is not there twice; the mark that stayed behind is stood for by the keeper's.
    expect(rows("SELECT count(*) AS n FROM link WHERE from_id = ? AND to_id = 'claim-1'", keeper)).toEqual([
      { n: 1 },
    ]);
    expect(
      rows(
        `SELECT 1 FROM link JOIN annotation ON annotation.id = from_id JOIN appraisal_answer ON appraisal_answer.id = to_id
         JOIN appraisal ON appraisal.id = appraisal_id WHERE annotation.item_id = ? AND appraisal.item_id = ?`,
        keeper,
        keeper,
      ),
    ).toHaveLength(1);
    expect(rows('SELECT from_id FROM link WHERE to_id = ? AND from_id = ?', keeper, third)).toHaveLength(1);
    expect(rows('SELECT body FROM report_section')).toEqual([
      { body: JSON.stringify({ type: 'doc', cites: [{ itemId: keeper }] }) },
    ]);
    expect(await library.get('duplicates.ofItem', { itemId: gone })).toMatchObject({
      mergedInto: { id: keeper },
    });
    expect((await library.get('library.get', { itemId: gone })).trashedAt).not.toBeNull();
  });

  it('is one step: undone, the library is row for row what it was, and done again the same', async () => {
    const { keeper, gone } = await usedTwice();
    const before = dumpLibrary(core().db);
    await library.get('duplicates.merge', { keeperId: keeper, itemIds: [keeper, gone] });
    const after = dumpLibrary(core().db);
    expect(after).not.toEqual(before);
    await library.get('history.undo', {});
    expect(dumpLibrary(core().db)).toEqual(before);
    await library.get('history.redo', {});
    expect(dumpLibrary(core().db)).toEqual(after);
  });

  it('gives the keeper a pinned key and the other the key of the keeper', async () => {
    const keeper = await add({ 'citation-key': 'koval2020' });
    const gone = await add({ 'citation-key': 'koval2020a' });
    core().commands.run('test.pin', (change) => {
      change.update('item', gone, { citation_key_pinned: 1 });
    });
    await library.get('duplicates.merge', { keeperId: keeper, itemIds: [keeper, gone] });
    expect(rows('SELECT id, citation_key AS k, citation_key_pinned AS p FROM item ORDER BY k')).toEqual([
      { id: gone, k: 'koval2020', p: 0 },
      { id: keeper, k: 'koval2020a', p: 1 },
    ]);
    expect((await library.get('library.get', { itemId: keeper })).csl['citation-key']).toBe('koval2020a');
  });

  it('merges many groups as one step, leaves near titles and versions to a look', async () => {
    for (let n = 0; n < 12; n += 1) {
      await add({ title: `Study of number ${String(n)} and its readers` });
      await add({ title: `Study of number ${String(n)} and its readers`, volume: '3' });
    }
    await add({ title: 'Feedback in the reading classroom' });
    await add({ title: 'Feedback in the reeding classroom' });
    const before = dumpLibrary(core().db);
    expect(await library.get('duplicates.summary', {})).toMatchObject({ groups: 13, sure: 12 });
    expect(await library.get('duplicates.mergeMany', {})).toEqual({ groups: 12, moved: 12, refused: [] });
    expect(await library.get('duplicates.summary', {})).toMatchObject({ groups: 1, records: 14 });
    await library.get('history.undo', {});
    expect(dumpLibrary(core().db)).toEqual(before);
  });

  it.each([
    [
      'duplicates.missing',
      (a: string, b: string) => library.get('library.trash', { itemIds: [b] }).then(() => [a, b]),
    ],
    ['duplicates.keeper-not-among', async (a: string) => [a, await add()]],
  ] as const)('refuses with %s and changes nothing', async (code, prepare) => {
    const [a, b] = [await add(), await add()];
    const [, other = ''] = await prepare(a, b);
    const before = dumpLibrary(core().db);
    const keeperId = code === 'duplicates.missing' ? a : b;
    expect(await library.call('duplicates.merge', { keeperId, itemIds: [a, other] })).toMatchObject({
      error: { code },
    });
    expect(dumpLibrary(core().db)).toEqual(before);
  });

  it('refuses a record that it cannot read, by name', async () => {
    const [a, b] = [await add(), await add()];
    core().commands.run('test.break', (change) => {
      change.update('item', b, { csl: '{"type":"no-such-type"}' });
    });
    for (const answer of [
      await library.call('duplicates.compare', { itemIds: [a, b] }),
      await library.call('duplicates.merge', { keeperId: a, itemIds: [a, b] }),
    ])
      expect(answer).toMatchObject({ error: { code: 'duplicates.unreadable' } });
  });
});

it('proposes the record with the most work, then with an abstract, then the oldest', async () => {
  const oldest = await add();
  const withAbstract = await add({ abstract: 'Words.' });
  const withNote = await add();
  const keeper = async (): Promise<string> =>
    (await library.get('duplicates.compare', { itemIds: [oldest, withAbstract, withNote] })).keeperId;
  expect(await keeper()).toBe(withAbstract);
  core().commands.run('test.note', (change) => {
    change.insert('note', noteRow({ item_id: withNote, body: 'x' }));
  });
  expect(await keeper()).toBe(withNote);
});
