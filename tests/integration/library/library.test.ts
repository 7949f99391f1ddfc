import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ITEM_ORDERS, usualOrder, type ItemSort } from '@shared/domain/library/item-view';
import type { CallInput } from '@shared/ipc/contract';
import { addPaper, EVERYTHING } from '../../builders/library-items';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(async () => {
  await library.close();
});

const titles = async (input: Partial<CallInput<'library.list'>> = {}): Promise<readonly string[]> =>
  (await library.get('library.list', { ...EVERYTHING, ...input })).rows.map((row) => row.title);

describe('the list of papers', () => {
  it('sorts by each order, both ways, and pages', async () => {
    await addPaper(library, { title: 'The beta paper', family: 'Orlyk', year: 2021 });
    await addPaper(library, { title: 'Alpha', family: 'Zola', year: 2015 });
    await addPaper(library, { title: 'Читання вголос', family: 'Мельник', year: 2020 });
    // "The" does not count for the order.
    expect(await titles()).toEqual(['Alpha', 'The beta paper', 'Читання вголос']);
    expect(await titles({ sort: { by: 'year', direction: 'descending' } })).toEqual([
      'The beta paper',
      'Читання вголос',
      'Alpha',
    ]);
    expect(await titles({ sort: { by: 'authors', direction: 'ascending' } })).toEqual([
      'The beta paper',
      'Alpha',
      'Читання вголос',
    ]);
    expect(await titles({ sort: { by: 'added', direction: 'descending' } })).toEqual([
      'Читання вголос',
      'Alpha',
      'The beta paper',
    ]);
    const page = await library.get('library.list', { ...EVERYTHING, offset: 1, limit: 1 });
    expect(page.total).toBe(3);
    expect(page.rows.map((row) => row.title)).toEqual(['The beta paper']);
  });

  it('brings and orders by what the columns show: design, key, last change, last reading', async () => {
    const [first, second, third] = [
      await addPaper(library, { title: 'First' }),
      await addPaper(library, { title: 'Second' }),
      await addPaper(library, { title: 'Third' }),
    ];
    await library.get('library.update', { itemId: third, design: 'rct' });
    await library.get('library.update', { itemId: first, design: 'survey' });
    await library.get('library.setKey', { itemId: second, key: 'brook2019' });
    await library.get('library.setKey', { itemId: first, key: 'zola2015' });
    await library.get('library.markOpened', { itemId: first });
    const order = (by: ItemSort['by'], direction: ItemSort['direction'] = 'ascending') =>
      titles({ sort: { by, direction } });
    expect(await order('design', 'descending')).toEqual(['First', 'Third', 'Second']);
    expect((await order('key')).slice(1)).toEqual(['Second', 'First']);
    expect((await order('modified'))[0]).toBe('Third');
    expect((await order('opened', 'descending'))[0]).toBe('First');
    const { rows } = await library.get('library.list', EVERYTHING);
    expect(rows[0]).toMatchObject({ title: 'First', citationKey: 'zola2015', design: 'survey' });
    expect(rows[0]?.openedAt).not.toBeNull();
    expect(rows[2]).toMatchObject({ title: 'Third', design: 'rct', openedAt: null });
    expect(Date.parse(rows[0]?.updatedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(rows[2]?.updatedAt ?? ''));
  });

  it('finds the place of a paper in every order, also beside papers without a year', async () => {
    for (const [title, year] of [
      ['A', 2001],
      ['B', 2001],
      ['C', 1999],
    ] as const)
      await addPaper(library, { title, year });
    const { itemId: undated } = await library.get('library.create', { csl: { type: 'book', title: 'D' } });
    const [{ id: opened } = { id: '' }] = (await library.get('library.list', EVERYTHING)).rows;
    await library.get('library.markOpened', { itemId: opened });
    for (const by of ITEM_ORDERS)
      for (const direction of ['ascending', 'descending'] as const) {
        const list = { ...EVERYTHING, sort: { by, direction } };
        const { ids } = await library.get('library.ids', list);
        expect(ids).toHaveLength(4);
        for (const [index, itemId] of ids.entries())
          expect(await library.get('library.position', { ...list, itemId })).toEqual({ index });
      }
    await library.get('library.trash', { itemIds: [undated] });
    expect(await library.get('library.position', { ...EVERYTHING, itemId: undated })).toEqual({
      index: null,
    });
  });

  it('orders by when a paper was last opened or changed', async () => {
    const ids = new Map<string, string>();
    for (const title of ['A', 'B', 'C', 'D']) ids.set(title, await addPaper(library, { title }));
    const open = (title: string) => library.get('library.markOpened', { itemId: ids.get(title) ?? '' });
    await open('B');
    await open('C');
    await open('A');
    await library.get('library.setStatus', { itemIds: [ids.get('B') ?? ''], readStatus: 'read' });

    const recent = { scope: { kind: 'recent' as const } };
    expect(await titles({ view: recent, sort: usualOrder('recent') })).toEqual(['A', 'C', 'B']);
    // Opening a paper moves it to the top; never opened ones come last in the list of everything.
    await open('B');
    expect(await titles({ view: recent, sort: usualOrder('recent') })).toEqual(['B', 'A', 'C']);
    expect(await titles({ sort: usualOrder('recent') })).toEqual(['B', 'A', 'C', 'D']);
    expect((await titles({ sort: { by: 'modified', direction: 'descending' } }))[0]).toBe('B');
  });

  it('narrows to collections with those below, tags, states, unfiled and recent', async () => {
    const [first, second, third] = [
      await addPaper(library, { title: 'First' }),
      await addPaper(library, { title: 'Second' }),
      await addPaper(library, { title: 'Third' }),
    ];
    const { collectionId } = await library.get('collections.create', { name: 'Reading fluency' });
    const below = await library.get('collections.create', { name: 'Paired reading', parentId: collectionId });
    await library.get('collections.addItems', { collectionId, itemIds: [first] });
    await library.get('collections.addItems', { collectionId: below.collectionId, itemIds: [first, second] });
    const { tagId } = await library.get('tags.apply', { itemIds: [second, third], tag: { name: 'primary' } });
    await library.get('library.setStatus', { itemIds: [third], readStatus: 'reading' });
    await library.get('library.markOpened', { itemId: third });

    const inCollection = { view: { scope: { kind: 'collection' as const, collectionId } } };
    expect(await titles(inCollection)).toEqual(['First', 'Second']);
    expect(await titles({ view: { ...inCollection.view, tagIds: [tagId] } })).toEqual(['Second']);
    expect(await titles({ view: { scope: { kind: 'unfiled' } } })).toEqual(['Third']);
    expect(await titles({ view: { scope: { kind: 'recent' } } })).toEqual(['Third']);
    expect(await titles({ view: { scope: { kind: 'all' }, statuses: ['reading'] } })).toEqual(['Third']);
    expect(await library.get('library.counts', {})).toEqual({ all: 3, recent: 1, unfiled: 1, trash: 0 });
    const collections = await library.get('collections.list', {});
    expect(collections.map(({ name, count }) => [name, count])).toEqual([
      ['Paired reading', 2],
      ['Reading fluency', 2],
    ]);
  });
});

describe('editing a paper', () => {
  it('changes and removes fields, keeps the list columns true, and is one undo step per field', async () => {
    const itemId = await addPaper(library);
    await library.get('library.update', { itemId, fields: { title: 'Ten minutes' } });
    await library.get('library.update', { itemId, fields: { title: 'Ten minutes a day, twice' } });
    const edited = await library.get('library.update', {
      itemId,
      fields: { issued: { 'date-parts': [[2020, 3]] }, 'container-title': null, DOI: '10.1234/ABC' },
    });
    expect(edited).toMatchObject({ title: 'Ten minutes a day, twice', year: 2020, containerTitle: '' });
    expect(edited.csl).not.toHaveProperty('container-title');
    await library.get('history.undo', {});
    expect(await library.get('library.get', { itemId })).toMatchObject({
      year: 2019,
      title: 'Ten minutes a day, twice',
    });
    await library.get('history.undo', {});
    expect(await library.get('library.get', { itemId })).toMatchObject({ title: 'Ten minutes a day' });
    await library.get('history.redo', {});
    await library.get('history.redo', {});
    expect(await library.get('library.get', { itemId })).toMatchObject({ year: 2020, containerTitle: '' });
  });

  it('refuses a value that does not fit its field and changes nothing', async () => {
    const itemId = await addPaper(library);
    const refused = await library.call('library.update', { itemId, fields: { issued: 'last spring' } });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'library.bad-field', details: { field: 'issued' } },
    });
    expect((await library.get('history.state', {})).undo?.name).toBe('library.create');
  });

  it("makes an edited field the person's own and approves the others", async () => {
    const itemId = await addPaper(library);
    const found = { source: 'layout', confidence: 0.6, page: 0, approved: false };
    library.library.core.commands.run('import.record', (change) => {
      change.update('item', itemId, {
        provenance: JSON.stringify({ title: found, DOI: { ...found, confidence: 0.9 } }),
      });
    });
    const edited = await library.get('library.update', { itemId, fields: { title: 'Mine' } });
    expect(edited.provenance).toMatchObject({
      title: { source: 'person', approved: true },
      DOI: { approved: false },
    });
    const approved = await library.get('library.approve', { itemId });
    expect(approved.provenance['DOI']).toMatchObject({ source: 'layout', approved: true });
    await library.get('history.undo', {});
    expect((await library.get('library.get', { itemId })).provenance['DOI']).toMatchObject({
      approved: false,
    });
  });

  it('says that a missing paper is missing', async () => {
    const itemId = '0190aaaa-0000-7000-8000-000000000000';
    for (const name of ['library.get', 'library.markOpened', 'library.approve'] as const)
      expect(await library.call(name, { itemId })).toMatchObject({ error: { code: 'library.item-missing' } });
    expect(await library.call('notes.create', { itemId })).toMatchObject({
      error: { code: 'library.item-missing' },
    });
  });
});

