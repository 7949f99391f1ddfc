import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { addPaper } from '../../builders/health';

const open: TestLibrary[] = [];
function testLibrary(root?: string): TestLibrary {
  const library = openTestLibrary(root === undefined ? {} : { root });
  library.library.start();
  open.push(library);
  return library;
}

/** What a person would miss, without ids of joining rows. */
function contents(library: TestLibrary): unknown {
  const rows = (sql: string): unknown => library.library.core.db.prepare(sql).all();
  return {
    items: rows('SELECT id, csl, read_status, relevance, education FROM item ORDER BY id'),
    attachments: rows('SELECT id, item_id, file_id, title FROM attachment ORDER BY id'),
    notes: rows('SELECT id, item_id, body, format FROM note WHERE item_id IS NOT NULL ORDER BY id'),
    annotations: rows('SELECT id, quote_exact, comment, color FROM annotation ORDER BY id'),
    tags: rows(
      'SELECT item_id, tag.name, tag.color FROM item_tag JOIN tag ON tag.id = tag_id ORDER BY item_id, tag.name',
    ),
    collections: rows(
      `SELECT item_id, c.name, p.name AS parent FROM collection_item JOIN collection c ON c.id = collection_id
         LEFT JOIN collection p ON p.id = c.parent_id ORDER BY item_id`,
    ),
  };
}

/** Waits for a job as a window would. */
async function finished(library: TestLibrary, jobId: string): Promise<void> {
  await library.library.core.jobs.finished(jobId);
}

/** The database is gone, the folder is there. */
async function loseDatabase(library: TestLibrary): Promise<void> {
  await library.library.close();
  for (const name of ['library.sqlite', 'library.sqlite-wal', 'library.sqlite-shm', 'fulltext.sqlite'])
    rmSync(join(library.root, name), { force: true });
}

afterEach(async () => {
  for (const library of open.splice(0)) await library.close().catch(() => undefined);
});

describe('building the library again from its document folders', () => {
  it('brings records, documents, notes, highlights, tags and collections back after the database is lost', async () => {
    const before = testLibrary();
    await addPaper(before, { title: 'Ten minutes a day', bytes: 'first' });
    await addPaper(before, { title: 'Читання вголос', bytes: 'second' });
    await addPaper(before, { title: 'A record without a document', bytes: null });
    await before.library.sidecars.flush();
    const wanted = contents(before);
    await loseDatabase(before);

    const after = testLibrary(before.root);
    const status = await after.get('health.status', {});
    expect(status.sidecars).toMatchObject({ state: 'detached', records: 3 });
    const { jobId } = await after.get('health.rebuild', {});
    await finished(after, jobId);
    expect(contents(after)).toEqual(wanted);
    expect((await after.get('health.status', {})).sidecars).toMatchObject({ state: 'following', records: 3 });

    await after.get('history.undo', {});
    expect((await after.get('health.status', {})).counts.items).toBe(0);
  });

  it('does not write over the sidecars of a lost library, whatever is done in the new one', async () => {
    const before = testLibrary();
    const { fileId } = await addPaper(before, { title: 'Ten minutes a day', bytes: 'first' });
    await before.library.sidecars.flush();
    const sidecar = join(before.root, 'files', String(fileId).slice(0, 2), 'records.jsonl');
    const text = readFileSync(sidecar, 'utf8');
    await loseDatabase(before);

    const after = testLibrary(before.root);
    await addPaper(after, { title: 'Something new', bytes: 'first' });
    await after.library.sidecars.flush();
    expect(readFileSync(sidecar, 'utf8')).toBe(text);
    expect(await after.get('health.setAside', {})).toEqual({ setAside: 1 });
    expect(readFileSync(sidecar, 'utf8')).not.toBe(text);
  });

  it('catches up at the next start with what a crash left unwritten', async () => {
    const before = testLibrary();
    const { itemId } = await addPaper(before, { title: 'Ten minutes a day', bytes: null });
    await before.library.sidecars.flush();
    await before.get('library.update', { itemId, fields: { title: 'Eleven minutes a day' } });
    await before.library.close();

    const after = testLibrary(before.root);
    await after.library.sidecars.flush();
    const sidecar = join(before.root, 'files', itemId.slice(-2), 'records.jsonl');
    expect(readFileSync(sidecar, 'utf8')).toContain('Eleven minutes a day');
  });

  it('drops a removed record from its sidecar, and follows it to the folder of its first document', async () => {
    const library = testLibrary();
    const { itemId } = await addPaper(library, { title: 'Ten minutes a day', bytes: null });
    await library.library.sidecars.flush();
    const own = join(library.root, 'files', itemId.slice(-2), 'records.jsonl');
    expect(existsSync(own)).toBe(true);
    await library.get('library.trash', { itemIds: [itemId] });
    await library.get('library.emptyTrash', {});
    await library.library.sidecars.flush();
    expect(existsSync(own)).toBe(false);
  });

  it('says which line of a sidecar it could not read, and goes on', async () => {
    const before = testLibrary();
    const { itemId } = await addPaper(before, { title: 'Ten minutes a day', bytes: null });
    await before.library.sidecars.flush();
    const sidecar = join(before.root, 'files', itemId.slice(-2), 'records.jsonl');
    await loseDatabase(before);
    writeFileSync(sidecar, `{"torn": \n${readFileSync(sidecar, 'utf8')}`);

    const after = testLibrary(before.root);
    const { jobId } = await after.get('health.rebuild', {});
    await finished(after, jobId);
    const report = await after.get('jobs.records', { jobId, limit: 10 });
    expect(report.counts).toMatchObject({ imported: 1, failed: 1 });
    expect(report.records.find((line) => line.outcome === 'failed')).toMatchObject({
      line: 1,
      code: 'health.line-unreadable',
    });
  });
});
