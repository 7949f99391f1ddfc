import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { listColumns } from '@shared/domain/bibliography/list-columns';
import { itemRow } from '../../builders/rows';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(async () => {
  await library.close();
});

function addMany(count: number, csl: Partial<CslItem> = {}): string[] {
  const rows = Array.from({ length: count }, (_, index) => {
    const item: CslItem = {
      type: 'article-journal',
      title: `Reading aloud ${index}`,
      author: [{ family: `Halas${index}`, given: 'Ada' }],
      issued: { 'date-parts': [[2000 + (index % 20)]] },
      'container-title': 'Jurnal of Reading',
      abstract: 'Pupils read aloud every day. '.repeat(40),
      ...csl,
    };
    return itemRow({ csl: JSON.stringify(item), ...listColumns(item) });
  });
  library.library.core.commands.run('test.add', (change) => {
    for (const row of rows) change.insert('item', row);
  });
  return rows.map((row) => row.id);
}

const undo = () => library.get('history.undo', {});
const steps = (): number =>
  (
    library.library.core.db
      .prepare("SELECT count(DISTINCT group_id) n FROM command_log WHERE name = 'library.batch'")
      .get() as { n: number }
  ).n;
const dump = (): unknown =>
  ['item', 'tag', 'item_tag', 'collection_item'].map((table) =>
    library.library.core.db.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
  );