describe('the trash', () => {
  it('takes papers, gives them back, and each step can be undone', async () => {
    const itemIds = [await addPaper(library, { title: 'A' }), await addPaper(library, { title: 'B' })];
    expect(await library.get('library.trash', { itemIds })).toEqual({ changed: 2 });
    expect(await titles()).toEqual([]);
    expect(await titles({ view: { scope: { kind: 'trash' } } })).toEqual(['A', 'B']);
    await library.get('library.restore', { itemIds: itemIds.slice(0, 1) });
    expect(await titles()).toEqual(['A']);
    await library.get('history.undo', {});
    await library.get('history.undo', {});
    expect(await titles()).toEqual(['A', 'B']);
  });

  it('says what rests on a paper before it is emptied, and undo brings everything back', async () => {
    const itemId = await addPaper(library, { title: 'Peer tutoring' });
    const kept = await addPaper(library, { title: 'Kept' });
    const { core } = library.library;
    const at = core.clock.now();
    core.commands.run('test.thread', (change) => {
      change.insert('project', {
        id: 'p1',
        kind: 'new-inquiry',
        title: 'Paired reading, Year 5',
        model_id: 'kmt',
        model_version: '1',
        guidance: 'guided',
        status: 'active',
        is_based_on: null,
        is_sample: 0,
        created_at: at,
        updated_at: at,
        trashed_at: null,
      });
      change.insert('cycle', {
        id: 'c1',
        project_id: 'p1',
        number: 1,
        decision: null,
        decision_reason: '',
        opened_at: at,
        closed_at: null,
      });
      change.insert('link', {
        id: 'l1',
        from_kind: 'item',
        from_id: itemId,
        relation: 'rationale',
        to_kind: 'cycle',
        to_id: 'c1',
        payload: '{}',
        created_at: at,
      });
    });
    await library.get('notes.create', { itemId, body: 'Try it with partners.' });
    await library.get('tags.apply', { itemIds: [itemId, kept], tag: { name: 'peers' } });
    expect(await library.get('library.usedIn', { itemId })).toMatchObject([
      { ownerKind: 'project', ownerId: 'p1', title: 'Paired reading, Year 5', relation: 'rationale' },
    ]);
    await library.get('library.trash', { itemIds: [itemId] });
    expect(await library.get('library.previewEmptyTrash', {})).toEqual({
      items: 1,
      annotations: 0,
      notes: 1,
      appraisals: 0,
      looseNotes: 0,
      looseDocuments: 0,
      looseAnnotations: 0,
      orphaned: [
        {
          itemId,
          itemTitle: 'Peer tutoring',
          ownerKind: 'project',
          title: 'Paired reading, Year 5',
          links: 1,
        },
      ],
    });
    expect(await library.get('library.emptyTrash', {})).toEqual({ removed: 1 });
    expect(await library.call('library.get', { itemId })).toMatchObject({ ok: false });
    expect(core.db.prepare('SELECT count(*) AS n FROM link').get()).toEqual({ n: 0 });
    await library.get('history.undo', {});
    await library.get('library.restore', { itemIds: [itemId] });
    expect((await library.get('library.get', { itemId })).counts).toMatchObject({ notes: 1, usedIn: 1 });
    expect((await library.get('library.get', { itemId })).tags.map((tag) => tag.name)).toEqual(['peers']);
  });
});
