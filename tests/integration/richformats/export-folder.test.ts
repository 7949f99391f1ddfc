import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileStore } from '../../../electron/library/adapters/file-store';
import { LibraryFolderExport } from '../../../electron/library/services/export-folder';
import { aPdf } from '../../builders/a-pdf';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { SMALL_LIBRARY } from '../../builders/zotero-rdf';

let folder: string;
const open: TestLibrary[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inquiry-export-'));
});
afterEach(async () => {
  for (const library of open.splice(0)) await library.close();
  rmSync(folder, { recursive: true, force: true });
});

async function libraryOf(path: string): Promise<TestLibrary> {
  const library = openTestLibrary({ workers: folder });
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
    related: all(
      `SELECT a.title AS "from", b.title AS "to" FROM link JOIN item a ON a.id = from_id JOIN item b ON b.id = to_id`,
    ),
  };
}

it.each(['zoteroRdf', 'openFolder'] as const)(
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
    const target = join(folder, 'My library');
    const written = await new LibraryFolderExport(core, new FileStore(core.paths.files))[kind]({}, target);
    expect(written).toMatchObject({ ok: true, value: { count: 4, files: 1, missing: [] } });
    const rdf = join(target, kind === 'zoteroRdf' ? 'My library.rdf' : 'library.rdf');
    if (kind === 'openFolder') {
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
    expect(contents(second)).toEqual(contents(first));
    expect(dirname(rdf)).toBe(target);
  },
);
