import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallOutput } from '@shared/ipc/contract';
import { aPdf } from '../../builders/a-pdf';
import { aBibtexEntry, aBibtexFile } from '../../builders/bibliography';
import { exported } from '../../builders/exported';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { builtPdfWorker } from '../../builders/pdf-worker';

let library: TestLibrary;
let folder: string;
let workers: string;
beforeAll(async () => {
  workers = dirname(await builtPdfWorker());
});
beforeEach(() => {
  library = openTestLibrary({ workers });
  folder = mkdtempSync(join(tmpdir(), 'inquiry-import-'));
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

type Report = CallOutput<'import.report'>;

async function importPaths(paths: readonly string[], collectionId: string | null = null): Promise<Report> {
  const { jobId } = await library.get('import.start', { paths: [...paths], collectionId });
  const job = await library.library.core.jobs.finished(jobId);
  if (!job.ok || job.value.state !== 'done') throw new Error(JSON.stringify(job));
  return library.get('import.report', { jobId, limit: 500 });
}

function rows(sql: string): readonly Readonly<Record<string, unknown>>[] {
  return library.library.core.db.prepare<[], Record<string, unknown>>(sql).all();
}

const countOf = (table: string): number => Number(rows(`SELECT count(*) AS n FROM ${table}`)[0]?.['n']);

describe('importing bibliographies', () => {
  it('makes the keys that a file does not bring by the pattern of the settings', async () => {
    const keys = (): unknown[] =>
      rows('SELECT citation_key FROM item ORDER BY id').map((row) => row['citation_key']);
    const ris = (title: string): string =>
      `TY  - JOUR\nTI  - ${title}\nAU  - Koval, Olena\nPY  - 2019\nER  - \n`;
    await importPaths([put('a.ris', ris('Reading aloud in pairs'))]);
    await library.get('settings.set', { citationKeyPattern: '[auth]_[year]' });
    await importPaths([put('b.ris', ris('Another paper')), put('c.bib', '@book{mine, title={A book}}')]);
    expect(keys()).toEqual(['kovalReadingAloudPairs2019', 'Koval_2019', 'mine']);
  });

  it('reports every record, finds doubles across files, and is one undo step', async () => {
    const bib = put('refs.bib', `${aBibtexFile(450)}\n@article{broken, title = {Never {closed},\n`);
    const ris = put(
      'more.ris',
      'TY  - JOUR\nTI  - Invented study 7 of reading aloud in class\nAU  - Koval, O.\nPY  - 1997\nER  - \nTY  - BOOK\nTI  - A new book\nER  - ',
    );
    const { counts, lines } = await importPaths([bib, ris]);
    expect(counts).toEqual({ all: 453, imported: 451, duplicate: 1, attention: 1 });
    expect(lines.find((line) => line.outcome === 'failed')).toMatchObject({
      source: 'refs.bib',
      line: expect.any(Number) as number,
      code: 'import.unbalanced-braces',
      title: 'Never',
      raw: expect.stringContaining('@article{broken') as string,
    });
    expect(lines.find((line) => line.outcome === 'duplicate')).toMatchObject({
      source: 'more.ris',
      line: 1,
      code: 'import.duplicate-title',
      details: { title: 'Invented study 7 of reading aloud in class' },
    });
    expect(rows('SELECT source, format FROM import_batch ORDER BY id')).toEqual([
      { source: 'refs.bib', format: 'bibtex' },
      { source: 'more.ris', format: 'ris' },
    ]);

    const undone = await library.get('history.undo', {});
    expect(undone.name).toBe('import.run');
    expect([countOf('item'), countOf('import_batch')]).toEqual([0, 0]);
    await library.get('history.redo', {});
    expect([countOf('item'), countOf('import_batch')]).toEqual([451, 2]);
  });

  it('imports nothing twice, and gives every record a key of its own', async () => {
    const bib = put('refs.bib', aBibtexFile(3));
    await importPaths([bib]);
    expect((await importPaths([bib])).counts).toEqual({ all: 3, imported: 0, duplicate: 3, attention: 0 });
    expect(countOf('import_batch')).toBe(1);
    const other = put(
      'other.bib',
      '@article{key1, title={Another work under a used key}}\n@book{, title={Keyless}, year=2001}',
    );
    await importPaths([other]);
    expect(rows('SELECT citation_key FROM item ORDER BY id')).toEqual(
      ['key0', 'key1', 'key2', 'key1a', 'Keyless2001'].map((key) => ({ citation_key: key })),
    );
  });

  it('imports again what was moved to the trash', async () => {
    const bib = put('refs.bib', aBibtexEntry(1));
    await importPaths([bib]);
    library.library.core.db.exec(`UPDATE item SET trashed_at = '2026-01-01T00:00:00.000Z'`);
    expect((await importPaths([bib])).counts.imported).toBe(1);
  });

  it('keeps both a preprint and its published form, and says so', async () => {
    const bib = put(
      'versions.bib',
      `@misc{a, title={Talk in class}, author={Koval, Olena}, year=2019, doi={10.35542/osf.io/abcd}}
       @article{b, title={Talk in Class}, author={Koval, Olena}, year=2021, doi={10.5555/talk}}`,
    );
    const { lines } = await importPaths([bib]);
    expect(lines.map((line) => [line.outcome, line.code])).toEqual([
      ['imported', null],
      ['imported', 'import.other-version'],
    ]);
  });

  it('puts records into the collection it was started in', async () => {
    const { db, commands, ids, clock } = library.library.core;
    const id = ids.next();
    commands.run('test.collection', (change) => {
      change.insert('collection', {
        id,
        parent_id: null,
        name: 'Reading',
        position: 0,
        created_at: clock.now(),
      });
    });
    await importPaths([put('refs.bib', aBibtexFile(2))], id);
    expect(db.prepare('SELECT count(*) AS n FROM collection_item WHERE collection_id = ?').get(id)).toEqual({
      n: 2,
    });
  });

  it('brings the PDFs that records point to', async () => {
    put('pdfs/one.pdf', await aPdf('One'));
    const bib = put(
      'refs.bib',
      String.raw`@article{a, title={With a paper}, file={Full text:pdfs/one.pdf:application/pdf}}
       @article{b, title={Paper gone}, file={:pdfs/missing.pdf:PDF}}
       @article{c, title={No PDF at all}, file={:refs.bib:PDF}}`,
    );
    expect((await importPaths([bib])).counts.imported).toBe(3);
    expect(
      rows('SELECT item.title, attachment.title AS file FROM attachment JOIN item ON item.id = item_id'),
    ).toEqual([{ title: 'With a paper', file: 'one.pdf' }]);
  });

  it('opens no file that a record names elsewhere, and says so', async () => {
    const home = join(folder, 'home');
    vi.stubEnv('HOME', home);
    vi.stubEnv('USERPROFILE', home);
    const own = put('home/papers/own.pdf', await aPdf('Own'));
    const foreign = put('foreign/secret.pdf', await aPdf('Secret'));
    put('bib/inside.pdf', await aPdf('Inside'));
    symlinkSync(foreign, join(folder, 'bib', 'innocent.pdf'));
    const bib = put(
      'bib/refs.ris',
      ['TY  - JOUR', 'TI  - From elsewhere', `L1  - ${foreign}`, 'ER  - ', ''].join('\n') +
        ['TY  - JOUR', 'TI  - From a share', 'L1  - //server/share/paper.pdf', 'ER  - ', ''].join('\n') +
        ['TY  - JOUR', 'TI  - By a link', 'L1  - innocent.pdf', 'ER  - ', ''].join('\n') +
        ['TY  - JOUR', 'TI  - From my folder', `L1  - ${own}`, 'ER  - ', ''].join('\n') +
        ['TY  - JOUR', 'TI  - From beside it', 'L1  - inside.pdf', 'ER  - ', ''].join('\n'),
    );
    const { counts, lines } = await importPaths([bib]);
    vi.unstubAllEnvs();
    expect(counts).toEqual({ all: 5, imported: 5, duplicate: 0, attention: 3 });
    expect(lines.map((line) => [line.title, line.code, line.details['value']])).toEqual([
      ['From elsewhere', 'import.linked-file-refused', foreign],
      ['From a share', 'import.linked-file-refused', '//server/share/paper.pdf'],
      ['By a link', 'import.linked-file-refused', 'innocent.pdf'],
      ['From my folder', null, undefined],
      ['From beside it', null, undefined],
    ]);
    expect(rows('SELECT title FROM attachment ORDER BY title')).toEqual([
      { title: 'inside.pdf' },
      { title: 'own.pdf' },
    ]);
  });
});

describe('importing papers and folders', () => {
  it('stores equal bytes once and knows a paper again under another name', async () => {
    const bytes = await aPdf('A study of talk');
    const { counts, lines } = await importPaths([put('first.pdf', bytes), put('copy of first.pdf', bytes)]);
    expect(counts).toMatchObject({ imported: 1, duplicate: 1 });
    expect(lines[1]).toMatchObject({ code: 'import.duplicate-file' });
    expect([countOf('item'), countOf('file'), countOf('attachment')]).toEqual([1, 1, 1]);
    expect(library.library.backups.check().missingFiles).toBe(0);
    expect(readdirSync(join(library.root, 'files')).filter((name) => name.startsWith('incoming-'))).toEqual(
      [],
    );
  });

  it('reports a broken paper and keeps nothing of it', async () => {
    const whole = await aPdf('Will be cut');
    const { lines } = await importPaths([
      put('cut.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(whole.slice(200, 400))])),
      put('whole.pdf', whole),
    ]);
    expect(lines.map((line) => line.outcome)).toEqual(['failed', 'imported']);
    expect(lines[0]?.code).toMatch(/^pdf\./);
    expect(countOf('file')).toBe(1);
    const stored = readdirSync(join(library.root, 'files'), { recursive: true }).filter(
      (name) => String(name).length > 60,
    );
    expect(stored).toHaveLength(1);
  });

  it('walks a folder without following links, and never notes an absolute path', async () => {
    put('shelf/a.bib', aBibtexEntry(1));
    put('shelf/deep/er/b.ris', 'TY  - JOUR\nTI  - In a folder\nER  - ');
    put('shelf/.hidden.bib', aBibtexEntry(2));
    put('shelf/package.json', '{"name":"x","version":"1"}');
    put('shelf/notes.txt', 'Not a bibliography.');
    symlinkSync(join(folder, 'shelf'), join(folder, 'shelf/deep/circle'));
    const { lines } = await importPaths([join(folder, 'shelf')]);
    expect(lines.map((line) => [line.source, line.outcome])).toEqual([
      ['shelf/a.bib', 'imported'],
      ['shelf/package.json', 'skipped'],
      ['shelf/deep/er/b.ris', 'imported'],
    ]);
    const texts = JSON.stringify([
      rows('SELECT * FROM job_record'),
      rows('SELECT * FROM import_batch'),
      rows('SELECT * FROM item'),
    ]);
    expect(texts).not.toContain(folder);
  });

  it('says why a file could not be imported, and imports the others', async () => {
    const { lines, counts } = await importPaths([
      join(folder, 'gone.pdf'),
      put('notes.txt', 'Dear diary'),
      put('fake.pdf', 'MZ not a paper'),
      put('picture.bib', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 8])),
      put('empty.ris', ''),
      put('endnote.json', '{"items":[{"itemType":"book"}]}'),
      put('good.bib', aBibtexEntry(1)),
    ]);
    expect(lines.map((line) => line.code)).toEqual([
      'import.file-missing',
      'import.unsupported-file',
      'import.not-text',
      'import.empty-file',
      'import.unsupported-zotero-json',
      null,
      'import.not-a-pdf',
    ]);
    expect(counts).toMatchObject({ imported: 1, attention: 6 });
  });

  it('lets 50 MB of junk change nothing', async () => {
    const junk = put('junk.bib', Buffer.from('@x{y\n'.repeat(10 * 1024 * 1024)));
    const { lines } = await importPaths([junk]);
    expect(lines.at(-1)).toMatchObject({ outcome: 'failed', code: 'import.not-bibliography' });
    expect([countOf('item'), countOf('import_batch'), countOf('command_log')]).toEqual([0, 0, 0]);
  });

  it('refuses paths that are not absolute and collections that are not there', async () => {
    expect(await library.call('import.start', { paths: ['refs.bib'] })).toMatchObject({
      error: { code: 'import.relative-path' },
    });
    const missing = library.library.core.ids.next();
    expect(await library.call('import.start', { paths: ['/refs.bib'], collectionId: missing })).toMatchObject(
      {
        error: { code: 'import.collection-missing' },
      },
    );
    expect(await library.call('import.report', { jobId: missing })).toMatchObject({
      error: { code: 'import.report-missing' },
    });
  });

  it('can be cancelled between chunks; what was imported stays, as one step', async () => {
    const bib = put('refs.bib', aBibtexFile(2_000));
    const { jobId } = await library.get('import.start', { paths: [bib] });
    const { jobs, commands } = library.library.core;
    const stop = commands.onCommitted(() => jobs.cancel(jobId));
    const job = await jobs.finished(jobId);
    stop();
    expect(job).toMatchObject({ value: { state: 'cancelled' } });
    const imported = countOf('item');
    expect(imported).toBeGreaterThan(0);
    expect(imported).toBeLessThan(2_000);
    expect(countOf('job_record')).toBe(imported);
    await library.get('history.undo', {});
    expect(countOf('item')).toBe(0);
  });
});

describe('found fields', () => {
  async function paper(): Promise<string> {
    await importPaths([put('Koval 2020 - Talk.pdf', await aPdf())]);
    const { items, total } = await library.get('import.toApprove', {});
    expect(total).toBe(1);
    return items[0]?.id ?? '';
  }

  it('wait for approval with source and confidence, and can be corrected', async () => {
    const itemId = await paper();
    const { fields, attachmentId } = await library.get('import.foundFields', { itemId });
    expect(attachmentId).not.toBeNull();
    expect(fields.find((field) => field.field === 'title')).toMatchObject({
      approved: false,
      source: expect.any(String) as string,
    });

    await library.get('import.approveFields', {
      itemId,
      fields: [
        { field: 'title', value: 'Talk in class' },
        { field: 'author', value: 'Koval, Olena; Ministry of Education' },
        { field: 'issued', value: '2020-05' },
        { field: 'DOI', value: 'https://doi.org/10.5555/TALK' },
      ],
    });
    expect(rows('SELECT title, authors, year, doi FROM item')).toEqual([
      { title: 'Talk in class', authors: 'Koval, Ministry of Education', year: 2020, doi: '10.5555/talk' },
    ]);
    const after = await library.get('import.foundFields', { itemId });
    expect(after.fields.find((field) => field.field === 'title')).toMatchObject({
      value: 'Talk in class',
      source: 'person',
      approved: true,
    });
    await library.get('history.undo', {});
    expect((await library.get('import.toApprove', {})).total).toBe(1);
  });

  it('refuse a correction that is no such field, and change nothing', async () => {
    const itemId = await paper();
    const refused = await library.call('import.approveFields', {
      itemId,
      fields: [
        { field: 'title', value: 'New' },
        { field: 'DOI', value: 'none' },
      ],
    });
    expect(refused).toMatchObject({ error: { code: 'import.field-unusable', details: { field: 'DOI' } } });
    expect(rows('SELECT title FROM item')[0]?.['title']).not.toBe('New');
    const missing = library.library.core.ids.next();
    expect(await library.call('import.foundFields', { itemId: missing })).toMatchObject({
      error: { code: 'import.item-missing' },
    });
  });
});

describe('exporting', () => {
  it('writes what can be imported into another library without loss', async () => {
    await importPaths([put('refs.bib', `${aBibtexFile(3)}\n@book{b, title={A book}, groups={Year 7}}`)]);
    const records = (of: TestLibrary): unknown[] =>
      of.library.core.db
        .prepare<[], { csl: string }>('SELECT csl FROM item ORDER BY citation_key')
        .all()
        .map(({ csl }): unknown => JSON.parse(csl));
    const before = records(library);
    for (const format of ['bib', 'ris', 'csl-json'] as const) {
      const path = join(folder, `out.${format === 'csl-json' ? 'json' : format}`);
      expect(await exported(library, { format, path })).toEqual({ count: 4, files: 0, missing: [] });
      const other = openTestLibrary();
      const { jobId } = await other.get('import.start', { paths: [path] });
      await other.library.core.jobs.finished(jobId);
      expect((await other.get('import.report', { jobId })).counts).toMatchObject({
        imported: 4,
        attention: 0,
      });
      if (format === 'csl-json') {
        expect(records(other)).toEqual(before);
      }
      await other.close();
    }
  });

  it('says when a file cannot be written', async () => {
    const path = join(folder, 'no/such/folder.bib');
    await expect(exported(library, { format: 'bib', path })).rejects.toThrow('import.export-failed');
  });
});
