import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { attachmentRow, fileRow } from '../../builders/annotation-row';
import { dumpLibrary } from '../../builders/library-dump';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(async () => {
  await library.close();
});

async function add(changes: Partial<CslItem> = {}): Promise<string> {
  const csl: CslItem = {
    type: 'article-journal',
    title: 'Feedback in the reading classroom',
    author: [{ family: 'Koval', given: 'Olena' }],
    issued: { 'date-parts': [[2020]] },
    'container-title': 'Example Journal of Reading',
    ...changes,
  };
  return (await library.get('library.create', { csl })).itemId;
}

const counts = async (): Promise<Readonly<Record<string, number>>> => {
  const { kinds } = await library.get('checks.summary', {});
  return Object.fromEntries(kinds.map(({ check, count }) => [check, count]));
};
const dump = (): unknown => dumpLibrary(library.library.core.db);

it('counts by kind and follows edits, trash and undo', async () => {
  const a = await add({ title: 'READING ALOUD IN CLASS' });
  await add({ title: 'Reading aloud.' });
  expect(await counts()).toEqual({ 'title-caps': 1, 'title-full-stop': 1 });
  expect(await library.get('checks.summary', {})).toMatchObject({ records: 2, odd: 2 });
  await library.get('library.trash', { itemIds: [a] });
  expect(await counts()).toEqual({ 'title-full-stop': 1 });
  await library.get('history.undo', {});
  expect(await counts()).toEqual({ 'title-caps': 1, 'title-full-stop': 1 });
});

it('mends all of a kind as one step, without those left as they are', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 45; n += 1) ids.push(await add({ title: `READING ALOUD IN CLASS ${String(n)}` }));
  const left = ids[7] ?? '';
  await library.get('checks.ignore', { itemIds: [left], checkId: 'title-caps', ignored: true });
  const before = dump();
  expect(await library.get('checks.fixAll', { checkId: 'title-caps' })).toEqual({ changed: 44, left: 0 });
  expect((await library.get('library.get', { itemId: left })).title).toBe('READING ALOUD IN CLASS 7');
  expect((await library.get('library.get', { itemId: ids[0] ?? '' })).title).toBe('Reading aloud in class 0');
  expect(await counts()).toEqual({ 'title-caps': 0 });
  expect((await library.get('checks.records', { checkId: 'title-caps', ignored: true })).total).toBe(1);
  await library.get('history.undo', {});
  expect(dump()).toEqual(before);
});

describe('kinds that need the whole library', () => {
  it('a key that is there twice gets a letter, unless it is pinned', async () => {
    const key = { 'citation-key': 'koval2020' };
    const [first, second, third] = [await add(key), await add(key), await add(key)];
    library.library.core.commands.run('test.pin', (change) => {
      change.update('item', third, { citation_key_pinned: 1 });
    });
    expect(await counts()).toMatchObject({ 'key-twice': 3 });
    expect(await library.get('checks.fixAll', { checkId: 'key-twice' })).toEqual({ changed: 2, left: 1 });
    const keys = await Promise.all(
      [first, second, third].map(
        async (itemId) => (await library.get('library.get', { itemId })).citationKey,
      ),
    );
    expect(keys[2]).toBe('koval2020');
    expect(new Set(keys).size).toBe(3);
    expect(await counts()).toEqual({});
  });

  it('a key whose other bearer lies in the trash is there once', async () => {
    await add({ 'citation-key': 'koval2020' });
    const gone = await add({ 'citation-key': 'koval2020' });
    expect(await counts()).toMatchObject({ 'key-twice': 2 });
    await library.get('library.trash', { itemIds: [gone] });
    expect(await counts()).toEqual({});
  });

  it('a rarer spelling of a journal takes the common one', async () => {
    await add();
    await add();
    const odd = await add({ 'container-title': 'EXAMPLE JOURNAL OF READING' });
    expect(await counts()).toMatchObject({ 'container-spelling': 1 });
    await library.get('checks.fix', { itemId: odd, checkId: 'container-spelling' });
    expect((await library.get('library.get', { itemId: odd })).containerTitle).toBe(
      'Example Journal of Reading',
    );
    expect(await counts()).toEqual({});
  });

  it('a missing file is named, a retraction is told', async () => {
    const itemId = await add();
    library.library.core.commands.run('test.rows', (change) => {
      const file = fileRow();
      change.insert('file', file);
      change.insert('attachment', attachmentRow({ item_id: itemId, file_id: file.id, title: 'gone.pdf' }));
      change.update('item', itemId, {
        retraction: JSON.stringify({
          kind: 'retraction',
          date: '2024-05-01',
          source: 'crossref',
          doi: '10.5555/r1',
        }),
      });
    });
    expect(await counts()).toEqual({ retracted: 1, 'file-missing': 1 });
    expect(await library.get('checks.ofItem', { itemId })).toMatchObject({
      retraction: { kind: 'retraction', date: '2024-05-01' },
      findings: [{ check: 'file-missing', value: 'gone.pdf', changes: [] }],
    });
  });
});

it('refuses a fix that only a person can make, and a record that is gone', async () => {
  const itemId = await add({ author: [] });
  expect(await library.call('checks.fix', { itemId, checkId: 'no-author' })).toMatchObject({
    error: { code: 'checks.no-fix' },
  });
  await library.get('library.trash', { itemIds: [itemId] });
  expect(await library.call('checks.fix', { itemId, checkId: 'no-author' })).toMatchObject({
    error: { code: 'checks.missing' },
  });
});
