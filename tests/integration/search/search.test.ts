import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPaper } from '../../builders/library-files';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { CYRILLIC_FONT, writePdf } from '../../builders/pdf-files';
import { builtPdfWorker } from '../../builders/pdf-worker';
import { itemRow, noteRow, tagRow } from '../../builders/rows';

/** Waits until the index has dealt with every document. */
const indexed = (test: TestLibrary): Promise<void> => test.library.search.settled();

const csl = (fields: Record<string, unknown>): string =>
  JSON.stringify({ type: 'article-journal', ...fields });

describe('search', () => {
  let folder: string;
  let workers: string;
  let test: TestLibrary;

  beforeAll(async () => {
    workers = dirname(await builtPdfWorker());
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inquiry-search-'));
    test = openTestLibrary({ workers });
  });
  afterEach(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const kinds = async (text: string): Promise<Record<string, number>> => {
    const { groups } = await test.get('search.query', { text });
    return Object.fromEntries(groups.map((group) => [group.kind, group.hits.length]));
  };

  it('finds items by every field, and follows edits, undo, trash and restore', async () => {
    const item = itemRow({
      title: 'Ten minutes a day',
      csl: csl({
        title: 'Ten minutes a day',
        author: [{ family: 'Hálasová', given: 'Ema' }],
        'container-title': 'Example Journal of Reading',
        abstract: 'Daily phonics in small groups.',
        DOI: '10.5555/ten.minutes',
      }),
    });
    const { commands } = test.library.core;
    commands.run('item.create', (change) => change.insert('item', item));
    for (const text of [
      'minutes',
      'halasova',
      'example journal',
      'phonic',
      '10.5555/ten.minutes',
      'title:minutes by:ema',
    ]) {
      expect(await kinds(text), text).toEqual({ item: 1 });
    }
    const [hit] = (await test.get('search.query', { text: 'phonic' })).groups[0]?.hits ?? [];
    expect(hit?.snippet).toEqual([
      { text: 'Daily ', isHit: false },
      { text: 'phonics', isHit: true },
      { text: ' in small groups.', isHit: false },
    ]);
    const [byTitle] = (await test.get('search.query', { text: 'minutes' })).groups[0]?.hits ?? [];
    expect(byTitle?.snippet.some((part) => part.text.includes('kinditem'))).toBe(false);
    expect(await kinds('kinditem')).toEqual({});
    expect(await kinds('title:phonics')).toEqual({});
    commands.run('item.edit', (change) =>
      change.update('item', item.id, { csl: csl({ title: 'Twelve minutes' }) }),
    );
    expect(await kinds('phonics')).toEqual({});
    expect(await kinds('twelve')).toEqual({ item: 1 });
    commands.undo();
    expect(await kinds('phonics')).toEqual({ item: 1 });
    commands.run('item.trash', (change) =>
      change.update('item', item.id, { trashed_at: '2026-02-01T00:00:00.000Z' }),
    );
    expect(await kinds('phonics')).toEqual({});
    commands.undo();
    expect(await kinds('phonics')).toEqual({ item: 1 });
  });

  it('searches tags, notes and annotations, and a renamed tag is found by its new name', async () => {
    const { commands } = test.library.core;
    const path = await writePdf(join(folder, 'a.pdf'), { pages: [['Nothing of interest here.']] });
    const { itemId, attachmentId } = addPaper(test, path, 'Homework');
    const tag = tagRow({ name: 'to read' });
    commands.run('annotate', (change) => {
      change.insert('tag', tag);
      change.insert('item_tag', { id: uuidv7(), item_id: itemId, tag_id: tag.id });
      change.insert('note', noteRow({ item_id: itemId, body: '<p>Ask <b>Brook</b> about attrition</p>' }));
      change.insert('annotation', {
        id: uuidv7(),
        item_id: itemId,
        attachment_id: attachmentId,
        type: 'highlight',
        page_index: 4,
        page_label: '217',
        rects: '[]',
        color: '#ffd400',
        quote_exact: 'teachers were not blind to the condition',
        quote_prefix: '',
        quote_suffix: '',
        position_start: null,
        position_end: null,
        comment: 'threat to validity',
        sort_index: '00004',
        fingerprint: '',
        created_at: itemRow().created_at,
        updated_at: itemRow().updated_at,
        trashed_at: null,
      });
    });
    expect(await kinds('tag:"to read"')).toEqual({ item: 1 });
    expect(await kinds('attrition')).toEqual({ note: 1 });
    expect(await kinds('note:attrition')).toEqual({ note: 1 });
    expect(await kinds('comment:attrition')).toEqual({});
    const found = await test.get('search.query', { text: 'blind condition' });
    const [hit] = found.groups[0]?.hits ?? [];
    expect(hit).toMatchObject({
      kind: 'annotation',
      itemId,
      attachmentId,
      pageIndex: 4,
      pageLabel: '217',
      title: 'Homework',
    });
    expect(hit?.snippet.filter((part) => part.isHit).map((part) => part.text)).toEqual([
      'blind',
      'condition',
    ]);
    expect(await kinds('color:yellow')).toEqual({ item: 1 });
    commands.run('tag.rename', (change) => change.update('tag', tag.id, { name: 'dringend' }));
    expect(await kinds('tag:dringend')).toEqual({ item: 1 });
    expect(await kinds('tag:"to read"')).toEqual({});
    commands.run('item.trash', (change) =>
      change.update('item', itemId, { trashed_at: '2026-02-01T00:00:00.000Z' }),
    );
    expect(await kinds('blind')).toEqual({});
  });

  it('indexes pages in the background and gives the page of each hit', async () => {
    const path = await writePdf(join(folder, 'b.pdf'), {
      pages: [
        ['First page about motivation.'],
        ['Second page about spelling inter-', 'ventions in year three.'],
        ['Third.'],
      ],
    });
    const { itemId, attachmentId } = addPaper(test, path, 'Spelling');
    test.library.start();
    await indexed(test);
    const { groups } = await test.get('search.query', { text: 'text:interventions' });
    expect(groups).toHaveLength(1);
    expect(groups[0]?.hits[0]).toMatchObject({
      kind: 'page',
      refId: attachmentId,
      itemId,
      pageIndex: 1,
      title: 'Spelling',
    });
    expect(await kinds('"year three"')).toEqual({ page: 1 });
    expect(await kinds('"three year"')).toEqual({});
    expect(await test.get('files.attachmentInfo', { attachmentId })).toMatchObject({
      textStatus: 'indexed',
      pageCount: 3,
    });
    expect(test.events.some((event) => event.name === 'search.progress')).toBe(true);
  });

  it.skipIf(!existsSync(CYRILLIC_FONT))('finds Ukrainian text with any apostrophe', async () => {
    const font = CYRILLIC_FONT;
    const path = await writePdf(join(folder, 'c.pdf'), {
      pages: [[{ text: 'Пам’ять і об’єкт навчання', y: 100, font }]],
    });
    addPaper(test, path, 'Пам’ять');
    test.library.start();
    await indexed(test);
    for (const text of ["пам'ять", 'памʼять', 'об’єкт', 'ОБ`ЄКТ'])
      expect(await kinds(`text:${text}`), text).toEqual({ page: 1 });
  });

  it('gives a broken, an encrypted and an empty file their own state and goes on', async () => {
    const broken = join(folder, 'broken.pdf');
    writeFileSync(broken, '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\ntrailer << /Root 9 0 R >>\n%%EOF');
    const locked = await writePdf(join(folder, 'locked.pdf'), {
      password: 'secret',
      pages: [['Locked text']],
    });
    const scan = await writePdf(join(folder, 'scan.pdf'), { pages: [[], []] });
    const good = await writePdf(join(folder, 'good.pdf'), {
      pages: [['Readable words about assessment for learning in primary schools.']],
    });
    const papers = [broken, locked, scan, good].map((path) => addPaper(test, path, path));
    test.library.start();
    await indexed(test);
    const states = await Promise.all(
      papers.map(
        async ({ attachmentId }) => (await test.get('files.attachmentInfo', { attachmentId })).textStatus,
      ),
    );
    expect(states).toEqual(['failed', 'failed', 'no-text-layer', 'indexed']);
    expect(await test.get('search.status', {})).toMatchObject({
      total: 4,
      indexed: 4,
      failed: 2,
      withoutText: 1,
    });
    expect(await kinds('assessment')).toEqual({ page: 1 });
  });

  it('pauses, goes on, and rebuilds to the same result', async () => {
    await test.get('search.pause', { paused: true });
    const path = await writePdf(join(folder, 'd.pdf'), {
      pages: [['A page about scaffolding and feedback in lessons.']],
    });
    addPaper(test, path, 'Scaffolding');
    test.library.start();
    expect(await test.get('search.status', {})).toMatchObject({ indexed: 0, total: 1, paused: true });
    await test.get('search.pause', { paused: false });
    await indexed(test);
    const before = (await test.get('search.query', { text: 'scaffolding' })).groups;
    await test.get('search.rebuild', {});
    await indexed(test);
    expect((await test.get('search.query', { text: 'scaffolding' })).groups).toEqual(before);
  });

  it('catches up at boot with what was committed while the index was away', async () => {
    const item = itemRow({ title: 'Quiet reading', csl: csl({ title: 'Quiet reading' }) });
    test.library.core.commands.run('item.create', (change) => change.insert('item', item));
    const root = test.root;
    await test.library.close();
    rmSync(join(root, 'fulltext.sqlite'), { force: true });
    test = openTestLibrary({ workers, root });
    expect(await kinds('quiet')).toEqual({ item: 1 });
  });

  it('finds education fields by their words in both languages, also after an update changed the words', async () => {
    const item = itemRow({
      title: 'Quiet reading',
      csl: csl({ title: 'Quiet reading' }),
      education: '{"phase":["1"],"country":["UA"],"setting":"village"}',
    });
    test.library.core.commands.run('item.create', (change) => change.insert('item', item));
    for (const word of ['primary', 'початкова', 'Ukraine', 'україна', 'village'])
      expect(await kinds(word), word).toEqual({ item: 1 });
    const root = test.root;
    test.library.core.db.exec(`UPDATE fulltext.record SET body = '';
      UPDATE fulltext.state SET value = 'an older one' WHERE key = 'record-text'`);
    await test.library.close();
    test = openTestLibrary({ workers, root });
    expect(await kinds('початкова')).toEqual({ item: 1 });
  });

  it('an older search of the same box gives up, an odd query is plain text', async () => {
    const older = test.call('search.query', { text: 'a', session: 'box' });
    const newer = test.call('search.query', { text: 'ab', session: 'box' });
    expect(await older).toMatchObject({ ok: false, error: { code: 'search.superseded' } });
    expect((await newer).ok).toBe(true);
    for (const text of ['(', '"', 'a AND', 'NEAR(', 'title:', '*', "';--", 'by:"', 'NOT', '{x} : y', '-']) {
      expect((await test.call('search.query', { text })).ok, text).toBe(true);
    }
  });

  it('combines fields with and, or, brackets and exclusion', async () => {
    const rows = [
      itemRow({ title: 'Phonics now', year: 2015, csl: csl({ title: 'Phonics now' }) }),
      itemRow({ title: 'Phonics then', year: 1999, csl: csl({ title: 'Phonics then' }) }),
      itemRow({ title: 'Number talks', year: 2021, type: 'book', csl: csl({ title: 'Number talks' }) }),
    ];
    test.library.core.commands.run('import', (change) => rows.forEach((row) => change.insert('item', row)));
    const titles = async (text: string): Promise<string[]> => {
      const { groups } = await test.get('search.query', { text });
      return (groups.find((group) => group.kind === 'item')?.hits ?? []).map((hit) => hit.title).sort();
    };
    expect(await titles('phonics after:2000')).toEqual(['Phonics now']);
    expect(await titles('phonics -now')).toEqual(['Phonics then']);
    expect(await titles('type:book')).toEqual(['Number talks']);
    expect(await titles('(phonics before:2000) or type:book')).toEqual(['Number talks', 'Phonics then']);
    expect(await titles('year:1999-2015')).toEqual(['Phonics now', 'Phonics then']);
    const { itemIds } = await test.get('search.itemIds', { text: 'phonics or number' });
    expect(new Set(itemIds)).toEqual(new Set(rows.map((row) => row.id)));
  });
});
