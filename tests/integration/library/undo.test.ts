import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import { addPaper } from '../../builders/library-items';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

const TABLES = [
  'item',
  'collection',
  'collection_item',
  'tag',
  'item_tag',
  'note',
  'setting',
  'link',
  'attachment',
  'annotation',
] as const;

/** Every row of the tables a person writes to here, as text. */
function snapshot(db: Database.Database): string {
  return JSON.stringify(TABLES.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()));
}

interface Ground {
  readonly library: TestLibrary;
  readonly live: string;
  readonly trashed: string;
  readonly collectionId: string;
  readonly emptyId: string;
  readonly tagId: string;
  readonly noteId: string;
}

const steps: Readonly<Record<string, (ground: Ground) => Promise<unknown>>> = {
  'library.create': ({ library, collectionId }) =>
    library.get('library.create', { csl: { type: 'book', title: 'New' }, collectionId }),
  'library.update': ({ library, live }) =>
    library.get('library.update', { itemId: live, fields: { title: 'Other', volume: '7' }, design: 'rct' }),
  'library.setStatus': ({ library, live, trashed }) =>
    library.get('library.setStatus', { itemIds: [live, trashed], readStatus: 'skimmed' }),
  'library.approve': ({ library, live }) =>
    library.get('library.approve', { itemId: live, fields: ['title'] }),
  'library.trash': ({ library, live }) => library.get('library.trash', { itemIds: [live] }),
  'library.restore': ({ library, trashed }) => library.get('library.restore', { itemIds: [trashed] }),
  'library.deleteForGood': ({ library, trashed }) =>
    library.get('trash.remove', { kind: 'item', ids: [trashed] }),
  'library.emptyTrash': ({ library }) => library.get('library.emptyTrash', {}),
  'collections.create': ({ library, collectionId }) =>
    library.get('collections.create', { name: 'Below', parentId: collectionId }),
  'collections.rename': ({ library, collectionId }) =>
    library.get('collections.rename', { collectionId, name: 'Renamed' }),
  'collections.move': ({ library, collectionId, emptyId }) =>
    library.get('collections.move', { collectionId, parentId: emptyId }),
  'collections.remove': ({ library, collectionId }) => library.get('collections.remove', { collectionId }),
  'collections.addItems': ({ library, emptyId, live, trashed }) =>
    library.get('collections.addItems', { collectionId: emptyId, itemIds: [live, trashed] }),
  'collections.removeItems': ({ library, collectionId, live }) =>
    library.get('collections.removeItems', { collectionId, itemIds: [live] }),
  'tags.create': ({ library }) => library.get('tags.create', { name: 'new', color: '#ffd400' }),
  'tags.update': ({ library, tagId }) =>
    library.get('tags.update', { tagId, name: 'other', color: null, shortcut: 4 }),
  'tags.remove': ({ library, tagId }) => library.get('tags.remove', { tagId }),
  'tags.apply': ({ library, live, trashed }) =>
    library.get('tags.apply', { itemIds: [live, trashed], tag: { name: 'made on the way' } }),
  'tags.unapply': ({ library, live, tagId }) => library.get('tags.unapply', { itemIds: [live], tagId }),
  'notes.create': ({ library, live }) => library.get('notes.create', { itemId: live, body: 'Second' }),
  'notes.update': ({ library, noteId }) => library.get('notes.update', { noteId, body: 'Changed' }),
  'notes.trash': ({ library, noteId }) => library.get('notes.trash', { noteId }),
  'settings.set': ({ library }) => library.get('settings.set', { theme: 'dark', guidance: 'free' }),
};

async function prepare(library: TestLibrary): Promise<Ground> {
  const live = await addPaper(library, { title: 'Live' });
  const trashed = await addPaper(library, { title: 'Trashed' });
  const { collectionId } = await library.get('collections.create', { name: 'Full' });
  const { collectionId: emptyId } = await library.get('collections.create', { name: 'Empty' });
  await library.get('collections.addItems', { collectionId, itemIds: [live] });
  const { tagId } = await library.get('tags.apply', { itemIds: [live, trashed], tag: { name: 'primary' } });
  const { id: noteId } = await library.get('notes.create', { itemId: live, body: 'First' });
  await library.get('notes.create', { itemId: trashed, body: 'Goes along' });
  await library.get('library.trash', { itemIds: [trashed] });
  await library.get('settings.set', { theme: 'light' });
  const provenance = JSON.stringify({
    title: { source: 'layout', confidence: 0.6, page: 0, approved: false },
  });
  library.library.core.commands.run('test.provenance', (change) => {
    change.update('item', live, { provenance });
  });
  return { library, live, trashed, collectionId, emptyId, tagId, noteId };
}

describe('undo and redo', () => {
  let library: TestLibrary;
  beforeEach(() => {
    library = openTestLibrary();
  });
  afterEach(async () => {
    await library.close();
  });

  it.each(Object.keys(steps))('%s is taken back and done again to the letter', async (name) => {
    const ground = await prepare(library);
    const { db } = library.library.core;
    const before = snapshot(db);
    await steps[name]?.(ground);
    const after = snapshot(db);
    expect(after).not.toBe(before);
    expect((await library.get('history.undo', {})).name).toBe(name);
    expect(snapshot(db)).toBe(before);
    expect((await library.get('history.redo', {})).name).toBe(name);
    expect(snapshot(db)).toBe(after);
  });
});
