import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { aPdf } from '../../builders/a-pdf';
import { aBibtexFile } from '../../builders/bibliography';
import { exported } from '../../builders/exported';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { paperPdf } from '../../builders/paper-pdf';
import { builtPdfWorker } from '../../builders/pdf-worker';
import { locatePaper } from '../../../electron/library/services/paper-location';

let library: TestLibrary;
let folder: string;
let workers: string;
beforeAll(async () => {
  workers = dirname(await builtPdfWorker());
});
beforeEach(() => {
  library = openTestLibrary({ workers });
  folder = mkdtempSync(join(tmpdir(), 'inquiry-preview-'));
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

function rows(sql: string): readonly Readonly<Record<string, unknown>>[] {
  return library.library.core.db.prepare<[], Record<string, unknown>>(sql).all();
}

const countOf = (table: string): number => Number(rows(`SELECT count(*) AS n FROM ${table}`)[0]?.['n']);

interface Seen {
  readonly previewId: string;
  readonly state: CallOutput<'import.previewState'>;
  readonly lines: CallOutput<'import.previewLines'>['lines'];
}

/** Reads a preview to its end: the end is an event. */
async function preview(input: CallInput<'import.preview'>): Promise<Seen> {
  const { previewId } = await library.get('import.preview', input);
  for (;;) {
    const state = await library.get('import.previewState', { previewId });
    if (state.state !== 'running') {
      const { lines } = await library.get('import.previewLines', { previewId, limit: 500 });
      return { previewId, state, lines };
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function start(input: CallInput<'import.start'>): Promise<CallOutput<'import.report'>> {
  const { jobId } = await library.get('import.start', input);
  const job = await library.library.core.jobs.finished(jobId);
  if (!job.ok || job.value.state !== 'done') throw new Error(JSON.stringify(job));
  return library.get('import.report', { jobId, limit: 500 });
}

const SAME_WORK = `@article{again, title={Invented study 1 of reading aloud in class}, doi={10.5555/INVENTED.1}, publisher={What the first file lacked}}`;

describe('a preview of an import', () => {
  it('tells format, encoding, doubles and what cannot be read, and writes nothing', async () => {
    const first = put('first.bib', aBibtexFile(3));
    await start({ paths: [first] });
    const before = [countOf('item'), countOf('command_log'), countOf('job')];
    const ris = put('more.ris', 'TY  - BOOK\nTI  - A new book\nER  - \nTY  - BOOK\nTI  - A new book\nER  - ');
    const bib = put('second.bib', `${SAME_WORK}\n@article{broken, title = {Never {closed},\n`);
    const { state, lines } = await preview({ paths: [bib, ris, put('notes.txt', 'hello')] });
    expect(state.files).toMatchObject([
      { name: 'second.bib', format: 'bibtex', encoding: 'utf-8', records: 2, duplicate: 1, attention: 1 },
      { name: 'more.ris', format: 'ris', records: 2, fresh: 1, duplicate: 1 },
      { name: 'notes.txt', code: 'import.unsupported-file' },
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual(['duplicate', 'failed', 'fresh', 'duplicate']);
    expect(lines[0]?.duplicate).toMatchObject({ reason: 'doi', earlier: null });
    expect(lines[0]?.duplicate?.itemId).not.toBeNull();
    expect(lines[1]).toMatchObject({ line: 2, remarks: [{ code: 'import.unbalanced-braces' }] });
    expect(lines[1]?.raw).toContain('@article{broken');
    expect(lines[3]?.duplicate).toMatchObject({ itemId: null, earlier: { source: 'more.ris', line: 1 } });
    expect([countOf('item'), countOf('command_log'), countOf('job')]).toEqual(before);
  });

  it('imports as decided: left out, completed, imported anyway; one undo step takes all back', async () => {
    await start({ paths: [put('first.bib', aBibtexFile(3))] });
    const bib = put(
      'second.bib',
      `${SAME_WORK}\n@article{new1, title={New one}}\n@article{new2, title={New two}}`,
    );
    const { previewId, lines } = await preview({ paths: [bib] });
    const order = lines[0]?.order ?? '';
    const { counts, lines: report } = await start({
      paths: [bib],
      previewId,
      foundVia: 'ERIC',
      choices: { fresh: 'import', duplicates: 'add', exceptions: [{ order, index: 2, action: 'leave' }] },
    });
    expect(counts).toMatchObject({ all: 3, imported: 2, attention: 1 });
    expect(report.map(({ code }) => code)).toEqual(['import.added-to-existing', null, 'import.left-out']);
    const csl = String(rows(`SELECT csl FROM item WHERE doi = '10.5555/invented.1'`)[0]?.['csl']);
    expect(csl).toContain('What the first file lacked');
    expect(rows(`SELECT found_via FROM import_batch WHERE source = 'second.bib'`)).toEqual([
      { found_via: 'ERIC' },
    ]);
    expect((await library.get('import.foundVia', {})).words).toEqual(['ERIC']);
    await library.get('history.undo', {});
    expect(countOf('item')).toBe(3);
    expect(String(rows(`SELECT csl FROM item WHERE doi = '10.5555/invented.1'`)[0]?.['csl'])).not.toContain(
      'What the first file lacked',
    );
    const again = await start({
      paths: [bib],
      choices: { fresh: 'leave', duplicates: 'import', exceptions: [] },
    });
    expect(again.counts.imported).toBe(1);
    expect(countOf('item')).toBe(4);
  });

  it('does not import a file that has changed since it was looked at', async () => {
    const bib = put('refs.bib', aBibtexFile(2));
    const { previewId } = await preview({ paths: [bib] });
    put('refs.bib', aBibtexFile(5));
    const { lines } = await start({ paths: [bib], previewId });
    expect(lines).toMatchObject([{ outcome: 'failed', code: 'import.file-changed' }]);
    expect(countOf('item')).toBe(0);
  });

  it('is gone after a restart, which is told', async () => {
    const { previewId } = await preview({ paths: [put('refs.bib', aBibtexFile(1))] });
    await library.get('import.closePreview', { previewId });
    for (const name of ['import.previewState', 'import.previewLines'] as const) {
      expect(await library.call(name, { previewId })).toMatchObject({
        error: { code: 'import.preview-missing' },
      });
    }
    expect(
      await library.call('import.start', { paths: [join(folder, 'refs.bib')], previewId }),
    ).toMatchObject({
      error: { code: 'import.preview-missing' },
    });
  });
});

describe('a pasted list', () => {
  it('may be records of a bibliography, whose files are not looked for', async () => {
    const text =
      '@article{halas2019, title = {Counting with beans}, author = {Halas, Ada}, year = {2019}, file = {/etc/hostname}}\n@book{,';
    const { state, lines } = await preview({ pasted: { text, name: 'Pasted list' } });
    expect(state.files.map(({ format }) => format)).toEqual(['bibtex']);
    expect(lines[0]).toMatchObject({ kind: 'fresh', title: 'Counting with beans', year: 2019, files: 0 });
    expect(lines[1]).toMatchObject({ kind: 'failed', line: 2 });
    await start({ pasted: { text, name: 'Pasted list' } });
    expect(rows('SELECT title FROM item')).toEqual([{ title: 'Counting with beans' }]);
    expect(countOf('attachment')).toBe(0);
  });

  it('makes one record per number, says which lines hold none, and knows works that are there', async () => {
    await start({ paths: [put('first.bib', aBibtexFile(2))] });
    const text = [
      'https://doi.org/10.5555/invented.1',
      'ISBN 978-0-306-40615-7',
      'arXiv:2101.00001v2, PMID: 12345678',
      'no number here',
      'EJ1234567',
    ].join('\n');
    const pasted = { text, name: 'Pasted list' };
    const { state, lines } = await preview({ pasted });
    expect(state.files).toMatchObject([{ name: 'Pasted list', format: 'identifiers', records: 6 }]);
    expect(lines.map(({ kind, line }) => [kind, line])).toEqual([
      ['duplicate', 1],
      ['fresh', 2],
      ['fresh', 3],
      ['fresh', 3],
      ['failed', 4],
      ['fresh', 5],
    ]);
    const { counts, lines: report } = await start({ pasted });
    expect(counts).toEqual({ all: 6, imported: 4, duplicate: 1, attention: 1 });
    expect(report.find(({ outcome }) => outcome === 'failed')).toMatchObject({
      code: 'import.not-identifier',
      raw: 'no number here',
    });
    const book = JSON.parse(String(rows(`SELECT csl FROM item WHERE type = 'book'`)[0]?.['csl'])) as object;
    expect(book).toMatchObject({
      ISBN: '9780306406157',
      custom: { lookup: { status: 'queued', kind: 'isbn', value: '9780306406157' } },
    });
  });

  it('gives way to the real record when that comes', async () => {
    await start({ pasted: { text: '10.5555/invented.1', name: 'Pasted list' } });
    await start({
      paths: [put('refs.bib', aBibtexFile(2))],
      choices: { fresh: 'import', duplicates: 'add', exceptions: [] },
    });
    const titles = rows('SELECT title, csl FROM item ORDER BY id');
    expect(titles).toHaveLength(2);
    expect(titles[0]?.['title']).toBe('Invented study 1 of reading aloud in class');
    expect(titles[0]?.['csl']).not.toContain('queued');
  });
});

describe('a folder of papers', () => {
  it('becomes collections, and papers can stay where they are', async () => {
    put('Papers/Reading/one.pdf', await aPdf('Talk in the reading classroom'));
    put('Papers/two.pdf', await aPdf('Another study altogether'));
    const root = join(folder, 'Papers');
    await start({ paths: [root], foldersAsCollections: true, files: 'link' });
    expect(
      rows(
        `SELECT c.name, p.name AS parent, (SELECT count(*) FROM collection_item i WHERE i.collection_id = c.id) AS n
         FROM collection c LEFT JOIN collection p ON p.id = c.parent_id ORDER BY c.id`,
      ),
    ).toEqual([
      { name: 'Papers', parent: null, n: 1 },
      { name: 'Reading', parent: 'Papers', n: 1 },
    ]);
    const files = rows('SELECT id, linked_path FROM file ORDER BY linked_path');
    expect(files.map(({ linked_path: path }) => path)).toEqual([
      join(root, 'Reading/one.pdf'),
      join(root, 'two.pdf'),
    ]);
    const { paths } = library.library.core;
    expect(files.some(({ id }) => existsSync(join(paths.files, String(id).slice(0, 2), String(id))))).toBe(
      false,
    );
    const attachmentId = rows('SELECT id FROM attachment ORDER BY id')[0]?.['id'];
    expect(locatePaper(library.library.core, { attachmentId })).toMatchObject({
      ok: true,
      value: { linkedPath: join(root, 'Reading/one.pdf') },
    });
    await library.get('history.undo', {});
    expect([countOf('item'), countOf('collection'), countOf('file')]).toEqual([0, 0, 0]);
  });

  it('gives its documents names by the pattern when told to, and theirs otherwise', async () => {
    const named = put(
      'named/refs.bib',
      '@article{a, title={Talk}, author={Koval, Olena}, year={2019}, file={:one.pdf:PDF}}',
    );
    put('named/one.pdf', await aPdf('Talk in the reading classroom'));
    await start({ paths: [named], nameByPattern: true });
    const kept = put(
      'kept/refs.bib',
      '@article{b, title={Silence}, author={Koval, Olena}, year={2020}, file={:two.pdf:PDF}}',
    );
    put('kept/two.pdf', await aPdf('Silence in the reading classroom'));
    await start({ paths: [kept] });
    expect(rows('SELECT title FROM attachment ORDER BY id').map(({ title }) => title)).toEqual([
      'Koval - 2019 - Talk.pdf',
      'two.pdf',
    ]);
  });

  it('says with a code that a linked paper has vanished', async () => {
    const pdf = put('one.pdf', await aPdf('Talk in the reading classroom'));
    await start({ paths: [pdf], files: 'link' });
    const attachmentId = String(rows('SELECT id FROM attachment')[0]?.['id']);
    const target = join(folder, 'copy.pdf');
    expect(await library.call('annotation.saveCopy', { attachmentId, path: pdf })).toMatchObject({
      error: { code: 'annotation.path-not-allowed' },
    });
    expect((await library.get('backup.check', {})).missingFiles).toBe(0);
    unlinkSync(pdf);
    expect(await library.call('annotation.saveCopy', { attachmentId, path: target })).toMatchObject({
      error: { code: 'annotation.linked-file-missing' },
    });
    expect((await library.get('backup.check', {})).missingFiles).toBe(1);
  });

  it('attaches a second paper of a work to its record', async () => {
    const text =
      'Talk in the reading classroom\n\nOlena Koval\n\nhttps://doi.org/10.5555/talk.1\n\nAn invented study.';
    const one = put('one.pdf', await paperPdf({ pages: [text] }));
    await start({ paths: [one] });
    const csl = String(rows('SELECT csl FROM item')[0]?.['csl']);
    const other = put('other.pdf', Buffer.concat([readFileSync(one), Buffer.from('\n% another copy\n')]));
    const { lines } = await start({ paths: [other] });
    expect(lines).toMatchObject([{ outcome: 'imported', code: 'import.attached-to-existing' }]);
    expect([countOf('item'), countOf('attachment')]).toEqual([1, 2]);
    expect(String(rows('SELECT csl FROM item')[0]?.['csl'])).toBe(csl);
  });
});

describe('an export with its papers', () => {
  it('puts copies beside the file, and comes back with all of them', async () => {
    put('papers/a.pdf', await aPdf('First paper'));
    put('papers/b.pdf', await aPdf('Second paper'));
    const bib = put(
      'refs.bib',
      `@article{two, title={With two papers}, file={:papers/a.pdf:PDF;:papers/b.pdf:PDF}}`,
    );
    await start({ paths: [bib] });
    expect(countOf('attachment')).toBe(2);
    const path = join(folder, 'out', 'Library.bib');
    mkdirSync(dirname(path));
    expect(await exported(library, { format: 'biblatex', path, withFiles: true })).toEqual({
      count: 1,
      files: 2,
      missing: [],
    });
    const other = openTestLibrary({ workers });
    const { jobId } = await other.get('import.start', { paths: [path] });
    await other.library.core.jobs.finished(jobId);
    const names = other.library.core.db.prepare('SELECT title FROM attachment ORDER BY title').pluck().all();
    await other.close();
    expect(names).toEqual(['a.pdf', 'b.pdf']);
  });
});