describe('a batch edit', () => {
  it('changes record, state, education, tags and collections of many papers in one step, and undo takes all back', async () => {
    const itemIds = addMany(450);
    const { collectionId } = await library.get('collections.create', { name: 'Chapter 2' });
    const before = dump();
    const { changed } = await library.get('library.batch', {
      itemIds,
      operations: [
        {
          kind: 'replace',
          field: 'container-title',
          find: 'jurnal',
          replacement: 'Journal',
          matchCase: false,
        },
        { kind: 'set', field: 'issued', value: 'spring 2021' },
        { kind: 'append', field: 'keyword', value: 'fluency', separator: ', ' },
        { kind: 'clear', field: 'abstract' },
        { kind: 'status', readStatus: 'skimmed' },
        { kind: 'relevance', relevance: 4 },
        { kind: 'design', design: 'rct' },
        { kind: 'education', patch: { phase: ['1'], country: ['UA'] } },
        { kind: 'add-tag', name: 'new tag' },
        { kind: 'add-to-collection', collectionId },
      ],
    });
    expect(changed).toBe(450);
    expect(steps()).toBe(1);
    const paper = await library.get('library.get', { itemId: itemIds[449] ?? '' });
    expect(paper).toMatchObject({
      containerTitle: 'Journal of Reading',
      year: 2021,
      readStatus: 'skimmed',
      relevance: 4,
      design: 'rct',
      education: { phase: ['1'], country: ['UA'] },
      csl: { keyword: 'fluency', issued: { season: 1 } },
      tags: [{ name: 'new tag' }],
      collections: [{ name: 'Chapter 2' }],
    });
    expect(paper.csl.abstract).toBeUndefined();
    await library.get('history.undo', {});
    expect(dump()).toEqual(before);
    await library.get('history.redo', {});
    expect((await library.get('library.get', { itemId: itemIds[0] ?? '' })).relevance).toBe(4);
  });

  it('is no step when nothing changes, and does not add a keyword twice', async () => {
    const itemIds = addMany(3, { keyword: 'fluency, drama' });
    const operations = [
      { kind: 'append' as const, field: 'keyword' as const, value: 'drama', separator: ', ' },
    ];
    expect(await library.get('library.batch', { itemIds, operations })).toEqual({ changed: 0 });
    expect(steps()).toBe(0);
  });

  it('previews what would change and writes nothing', async () => {
    const itemIds = addMany(12);
    const before = dump();
    const preview = await library.get('library.previewBatch', {
      itemIds,
      operations: [
        { kind: 'replace', field: '*', find: 'reading', replacement: 'speaking', matchCase: false },
      ],
    });
    expect(preview.changed).toBe(12);
    expect(preview.samples).toHaveLength(5);
    expect(preview.samples[0]?.changes).toEqual(
      expect.arrayContaining([{ field: 'title', before: 'Reading aloud 0', after: 'speaking aloud 0' }]),
    );
    expect(dump()).toEqual(before);
  });

  it('adds terms to the study, takes them out, replaces and clears them; one step each', async () => {
    const itemIds = addMany(3);
    const [first = ''] = itemIds;
    const education = async () => (await library.get('library.get', { itemId: first })).education;
    const terms = (mode: 'add' | 'remove' | 'replace', list: string[]) =>
      library.get('library.batch', {
        itemIds,
        operations: [{ kind: 'terms', field: 'topic', mode, terms: list }],
      });
    await library.get('library.update', { itemId: first, education: { topic: ['own word'], n: 12 } });
    expect(await terms('add', ['feedback', 'own word'])).toEqual({ changed: 3 });
    expect(await education()).toEqual({ topic: ['own word', 'feedback'], n: 12 });
    expect(await terms('add', ['feedback'])).toEqual({ changed: 0 });
    expect(await terms('remove', ['own word'])).toEqual({ changed: 3 });
    expect(await terms('replace', ['drama'])).toEqual({ changed: 3 });
    expect(await terms('replace', [])).toEqual({ changed: 3 });
    expect(await education()).toEqual({ n: 12 });
    await undo();
    await undo();
    expect(await education()).toEqual({ topic: ['feedback'], n: 12 });
    const patch = { n: 40, setting: 'Village school', outcome: 'Fluency', fits: null, fitsWhy: 'Same age' };
    await library.get('library.batch', { itemIds, operations: [{ kind: 'education', patch }] });
    expect(await education()).toMatchObject({ n: 40, setting: 'Village school', fitsWhy: 'Same age' });
  });

  it('adds, replaces, turns and removes people of a role', async () => {
    const itemIds = addMany(2, { author: [{ family: 'Ada', given: 'Halas' }, { literal: 'The Group' }] });
    const [itemId = ''] = itemIds;
    const role = 'author' as const;
    type Operation = Parameters<typeof library.call<'library.batch'>>[1]['operations'][number];
    const run = (operation: Operation) => library.get('library.batch', { itemIds, operations: [operation] });
    const names = async () => (await library.get('library.get', { itemId })).csl;
    expect(await run({ kind: 'people', action: 'swap', role, person: null })).toEqual({ changed: 2 });
    expect((await names()).author).toEqual([{ family: 'Halas', given: 'Ada' }, { literal: 'The Group' }]);
    await run({ kind: 'people', action: 'add', role: 'editor', person: { family: 'Brook', given: 'Ann' } });
    expect(
      await run({ kind: 'people', action: 'add', role: 'editor', person: { family: 'BROOK', given: 'ann' } }),
    ).toEqual({ changed: 0 });
    await run({
      kind: 'people',
      action: 'replace',
      role,
      person: { family: 'halas' },
      by: { family: 'Halas', given: 'Ada M.' },
    });
    await run({ kind: 'people', action: 'remove', role, person: { literal: 'the group' } });
    expect(await names()).toMatchObject({
      author: [{ family: 'Halas', given: 'Ada M.' }],
      editor: [{ family: 'Brook', given: 'Ann' }],
    });
    expect((await library.get('library.get', { itemId })).authors).toBe('Halas');
    await run({ kind: 'people', action: 'remove', role: 'editor', person: { family: 'Brook' } });
    expect((await names()).editor).toBeUndefined();
  });

  const pattern = (find: string, replacement = '') => ({
    kind: 'replace' as const,
    field: 'title' as const,
    find,
    replacement,
    isPattern: true,
  });

  it('replaces by a regular expression with groups, shows examples first, and says what is wrong in one', async () => {
    const itemIds = addMany(12);
    const operations = [pattern('^(\\p{L}+) (aloud) (?<number>\\d+)$', '$<number>: $2 $1')];
    const preview = await library.get('library.previewBatch', { itemIds, operations });
    expect(preview.changed).toBe(12);
    expect(preview.samples[3]?.changes).toEqual([
      { field: 'title', before: 'Reading aloud 3', after: '3: aloud Reading' },
    ]);
    expect(await library.get('library.batch', { itemIds, operations })).toEqual({ changed: 12 });
    expect((await library.get('library.get', { itemId: itemIds[3] ?? '' })).title).toBe('3: aloud Reading');
    for (const [find, code] of [
      ['(open', 'brackets'],
      ['shut)', 'brackets'],
      ['[open', 'class'],
      ['*', 'repeat'],
      ['a{2,1}', 'repeat'],
      ['\\-', 'escape'],
      ['\\p{Nothing}', 'escape'],
    ] as const)
      expect(
        await library.call('library.previewBatch', { itemIds, operations: [pattern(find)] }),
        find,
      ).toMatchObject({ error: { code: `library.batch-pattern-${code}` } });
  });

  it('gives a pattern that never ends a bounded time, names the paper, and changes nothing', async () => {
    const itemIds = addMany(3, { title: `${'a'.repeat(60)}!` });
    const before = dump();
    const started = performance.now();
    const operations = [pattern('^(a+)+$', 'b')];
    for (const name of ['library.previewBatch', 'library.batch'] as const)
      expect(await library.call(name, { itemIds, operations })).toMatchObject({
        error: { code: 'library.batch-slow', details: { title: `${'a'.repeat(60)}!` } },
      });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(dump()).toEqual(before);
  });

  it('refuses before it writes', async () => {
    const itemIds = addMany(1);
    const run = (operation: Parameters<typeof library.call<'library.batch'>>[1]['operations'][number]) =>
      library.call('library.batch', { itemIds, operations: [operation] });
    expect(await run({ kind: 'set', field: 'issued', value: 'soon' })).toMatchObject({
      error: { code: 'library.batch-value' },
    });
    expect(await run({ kind: 'set', field: 'type', value: 'poem' })).toMatchObject({
      error: { code: 'library.batch-value' },
    });
    const gone = '01900000-0000-7000-8000-000000000000';
    expect(await run({ kind: 'remove-tag', tagId: gone })).toMatchObject({ error: { code: 'tags.missing' } });
    expect(await run({ kind: 'add-to-collection', collectionId: gone })).toMatchObject({
      error: { code: 'collections.missing' },
    });
  });

  it('stops when the step is taken back while it runs', async () => {
    const itemIds = addMany(5000);
    const before = dump();
    const running = library.call('library.batch', {
      itemIds,
      operations: [{ kind: 'relevance', relevance: 2 }],
    });
    await library.get('history.undo', {});
    expect(await running).toMatchObject({ error: { code: 'library.batch-undone' } });
    expect(dump()).toEqual(before);
  });

  it('edits 5,000 papers as one step, lets other calls through meanwhile, and undoes it', async () => {
    const itemIds = addMany(5000);
    const before = dump();
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const started = performance.now();
    const cpu = process.threadCpuUsage();
    const { changed } = await library.get('library.batch', {
      itemIds,
      operations: [
        {
          kind: 'replace',
          field: 'container-title',
          find: 'Jurnal',
          replacement: 'Journal',
          matchCase: true,
        },
        {
          kind: 'replace',
          field: 'abstract',
          find: '(Pupils) read',
          replacement: '$1 speak',
          isPattern: true,
        },
        { kind: 'people', action: 'add', role: 'editor', person: { family: 'Brook', given: 'Ann' } },
        { kind: 'terms', field: 'topic', mode: 'add', terms: ['feedback'] },
        { kind: 'add-tag', name: 'checked' },
      ],
    });
    const took = performance.now() - started;
    const { user, system } = process.threadCpuUsage(cpu);
    clearInterval(watch);
    expect(changed).toBe(5000);
    expect(steps()).toBe(1);
    const undoing = performance.now();
    await library.get('history.undo', {});
    const undone = performance.now() - undoing;
    expect(dump()).toEqual(before);
    console.info(
      `batch edit of 5,000: ${took.toFixed(0)} ms (${((user + system) / 1_000).toFixed(0)} ms of work), longest block ${longest.toFixed(0)} ms, undone ${undone.toFixed(0)} ms`,
    );
  });
});
