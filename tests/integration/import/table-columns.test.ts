import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TablePlan } from '@shared/domain/import';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { writeSpreadsheet } from '../../../electron/library/adapters/spreadsheet';
import { exported } from '../../builders/exported';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
let folder: string;
beforeEach(() => {
  // Read in this process: what is tested is the source, not what was built before.
  library = openTestLibrary({ workers: tmpdir() });
  folder = mkdtempSync(join(tmpdir(), 'inquiry-columns-'));
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function column(sql: string): unknown[] {
  return library.library.core.db.prepare(sql).pluck().all();
}

interface Seen {
  readonly previewId: string;
  readonly files: CallOutput<'import.previewState'>['files'];
  readonly lines: CallOutput<'import.previewLines'>['lines'];
}

async function preview(input: CallInput<'import.preview'>): Promise<Seen> {
  const { previewId } = await library.get('import.preview', input);
  for (;;) {
    const { state, files } = await library.get('import.previewState', { previewId });
    if (state !== 'running') {
      const { lines } = await library.get('import.previewLines', { previewId, limit: 500 });
      return { previewId, files, lines };
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

const STRANGE = 'Work;Who;When;Mine\nReading aloud;"Koval, Olena";2021;in class\nPairs;Bondar I.;2019;\n';
const PLAN: TablePlan = {
  sheet: null,
  hasHeadings: true,
  columns: ['title', 'author', 'issued', 'tags'],
};

describe('a table with headings that nobody knows', () => {
  it('waits in the preview, and nothing of it is imported while it does', async () => {
    const path = put('strange.csv', STRANGE);
    const { previewId, files, lines } = await preview({ paths: [path] });
    expect(files).toMatchObject([
      { format: 'table', table: 'waiting', code: 'import.table-needs-columns', records: 0 },
    ]);
    expect(lines).toEqual([]);
    const report = await start({ paths: [path], previewId });
    expect(report.lines).toMatchObject([{ outcome: 'failed', code: 'import.table-needs-columns' }]);
    expect(column('SELECT count(*) FROM item')).toEqual([0]);
    const atOnce = await start({ paths: [path] });
    expect(atOnce.lines).toMatchObject([{ outcome: 'failed', code: 'import.table-needs-columns' }]);
  });

  it('says what a plan would do before it is applied, and imports as it was shown', async () => {
    const path = put('strange.csv', STRANGE);
    const waiting = await preview({ paths: [path] });
    const order = waiting.files[0]?.order ?? '';
    const look = (plan?: TablePlan): Promise<CallOutput<'import.previewTable'>> =>
      library.get('import.previewTable', { previewId: waiting.previewId, order, plan: plan ?? null });
    expect(await look()).toMatchObject({
      state: 'waiting',
      columns: [{ heading: 'Work', examples: ['Reading aloud', 'Pairs'] }, {}, {}, {}],
      records: 0,
    });
    expect(await look(PLAN)).toMatchObject({ state: 'read', rows: 2, records: 2 });
    expect(await look({ ...PLAN, hasHeadings: false })).toMatchObject({ rows: 3, records: 3 });
    expect(await look({ ...PLAN, columns: ['carry'] })).toMatchObject({ state: 'waiting', records: 0 });

    const seen = await preview({ paths: [path], tables: [{ order, plan: PLAN }] });
    expect(seen.files).toMatchObject([{ table: 'read', code: null, records: 2, fresh: 2 }]);
    expect(seen.lines.map(({ title, authors }) => [title, authors])).toEqual([
      ['Reading aloud', 'Koval'],
      ['Pairs', 'Bondar'],
    ]);
    const { counts } = await start({ paths: [path], previewId: seen.previewId });
    expect(counts).toMatchObject({ imported: 2, attention: 0 });
    expect(column('SELECT title FROM item ORDER BY id')).toEqual(['Reading aloud', 'Pairs']);
    expect(column('SELECT t.name FROM item_tag u JOIN tag t ON t.id = u.tag_id')).toEqual(['in class']);
  });

  it('is known next time by its headings, also after the import was taken back', async () => {
    const path = put('strange.csv', STRANGE);
    const order = (await preview({ paths: [path] })).files[0]?.order ?? '';
    const { previewId } = await preview({ paths: [path], tables: [{ order, plan: PLAN }] });
    await start({ paths: [path], previewId });
    expect((await library.get('history.undo', {})).name).toBe('import.run');
    expect(column('SELECT count(*) FROM item')).toEqual([0]);

    const other = put('other.csv', STRANGE.replace('Reading aloud', 'Reading silently'));
    const again = await preview({ paths: [other] });
    expect(again.files).toMatchObject([{ table: 'read', records: 2 }]);
    const { counts } = await start({ paths: [other] });
    expect(counts.imported).toBe(2);
  });

  it('forgets what the headings say by themselves', async () => {
    const path = put('known.csv', 'Title,Year,DOI\nReading,2020,10.5555/a\n');
    const order = (await preview({ paths: [path] })).files[0]?.order ?? '';
    const bring = async (columns: TablePlan['columns']): Promise<void> => {
      const tables = [{ order, plan: { ...PLAN, columns } }];
      await start({ paths: [path], previewId: (await preview({ paths: [path], tables })).previewId });
    };
    await bring(['title', 'issued', 'leave']);
    expect((await library.get('settings.get', {})).tableColumns).toMatchObject([
      { columns: ['title', 'issued', 'leave'] },
    ]);
    await bring(['title', 'issued', 'DOI']);
    expect((await library.get('settings.get', {})).tableColumns).toEqual([]);
  });

  it('is passed over when it only lies in a folder', async () => {
    put('strange.csv', STRANGE);
    const { files } = await preview({ paths: [folder] });
    expect(files).toMatchObject([{ code: 'import.skipped-foreign', table: null }]);
  });
});

describe('an import with columns that were said', () => {
  it('needs no preview', async () => {
    const path = put('strange.csv', STRANGE);
    const order = (await preview({ paths: [path] })).files[0]?.order ?? '';
    const { counts } = await start({ paths: [path], tables: [{ order, plan: PLAN }] });
    expect(counts.imported).toBe(2);
  });

  it('goes on after a crash as it began, though the columns are forgotten meanwhile', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => `Study ${String(at)};Koval O.;2020;`);
    const path = put('long.csv', `Work;Who;When;Mine\n${rows.join('\n')}\n`);
    const order = (await preview({ paths: [path] })).files[0]?.order ?? '';
    const { previewId } = await preview({ paths: [path], tables: [{ order, plan: PLAN }] });
    const { jobId } = await library.get('import.start', { paths: [path], previewId });
    // Closing stops the job where it is, as a crash would; it goes on when the library opens again.
    while (column('SELECT count(*) FROM item')[0] === 0)
      await new Promise((resolve) => setImmediate(resolve));
    library = await library.reopen();
    library.library.core.db.prepare(`DELETE FROM setting WHERE id = 'tableColumns'`).run();
    const before = Number(column('SELECT count(*) FROM item')[0]);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(400);
    library.library.start();
    expect(await library.library.core.jobs.finished(jobId)).toMatchObject({ value: { state: 'done' } });
    expect(column('SELECT count(*) FROM item')).toEqual([400]);
    expect(column('SELECT count(DISTINCT title) FROM item')).toEqual([400]);
  });
});

describe('tables that need no columns', () => {
  it('of our own are read as they were written', async () => {
    await start({ paths: [put('refs.bib', '@article{a, title={Reading}, year={2020}}')] });
    const path = join(folder, 'own.csv');
    await exported(library, { format: 'csv', path });
    const { files } = await preview({ paths: [path] });
    expect(files).toMatchObject([{ table: 'own', records: 1, duplicate: 1 }]);
  });

  it('of a workbook show their sheets', async () => {
    const path = join(folder, 'refs.xlsx');
    await writeSpreadsheet(
      [
        ['Title', 'Year'],
        ['Reading', '2020'],
      ],
      path,
    );
    const { previewId, files } = await preview({ paths: [path] });
    expect(files).toMatchObject([{ table: 'read', records: 1 }]);
    const table = await library.get('import.previewTable', { previewId, order: files[0]?.order ?? '' });
    expect(table).toMatchObject({ sheets: ['Sheet1'], sheet: 'Sheet1', targets: ['title', 'issued'] });
  });

  it('are told apart from files that the preview does not have', async () => {
    const { previewId } = await preview({ paths: [put('refs.bib', '@article{a, title={Reading}}')] });
    expect(await library.call('import.previewTable', { previewId, order: 'no such file' })).toMatchObject({
      error: { code: 'import.file-missing' },
    });
    await library.get('import.closePreview', { previewId });
    expect(await library.call('import.previewTable', { previewId, order: '' })).toMatchObject({
      error: { code: 'import.preview-missing' },
    });
  });
});
