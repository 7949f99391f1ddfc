import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract, type CallInput } from '@shared/ipc/contract';
import { addPaper } from '../../builders/library-items';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(async () => {
  await library.close();
});

const missing = '0190aaaa-0000-7000-8000-000000000000';
const tree = async (): Promise<readonly string[]> => {
  const all = await library.get('collections.list', {});
  const below = (parentId: string | null, depth: number): string[] =>
    all
      .filter((row) => row.parentId === parentId)
      .flatMap((row) => [`${'-'.repeat(depth)}${row.name}`, ...below(row.id, depth + 1)]);
  return below(null, 0);
};

describe('collections', () => {
  it('are made, renamed, nested, ordered and deleted, each step undone in turn', async () => {
    const a = (await library.get('collections.create', { name: 'A' })).collectionId;
    const b = (await library.get('collections.create', { name: 'B' })).collectionId;
    const c = (await library.get('collections.create', { name: 'C', parentId: b })).collectionId;
    expect(await tree()).toEqual(['A', 'B', '-C']);
    await library.get('collections.move', { collectionId: b, parentId: null, beforeId: a });
    expect(await tree()).toEqual(['B', '-C', 'A']);
    await library.get('collections.rename', { collectionId: c, name: 'Chapter 2' });
    await library.get('collections.move', { collectionId: c, parentId: a });
    expect(await tree()).toEqual(['B', 'A', '-Chapter 2']);
    const itemId = await addPaper(library);
    await library.get('collections.addItems', { collectionId: c, itemIds: [itemId] });
    expect(await library.get('collections.remove', { collectionId: a })).toEqual({ removed: 2 });
    expect(await tree()).toEqual(['B']);
    expect((await library.get('library.get', { itemId })).collections).toEqual([]);
    await library.get('history.undo', {});
    expect((await library.get('library.get', { itemId })).collections).toEqual([
      { id: c, name: 'Chapter 2' },
    ]);
    for (let step = 0; step < 4; step += 1) await library.get('history.undo', {});
    expect(await tree()).toEqual(['B', '-C', 'A']);
  });

  it('cannot go below themselves, and missing ones are named as such', async () => {
    const a = (await library.get('collections.create', { name: 'A' })).collectionId;
    const b = (await library.get('collections.create', { name: 'B', parentId: a })).collectionId;
    expect(await library.call('collections.move', { collectionId: a, parentId: b })).toMatchObject({
      error: { code: 'collections.into-itself' },
    });
    for (const result of [
      await library.call('collections.create', { name: 'C', parentId: missing }),
      await library.call('collections.rename', { collectionId: missing, name: 'C' }),
      await library.call('collections.move', { collectionId: missing, parentId: null }),
      await library.call('collections.remove', { collectionId: missing }),
      await library.call('collections.addItems', { collectionId: missing, itemIds: [missing] }),
    ])
      expect(result).toMatchObject({ error: { code: 'collections.missing' } });
  });

  it('hold a paper once, and give it back', async () => {
    const itemId = await addPaper(library);
    const { collectionId } = await library.get('collections.create', { name: 'A' });
    expect(await library.get('collections.addItems', { collectionId, itemIds: [itemId] })).toEqual({
      added: 1,
    });
    expect(await library.get('collections.addItems', { collectionId, itemIds: [itemId] })).toEqual({
      added: 0,
    });
    expect(await library.get('collections.removeItems', { collectionId, itemIds: [itemId] })).toEqual({
      removed: 1,
    });
    await library.get('history.undo', {});
    expect((await library.get('collections.list', {}))[0]?.count).toBe(1);
  });
});

