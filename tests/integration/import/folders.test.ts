import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '@shared/ipc/contract';
import { aPdf } from '../../builders/a-pdf';
import { aBibtexEntry } from '../../builders/bibliography';
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
  folder = mkdtempSync(join(tmpdir(), 'inquiry-folders-'));
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

async function importPaths(...paths: readonly string[]): Promise<CallOutput<'import.report'>> {
  const { jobId } = await library.get('import.start', { paths: [...paths], collectionId: null });
  const job = await library.library.core.jobs.finished(jobId);
  if (!job.ok || job.value.state !== 'done') throw new Error(JSON.stringify(job));
  return library.get('import.report', { jobId, limit: 500 });
}

async function preview(
  ...paths: readonly string[]
): Promise<CallOutput<'import.previewState'> & { readonly previewId: string }> {
  const { previewId } = await library.get('import.preview', { paths: [...paths] });
  for (;;) {
    const state = await library.get('import.previewState', { previewId });
    if (state.state !== 'running') return { ...state, previewId };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What lies beside papers on a teacher's disk. */
function putForeignFiles(): void {
  put('shelf/settings.xml', '<?xml version="1.0"?><settings><colour>red</colour></settings>');
  put('shelf/marks.csv', 'pupil;before;after\nA;1;2\n');
  put('shelf/tsconfig.json', '{"compilerOptions": {"strict": true}}');
  put('shelf/empty.json', '');
  put('shelf/picture.xml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4]));
  put('shelf/damaged.xlsx', Buffer.from('PK\u0003\u0004 no workbook'));
}

describe('a folder that is imported', () => {
  it('passes calmly over files that hold something else, and still tells faults of bibliographies', async () => {
    putForeignFiles();
    put('shelf/refs.bib', aBibtexEntry(1));
    put('shelf/empty.ris', '');
    const { counts, lines } = await importPaths(join(folder, 'shelf'));
    expect(counts).toEqual({ all: 8, imported: 1, duplicate: 0, attention: 1 });
    expect(lines.map(({ source, outcome, code }) => [source, outcome, code])).toEqual([
      ['shelf/damaged.xlsx', 'skipped', 'import.skipped-foreign'],
      ['shelf/empty.json', 'skipped', 'import.skipped-foreign'],
      ['shelf/empty.ris', 'failed', 'import.empty-file'],
      ['shelf/marks.csv', 'skipped', 'import.skipped-foreign'],
      ['shelf/picture.xml', 'skipped', 'import.skipped-foreign'],
      ['shelf/refs.bib', 'imported', null],
      ['shelf/settings.xml', 'skipped', 'import.skipped-foreign'],
      ['shelf/tsconfig.json', 'skipped', 'import.skipped-json'],
    ]);
    const { files } = await preview(join(folder, 'shelf'));
    expect(files.filter(({ code }) => code?.startsWith('import.skipped-'))).toHaveLength(6);
  });

  it('tells what is wrong with the same files when they are chosen themselves', async () => {
    putForeignFiles();
    const { lines } = await importPaths(join(folder, 'shelf/marks.csv'), join(folder, 'shelf/settings.xml'));
    expect(lines.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['failed', 'import.table-needs-columns'],
      ['failed', 'import.unsupported-xml'],
    ]);
  });

  it('brings papers that a bibliography in it names with their records only, whatever the names are', async () => {
    put('shelf/a first.pdf', await aPdf('First'));
    put('shelf/pdf/Ковальчук 100%.pdf', await aPdf('Second'));
    put('shelf/loose.pdf', await aPdf('A paper that no record names'));
    put(
      'shelf/z-references.bib',
      String.raw`@article{one, title={Work of one}, file={:a first.pdf:PDF}}
       @article{two, title={Work of two}, file={:pdf/Ковальчук 100%.pdf:PDF}}`,
    );
    const shown = await preview(join(folder, 'shelf'));
    expect(shown.files.map(({ name, records }) => [name, records])).toEqual([
      ['shelf/z-references.bib', 2],
      ['shelf/loose.pdf', 1],
    ]);
    const { counts, lines } = await importPaths(join(folder, 'shelf'));
    expect(counts).toMatchObject({ all: 3, imported: 3 });
    expect(lines.map(({ source }) => source)).toEqual([
      'shelf/z-references.bib',
      'shelf/z-references.bib',
      'shelf/loose.pdf',
    ]);
    const { db } = library.library.core;
    expect(db.prepare('SELECT count(*) AS n FROM attachment').get()).toEqual({ n: 3 });
  });

  it('does not bring a paper by itself whose record was left out', async () => {
    put('shelf/paper.pdf', await aPdf('Of the record'));
    put('shelf/refs.bib', '@article{one, title={Work of one}, file={:paper.pdf:PDF}}');
    const paths = [join(folder, 'shelf')];
    const { previewId } = await preview(...paths);
    const { lines } = await library.get('import.previewLines', { previewId });
    expect(lines.map(({ title }) => title)).toEqual(['Work of one']);
    const exceptions = lines.map(({ order, index }) => ({ order, index, action: 'leave' as const }));
    const { jobId } = await library.get('import.start', { paths, previewId, choices: { exceptions } });
    await library.library.core.jobs.finished(jobId);
    const { db } = library.library.core;
    expect(db.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 0 });
  });
});
