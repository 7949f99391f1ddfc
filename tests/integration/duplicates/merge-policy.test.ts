import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { dumpLibrary } from '../../builders/library-dump';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(async () => {
  await library.close();
});

const core = (): TestLibrary['library']['core'] => library.library.core;

async function add(changes: Partial<CslItem>): Promise<string> {
  const csl: CslItem = {
    type: 'article-journal',
    author: [{ family: 'Koval', given: 'Olena' }],
    issued: { 'date-parts': [[2020]] },
    ...changes,
  };
  return (await library.get('library.create', { csl })).itemId;
}

it('merges many groups by a policy per sort of field, without those left out, and tells before what differs', async () => {
  const short = await add({
    title: 'First study of readers',
    abstract: 'Short',
    DOI: '10.5555/a',
    volume: '1',
  });
  await add({
    title: 'First study of readers',
    abstract: 'A long abstract',
    DOI: '10.5555/a',
    volume: '2',
  });
  const other = await add({ title: 'Second study of readers', abstract: 'One' });
  await add({ title: 'Second study of readers', abstract: 'Other' });
  const preview = await library.get('duplicates.previewMany', { offset: 0, limit: 1 });
  expect(preview).toMatchObject({ total: 2, differing: { abstract: 2, others: 1, title: 0 } });
  expect(preview.groups).toHaveLength(1);
  const before = dumpLibrary(core().db);
  const policy = { title: 'keeper', people: 'keeper', dates: 'keeper', identifiers: 'keeper' } as const;
  expect(
    await library.get('duplicates.mergeMany', {
      leaveOut: [other],
      policy: { ...policy, abstract: 'longest', others: 'newest' },
    }),
  ).toEqual({ groups: 1, moved: 1, refused: [] });
  expect(core().db.prepare('SELECT id FROM item WHERE trashed_at IS NULL').all()).toHaveLength(3);
  const { csl } = await library.get('library.get', { itemId: short });
  expect(csl).toMatchObject({ abstract: 'A long abstract', volume: '2' });
  await library.get('history.undo', {});
  expect(dumpLibrary(core().db)).toEqual(before);
});