describe('tags', () => {
  it('are put on by name, coloured, moved between keys, taken off and deleted', async () => {
    const itemIds = [await addPaper(library, { title: 'A' }), await addPaper(library, { title: 'B' })];
    const { tagId } = await library.get('tags.apply', { itemIds, tag: { name: 'primary' } });
    const other = (await library.get('tags.create', { name: 'EAL', color: '#2ea8e5' })).tagId;
    await library.get('tags.update', { tagId: other, shortcut: 1 });
    await library.get('tags.update', { tagId, shortcut: 1, color: '#5fb236' });
    expect(
      (await library.get('tags.list', {})).map(({ name, shortcut, count }) => [name, shortcut, count]),
    ).toEqual([
      ['EAL', null, 0],
      ['primary', 1, 2],
    ]);
    await library.get('tags.unapply', { itemIds: itemIds.slice(0, 1), tagId });
    expect((await library.get('tags.list', {})).find((tag) => tag.id === tagId)?.count).toBe(1);
    await library.get('tags.remove', { tagId });
    expect((await library.get('tags.list', {})).map((tag) => tag.name)).toEqual(['EAL']);
    await library.get('history.undo', {});
    await library.get('history.undo', {});
    expect((await library.get('tags.list', {})).find((tag) => tag.id === tagId)?.count).toBe(2);
    await library.get('history.undo', {});
    expect((await library.get('tags.list', {})).find((tag) => tag.id === other)?.shortcut).toBe(1);
  });

  it('are counted within a list', async () => {
    const [a, b, c] = [
      await addPaper(library, { title: 'A' }),
      await addPaper(library, { title: 'B' }),
      await addPaper(library, { title: 'C' }),
    ];
    const primary = await library.get('tags.apply', { itemIds: [a, b], tag: { name: 'primary' } });
    const maths = await library.get('tags.apply', { itemIds: [b, c], tag: { name: 'maths' } });
    const { collectionId } = await library.get('collections.create', { name: 'Chapter 2' });
    await library.get('collections.addItems', { collectionId, itemIds: [a] });
    const counts = async (view: CallInput<'tags.counts'>['view']): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await library.get('tags.counts', { view })).map(({ tagId, count }) => [tagId, count]),
      );
    expect(await counts({ scope: { kind: 'collection', collectionId } })).toEqual({ [primary.tagId]: 1 });
    expect(await counts({ scope: { kind: 'all' }, tagIds: [maths.tagId] })).toEqual({
      [primary.tagId]: 1,
      [maths.tagId]: 2,
    });
    await library.get('library.trash', { itemIds: [b] });
    expect(await counts({ scope: { kind: 'all' } })).toEqual({ [primary.tagId]: 1, [maths.tagId]: 1 });
    expect(await counts({ scope: { kind: 'trash' } })).toEqual({ [primary.tagId]: 1, [maths.tagId]: 1 });
  });

  it('have names of their own', async () => {
    const { tagId } = await library.get('tags.create', { name: 'EAL' });
    const other = (await library.get('tags.create', { name: 'primary' })).tagId;
    expect(await library.call('tags.create', { name: ' EAL ' })).toMatchObject({
      error: { code: 'tags.name-taken' },
    });
    expect(await library.call('tags.update', { tagId: other, name: 'EAL' })).toMatchObject({
      error: { code: 'tags.name-taken' },
    });
    expect(await library.get('tags.update', { tagId, name: 'EAL' })).toMatchObject({ name: 'EAL' });
    expect(await library.call('tags.remove', { tagId: missing })).toMatchObject({
      error: { code: 'tags.missing' },
    });
    expect(await library.call('tags.apply', { itemIds: [missing], tag: { tagId: missing } })).toMatchObject({
      error: { code: 'tags.missing' },
    });
  });
});

describe('notes', () => {
  it('are written, rewritten as one step, trashed and brought back', async () => {
    const itemId = await addPaper(library);
    const { id: noteId } = await library.get('notes.create', { itemId, body: 'O' });
    for (const body of ['On', 'On time', 'On time on task'])
      await library.get('notes.update', { noteId, body });
    expect(await library.get('notes.list', { itemId })).toMatchObject([{ body: 'On time on task' }]);
    await library.get('history.undo', {});
    expect(await library.get('notes.list', { itemId })).toMatchObject([{ body: 'O' }]);
    await library.get('history.redo', {});
    await library.get('notes.trash', { noteId });
    expect(await library.get('notes.list', { itemId })).toEqual([]);
    expect(await library.call('notes.update', { noteId, body: 'x' })).toMatchObject({
      error: { code: 'notes.missing' },
    });
    await library.get('history.undo', {});
    expect(await library.get('notes.list', { itemId })).toHaveLength(1);
    expect(await library.get('notes.list', { itemId: null })).toEqual([]);
  });
});

describe('settings', () => {
  it('keep their values, tell the window, come back on undo and survive what they cannot read', async () => {
    expect(await library.get('settings.get', {})).toMatchObject({ theme: 'system', networkEnabled: false });
    await library.get('settings.set', { theme: 'dark', authorName: 'Olena' });
    expect(library.events.filter((event) => event.name === 'settings.changed').at(-1)?.payload).toEqual({
      names: ['theme', 'authorName'],
    });
    await library.get('settings.set', { guidance: 'free' });
    await library.get('history.undo', {});
    expect(await library.get('settings.get', {})).toMatchObject({ theme: 'dark', guidance: 'guided' });
    const { core } = library.library;
    core.commands.run('test.old', (change) => {
      change.update('setting', 'theme', { value: '"sepia"' });
    });
    expect(await library.get('settings.get', {})).toMatchObject({
      theme: 'system',
      authorName: 'Olena',
    });
  });

  it('sign new reports with the name of the person', async () => {
    await library.get('settings.set', { authorName: 'Olena' });
    const { templates } = await library.get('report.templates', { language: 'en' });
    const { reportId } = await library.get('report.create', {
      templateId: templates[0]?.id ?? '',
      projectId: null,
      title: 'Paired reading',
      language: 'en',
    });
    expect((await library.get('report.get', { reportId })).authors).toEqual(['Olena']);
  });

  it('refuse what they do not know', () => {
    const { input } = contract['settings.set'];
    expect(input.safeParse({ theme: 'sepia' }).success).toBe(false);
    expect(input.safeParse({ telemetry: true }).success).toBe(false);
    expect(input.safeParse({ theme: 'dark' }).success).toBe(true);
  });
});
