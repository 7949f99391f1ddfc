import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '@shared/ipc/contract';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { builtPdfWorker } from '../../builders/pdf-worker';
import type { ZoteroMark } from '../../builders/zotero-pdf';
import { writeZoteroExport, type ZoteroExport } from '../../builders/zotero-library';

let library: TestLibrary;
let folder: string;
let zotero: ZoteroExport;
let workers: string;
beforeAll(async () => {
  workers = dirname(await builtPdfWorker());
  folder = mkdtempSync(join(tmpdir(), 'inquiry-moving-'));
  zotero = await writeZoteroExport(folder);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  library = openTestLibrary({ workers });
});
afterEach(async () => {
  await library.close();
});

async function importPaths(...paths: readonly string[]): Promise<CallOutput<'import.report'>> {
  const { jobId } = await library.get('import.start', { paths: [...paths], collectionId: null });
  const job = await library.library.core.jobs.finished(jobId);
  if (!job.ok || job.value.state !== 'done') throw new Error(JSON.stringify(job));
  return library.get('import.report', { jobId, limit: 500 });
}

type Row = Readonly<Record<string, unknown>>;
const rows = (sql: string): readonly Row[] => library.library.core.db.prepare<[], Row>(sql).all();

const TABLES = [
  'item',
  'collection',
  'collection_item',
  'tag',
  'item_tag',
  'note',
  'file',
  'attachment',
  'annotation',
  'link',
];
const counts = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    TABLES.map((table) => [table, Number(rows(`SELECT count(*) AS n FROM ${table}`)[0]?.['n'])]),
  );

/** Values of one column, by the title of the record they belong to. */
function byTitle(sql: string): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const { title, value } of rows(sql)) {
    const list = found.get(String(title)) ?? [];
    list.push(value);
    found.set(String(title), list);
  }
  return found;
}

const sorted = (values: readonly unknown[] | undefined): readonly unknown[] =>
  [...(values ?? [])].map((value) => JSON.stringify(value)).sort();

/** Tags of a highlight stand at the end of its comment as well: there they are seen and found. */
const asStored = ({ kind, color, words, comment, tags, changedAt }: ZoteroMark): object => ({
  kind,
  color,
  words,
  comment: [comment, tags.map((tag) => `#${tag}`).join(' ')].filter(Boolean).join('\n\n'),
  tags,
  at: changedAt,
});

/** Every paper of the export has, field for field, what it had there. */
function expectNothingMissing(): void {
  const items = byTitle('SELECT title, csl AS value FROM item');
  const tags = byTitle(
    'SELECT item.title, tag.name AS value FROM item JOIN item_tag ON item_id = item.id JOIN tag ON tag.id = tag_id',
  );
  const notes = byTitle('SELECT item.title, body AS value FROM note JOIN item ON item.id = item_id');
  const related =
    byTitle(`SELECT a.title, b.title AS value FROM link JOIN item AS a ON a.id = from_id JOIN item AS b ON b.id = to_id
    UNION ALL SELECT b.title, a.title FROM link JOIN item AS a ON a.id = from_id JOIN item AS b ON b.id = to_id`);
  const files =
    byTitle(`SELECT item.title, json_object('title', attachment.title, 'name', original_name, 'type', media_type) AS value
    FROM attachment JOIN item ON item.id = item_id JOIN file ON file.id = file_id`);
  const marks =
    byTitle(`SELECT item.title, json_object('kind', annotation.type, 'color', color, 'words', quote_exact, 'comment', comment,
    'tags', json(annotation.tags), 'at', annotation.created_at) AS value FROM annotation JOIN item ON item.id = item_id`);
  const collections = byTitle(`
    WITH RECURSIVE path (id, names) AS (
      SELECT id, json_array(name) FROM collection WHERE parent_id IS NULL
      UNION ALL SELECT collection.id, json_insert(names, '$[#]', name) FROM collection JOIN path ON path.id = parent_id)
    SELECT item.title, names AS value FROM collection_item JOIN item ON item.id = item_id JOIN path ON path.id = collection_id`);
  for (const paper of zotero.papers) {
    const title = paper.item.title ?? '';
    expect(items.get(title)?.map((csl) => JSON.parse(String(csl)) as unknown)).toEqual([paper.item]);
    expect(sorted(tags.get(title)), title).toEqual(sorted(paper.tags));
    expect(sorted(notes.get(title)), title).toEqual(sorted(paper.notes));
    expect(sorted(related.get(title)), title).toEqual(sorted(paper.related));
    expect(sorted(collections.get(title)), title).toEqual(
      sorted(paper.collections.map((path) => JSON.stringify(path))),
    );
    expect(sorted(files.get(title)), title).toEqual(
      sorted(
        paper.files.map(({ title: shown, path, mediaType }) =>
          JSON.stringify({ title: shown, name: path.split('/').at(-1), type: mediaType }),
        ),
      ),
    );
    expect(sorted(marks.get(title)), title).toEqual(
      sorted(paper.files.flatMap((file) => file.marks.map((mark) => JSON.stringify(asStored(mark))))),
    );
  }
  expect(rows('SELECT body FROM note WHERE item_id IS NULL').map(({ body }) => body)).toEqual(
    zotero.looseNotes,
  );
  expect(rows('SELECT name FROM collection ORDER BY name').map(({ name }) => name)).toContain(
    zotero.emptyCollection.at(-1),
  );
}

describe('moving 300 papers from Zotero', () => {
  it('misses nothing: fields, collections, tags, notes, files, highlights and related papers; and is one step', async () => {
    const report = await importPaths(zotero.rdf);
    expect(report.counts).toMatchObject({ all: 300, imported: 300, duplicate: 0, attention: 0 });
    expectNothingMissing();

    const before = counts();
    await library.get('history.undo', {});
    expect(Object.values(counts())).toEqual(TABLES.map(() => 0));
    await library.get('history.redo', {});
    expect(counts()).toEqual(before);
  }, 120_000);

  it('brings the same when the whole folder is chosen: no paper under files/ comes twice, none is reported', async () => {
    const report = await importPaths(zotero.folder);
    expect(report.counts).toMatchObject({ all: 300, imported: 300, duplicate: 0, attention: 0 });
    expectNothingMissing();
  }, 120_000);
});
