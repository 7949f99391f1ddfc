import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '@shared/ipc/contract';
import { aPdf } from '../../builders/a-pdf';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { builtPdfWorker } from '../../builders/pdf-worker';
import { rdfFile, SMALL_LIBRARY } from '../../builders/zotero-rdf';

let library: TestLibrary;
let folder: string;
let workers: string;
beforeAll(async () => {
  workers = dirname(await builtPdfWorker());
});
beforeEach(() => {
  library = openTestLibrary({ workers });
  folder = mkdtempSync(join(tmpdir(), 'inquiry-zotero-'));
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function importPath(path: string): Promise<CallOutput<'import.report'>> {
  const { jobId } = await library.get('import.start', { paths: [path], collectionId: null });
  const job = await library.library.core.jobs.finished(jobId);
  if (!job.ok || job.value.state !== 'done') throw new Error(JSON.stringify(job));
  return library.get('import.report', { jobId, limit: 500 });
}

function rows(sql: string): readonly Readonly<Record<string, unknown>>[] {
  return library.library.core.db.prepare<[], Record<string, unknown>>(sql).all();
}

const TABLES = [
  'item',
  'collection',
  'collection_item',
  'tag',
  'item_tag',
  'note',
  'file',
  'attachment',
  'link',
];
const counts = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    TABLES.map((table) => [table, Number(rows(`SELECT count(*) AS n FROM ${table}`)[0]?.['n'])]),
  );

describe('importing a Zotero library', () => {
  it('brings collections, tags, notes, files and related items, and takes all back in one step', async () => {
    put('files/12/Kovalchuk - 2021 - Paired.pdf', await aPdf('Paired reading'));
    const path = put('Library.rdf', SMALL_LIBRARY);
    const report = await importPath(path);

    expect(report.counts).toMatchObject({ imported: 4, duplicate: 0 });
    expect(
      rows(
        'SELECT name, (SELECT name FROM collection AS up WHERE up.id = collection.parent_id) AS up FROM collection ORDER BY name',
      ),
    ).toEqual([
      { name: 'Empty one', up: 'Reading aloud' },
      { name: 'Masters', up: null },
      { name: 'Reading aloud', up: 'Masters' },
    ]);
    expect(
      rows(`SELECT collection.name, item.title FROM collection_item JOIN item ON item.id = item_id
            JOIN collection ON collection.id = collection_id ORDER BY 1, 2`),
    ).toEqual([
      { name: 'Masters', title: 'Why boys read' },
      { name: 'Reading aloud', title: 'Paired reading & fluency: a small study' },
    ]);
    expect(
      rows('SELECT tag.name FROM item_tag JOIN tag ON tag.id = tag_id ORDER BY 1').map((row) => row['name']),
    ).toEqual(['Fluency', 'paired reading', 'to ask']);
    expect(rows('SELECT body, format, item_id IS NULL AS loose FROM note ORDER BY loose')).toEqual([
      { body: '<h2>Notes</h2><p>Ask <strong>Iryna</strong>.</p>', format: 'html', loose: 0 },
      { body: '<p>A thought of its own</p>', format: 'html', loose: 1 },
    ]);
    expect(
      rows('SELECT title, text_status, media_type FROM attachment JOIN file ON file.id = file_id'),
    ).toEqual([{ title: 'Full Text PDF', text_status: 'queued', media_type: 'application/pdf' }]);
    expect(
      rows(`SELECT relation, source.title AS "from", target.title AS "to" FROM link
            JOIN item AS source ON source.id = from_id JOIN item AS target ON target.id = to_id`),
    ).toEqual([
      { relation: 'related', from: 'Paired reading & fluency: a small study', to: 'Reading aloud' },
    ]);
    const missing = report.lines.find((line) => line.title === 'scan.pdf');
    expect(missing).toMatchObject({
      code: 'import.linked-file-missing',
      details: { value: 'files/50/scan.pdf' },
    });

    const before = counts();
    await library.get('history.undo', {});
    expect(Object.values(counts()).every((count) => count === 0)).toBe(true);
    await library.get('history.redo', {});
    expect(counts()).toEqual(before);
  });

  it('adds nothing when the same file is imported again', async () => {
    put('files/12/Kovalchuk - 2021 - Paired.pdf', await aPdf('Paired reading'));
    const path = put('Library.rdf', SMALL_LIBRARY);
    await importPath(path);
    const before = counts();
    const again = await importPath(path);
    expect(again.counts).toMatchObject({ imported: 0, duplicate: 4 });
    expect(counts()).toEqual(before);
  });

  it('opens no file outside the folder of the export and of the person, and follows no link out of it', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'inquiry-outside-'));
    try {
      writeFileSync(join(outside, 'secret.pdf'), await aPdf('Secret'));
      mkdirSync(join(folder, 'files', '2'), { recursive: true });
      symlinkSync(join(outside, 'secret.pdf'), join(folder, 'files', '2', 'link.pdf'));
      const item = (name: string, path: string): string => `<bib:Book rdf:about="#${name}">
        <z:itemType>book</z:itemType><dc:title>Book ${name}</dc:title><link:link rdf:resource="#a${name}"/></bib:Book>
        <z:Attachment rdf:about="#a${name}"><z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="${path}"/><z:linkMode>1</z:linkMode></z:Attachment>`;
      const path = put(
        'Library.rdf',
        rdfFile(
          item('one', `../${outside.split('/').at(-1) ?? ''}/secret.pdf`),
          item('two', 'files/2/link.pdf'),
          item('three', `${outside}/secret.pdf`),
          item('four', '%2e%2e/%2e%2e/etc/hostname'),
          item('five', '\\\\server\\share\\paper.pdf'),
        ),
      );
      const report = await importPath(path);
      expect(report.lines.map((line) => line.code)).toEqual([
        ...['import.linked-file-refused', 'import.linked-file-refused', 'import.linked-file-refused'],
        ...['import.linked-file-refused', 'import.linked-file-refused'],
      ]);
      expect(rows('SELECT * FROM file')).toEqual([]);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });
});
