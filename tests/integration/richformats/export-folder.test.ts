import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPdf } from '../../builders/a-pdf';
import { aDraft } from '../../builders/annotation';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { exported } from '../../builders/exported';
import { builtPdfWorker } from '../../builders/pdf-worker';
import { SMALL_LIBRARY } from '../../builders/zotero-rdf';

let folder: string;
let workers: string;
beforeAll(async () => {
  workers = dirname(await builtPdfWorker());
});
const open: TestLibrary[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inquiry-export-'));
});
afterEach(async () => {
  for (const library of open.splice(0)) await library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function libraryOf(path: string): Promise<TestLibrary> {
  const library = openTestLibrary({ workers });
  open.push(library);
  const { jobId } = await library.get('import.start', { paths: [path], collectionId: null });
  const job = await library.library.core.jobs.finished(jobId);
  if (!job.ok || job.value.state !== 'done') throw new Error(JSON.stringify(job));
  return library;
}

/** All that a library holds, without ids and times of its own. */
function contents(library: TestLibrary): Readonly<Record<string, unknown>> {
  const all = (sql: string): readonly unknown[] => library.library.core.db.prepare(sql).all();
  return {
    records: all('SELECT csl FROM item ORDER BY title').map(
      (row) => JSON.parse((row as { readonly csl: string }).csl) as unknown,
    ),
    items: all('SELECT read_status, relevance, design, education, created_at FROM item ORDER BY title'),
    collections: all(
      `SELECT c.name, up.name AS up FROM collection c LEFT JOIN collection up ON up.id = c.parent_id ORDER BY 1`,
    ),
    members: all(`SELECT c.name, item.title FROM collection_item JOIN collection c ON c.id = collection_id
      JOIN item ON item.id = item_id ORDER BY 1, 2`),
    tags: all(
      'SELECT tag.name, item.title FROM item_tag JOIN tag ON tag.id = tag_id JOIN item ON item.id = item_id ORDER BY 1, 2',
    ),
    notes: all('SELECT body, format, item.title FROM note LEFT JOIN item ON item.id = item_id ORDER BY body'),
    files: all(
      'SELECT a.title, file_id, item.title AS item FROM attachment a JOIN item ON item.id = a.item_id ORDER BY 1',
    ),
    marks: all(
      'SELECT type, color, comment, quote_exact, quote_prefix, quote_suffix, rects, sort_index, page_index, created_at FROM annotation',
    ),
    looks: all('SELECT name, color, shortcut FROM tag WHERE color IS NOT NULL ORDER BY name'),
    related: all(
      `SELECT a.title AS "from", b.title AS "to" FROM link JOIN item a ON a.id = from_id JOIN item b ON b.id = to_id`,
    ),
  };
}

it.each(['zotero-rdf', 'open-folder'] as const)(
  '%s: a library that leaves and comes back is equal',
  async (kind) => {
    mkdirSync(join(folder, 'files', '12'), { recursive: true });
    writeFileSync(join(folder, 'files', '12', 'Kovalchuk - 2021 - Paired.pdf'), await aPdf('Paired'));
    writeFileSync(join(folder, 'in.rdf'), SMALL_LIBRARY);
    const first = await libraryOf(join(folder, 'in.rdf'));
    const { core } = first.library;
    core.commands.run('test.edit', (change) => {
      const { id } = core.db.prepare("SELECT id FROM item WHERE type = 'thesis'").get() as {
        readonly id: string;
      };
      change.update('item', id, {
        read_status: 'read',
        relevance: 4,
        design: 'survey',
        education: '{"sampleSize":40}',
      });
    });
    const attachmentId = core.db.prepare<[], string>('SELECT id FROM attachment').pluck().get() ?? '';
    const draft = aDraft({ comment: 'Our class', color: '#ff6666' });
    await first.get('annotation.create', { attachmentId, drafts: [draft] });
    const [tag] = await first.get('tags.list', {});
    await first.get('tags.update', { tagId: tag?.id ?? '', color: '#ff6666', shortcut: 3 });
    const target = join(folder, 'My library');
    expect(await exported(first, { format: kind, path: target })).toEqual({
      count: 4,
      files: 1,
      missing: [],
    });
    const rdf = join(target, kind === 'zotero-rdf' ? 'My library.rdf' : 'library.rdf');
    if (kind === 'open-folder') {
      for (const name of [
        'library.json',
        'library.bib',
        'annotations.jsonld',
        'collections.json',
        'tags.json',
        'README.md',
      ]) {
        expect(existsSync(join(target, name)), name).toBe(true);
      }
      expect(JSON.parse(readFileSync(join(target, 'library.json'), 'utf8'))).toHaveLength(4);
    }
    const second = await libraryOf(rdf);
    const [before, after] = [contents(first), contents(second)];
    if (kind === 'open-folder') expect(after).toEqual(before);
    else {
      // Zotero reads highlights in the PDF only, so that its copy is another file; it knows no colours of tags.
      const { files, looks, marks, ...rest } = after;
      expect(rest).toEqual({ ...before, files: undefined, looks: undefined, marks: undefined });
      expect(files).toHaveLength(1);
      expect(looks).toEqual([]);
      expect(marks).toMatchObject([
        { type: 'highlight', color: '#ff6666', comment: 'Our class', page_index: 0 },
      ]);
    }
    expect(dirname(rdf)).toBe(target);
  },
);

describe('an export of records', () => {
  const SMALL = `@article{koval21, title={Paired reading}, author={Koval, Olena}, year={2021}}
@book{brook20, title={A book}, author={Brook, Ann}, year={2020}}`;

  async function small(): Promise<TestLibrary> {
    writeFileSync(join(folder, 'in.bib'), SMALL);
    return libraryOf(join(folder, 'in.bib'));
  }

  it('never replaces a folder that has something in it', async () => {
    const library = await small();
    const target = join(folder, 'Mine');
    mkdirSync(target);
    expect(await exported(library, { format: 'open-folder', path: target })).toMatchObject({ count: 2 });
    writeFileSync(join(target, 'library.bib'), 'mine');
    await expect(exported(library, { format: 'open-folder', path: target })).rejects.toThrow(
      'import.export-folder-taken',
    );
    expect(readFileSync(join(target, 'library.bib'), 'utf8')).toBe('mine');
    await expect(
      exported(library, { format: 'csv', path: join(library.library.core.paths.files, 'x.csv') }),
    ).rejects.toThrow('import.export-into-library');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each(['csv', 'xlsx'] as const)(
    '%s: a library that leaves as a table comes back equal',
    async (format) => {
      const library = await small();
      const [id = ''] = library.library.core.db
        .prepare<[], string>('SELECT id FROM item ORDER BY title')
        .pluck()
        .all();
      await library.get('library.setStatus', { itemIds: [id], readStatus: 'read' });
      await library.get('library.setRelevance', { itemIds: [id], relevance: 3 });
      await library.get('notes.create', { itemId: id, body: '<p>A <b>thought</b></p>', format: 'html' });
      const path = join(folder, `out.${format}`);
      expect(await exported(library, { format, path })).toEqual({ count: 2, files: 0, missing: [] });
      const second = await libraryOf(path);
      expect({ ...contents(second), collections: [] }).toEqual({ ...contents(library), collections: [] });
    },
  );

  it('fixes the citation keys of what went out', async () => {
    const library = await small();
    const pinned = (): unknown[] =>
      library.library.core.db
        .prepare('SELECT citation_key FROM item WHERE citation_key_pinned = 1')
        .pluck()
        .all();
    library.library.core.db.exec('UPDATE item SET citation_key_pinned = 0');
    const [id = ''] = library.library.core.db
      .prepare<[], string>("SELECT id FROM item WHERE citation_key = 'brook20'")
      .pluck()
      .all();
    await exported(library, { format: 'ris', path: join(folder, 'out.ris'), itemIds: [id] });
    expect(pinned()).toEqual(['brook20']);
  });

  it.each([
    ['bib', 'keywords = {pairs, Year 7}'],
    ['ris', 'KW  - Year 7'],
    ['csl-json', '"keyword": "pairs, Year 7"'],
  ] as const)('%s: tags go out as keywords', async (format, words) => {
    writeFileSync(join(folder, 'in.bib'), '@book{a, title={A book}, keywords={pairs}}');
    const library = await libraryOf(join(folder, 'in.bib'));
    const [itemId = ''] = library.library.core.db.prepare<[], string>('SELECT id FROM item').pluck().all();
    for (const name of ['Year 7', 'Pairs'])
      await library.get('tags.apply', { itemIds: [itemId], tag: { name } });
    const path = join(folder, 'out.txt');
    await exported(library, { format, path });
    expect(readFileSync(path, 'utf8')).toContain(words);
  });

  it('that is cancelled leaves nothing behind', async () => {
    const library = await small();
    const path = join(folder, 'out.bib');
    const { jobId } = await library.get('import.exportRecords', { format: 'bib', path });
    await library.get('jobs.cancel', { jobId });
    const job = await library.library.core.jobs.finished(jobId);
    expect(job).toMatchObject({ value: { state: 'cancelled' } });
    expect(existsSync(path)).toBe(false);
    expect(existsSync(`${path}.partial`)).toBe(false);
  });
});
