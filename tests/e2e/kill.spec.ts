import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from './pages/launch';
import { expect, test } from './pages/launch';
import { bibFile } from '../builders/bibliographies';

const RECORDS = 15_000;
const ROUNDS = 10;

/** Process id of the library process, whichever it is now; null while there is none. */
async function libraryPid(desk: RunningApp): Promise<number | null> {
  return desk.app.evaluate(({ app }) => {
    const found = app
      .getAppMetrics()
      .find((metric) => metric.type === 'Utility' && metric.name === 'inquiry-desk-library');
    return found?.pid ?? null;
  });
}

/** kill -9; a process that is already gone is as good. @returns whether it was there to be killed */
function kill(pid: number | null): boolean {
  if (pid === null) return false;
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

interface Try {
  readonly acknowledged: boolean;
  readonly id: string;
}

/** Writes a note; a call that the crash swallowed is not acknowledged, which is a fair answer. */
async function tryNote(desk: RunningApp, body: string): Promise<Try> {
  return desk.page.evaluate(async (text) => {
    const result = await window.inquiry.call['notes.create']({ itemId: null, body: text });
    return result.ok
      ? { acknowledged: true, id: result.value.id }
      : { acknowledged: false, id: result.error.code };
  }, body);
}

test('kill -9 of the library process during import, edits and backups loses nothing that was acknowledged', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const path = join(desk.folder, 'invented.bib');
  writeFileSync(path, bibFile(RECORDS));
  const { jobId } = await desk.get('import.start', { paths: [path] });
  const acknowledged = new Map<string, string>();
  let kills = 0;
  let killsDuringImport = 0;
  let killsAfterAnswer = 0;
  let lastDone = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // The import has got on since the last kill and is half-way (or done): going on from its checkpoint is what is tested.
    await expect
      .poll(
        async () => {
          const job = await desk.get('jobs.get', { jobId }).catch(() => null);
          if (job && job.state === 'running' && job.done > lastDone && job.done < RECORDS) {
            lastDone = job.done;
            killsDuringImport += 1;
            return true;
          }
          return job?.state === 'done';
        },
        { timeout: 30_000, intervals: [5] },
      )
      .toBe(true);
    kill(await libraryPid(desk));
    // A backup is under way while notes are written and the import runs; its answer may be lost, its files may not be half there.
    const backup = desk.page.evaluate(() => window.inquiry.call['backup.create']({}).then(() => undefined));
    for (let edit = 0; edit < 5; edit += 1) {
      const body = `Round ${String(round)}, note ${String(edit)}`;
      // Known before the last note: between its answer and the kill there is no time in which a late write could land.
      const pid = await libraryPid(desk);
      const outcome = await tryNote(desk, body);
      if (!outcome.acknowledged) continue;
      acknowledged.set(outcome.id, body);
      if (edit === 4 && kill(pid)) killsAfterAnswer += 1;
    }
    kill(await libraryPid(desk));
    kills += 1;
    await backup;
  }
  expect(kills).toBe(ROUNDS);
  expect(killsDuringImport).toBeGreaterThan(0);
  expect(killsAfterAnswer).toBeGreaterThan(ROUNDS / 2);
  expect(acknowledged.size).toBeGreaterThan(ROUNDS);

  // The import goes on by itself and ends with every record exactly once.
  await expect
    .poll(
      async () =>
        desk.get('jobs.get', { jobId }).then(
          ({ state }) => state,
          () => 'the process is just restarting',
        ),
      { timeout: 120_000, intervals: [250] },
    )
    .toBe('done');
  const report = await desk.get('jobs.records', { jobId, limit: 1 });
  expect(report.counts).toEqual({ imported: RECORDS, duplicate: 0, failed: 0, skipped: 0 });
  const health = await desk.get('backup.check', {});
  expect(health).toMatchObject({ integrity: 'ok', details: [], items: RECORDS });
  const kept = new Map((await desk.get('notes.list', { itemId: null })).map((note) => [note.id, note.body]));
  for (const [id, body] of acknowledged) expect(kept.get(id), body).toBe(body);

  // Every listed backup is whole: it can be restored.
  const backups = await desk.get('backup.list', {});
  expect(backups.length).toBeGreaterThan(0);
  const [newest] = backups;
  if (newest) await desk.get('backup.restore', { name: newest.name });
  await expect
    .poll(async () => (await desk.get('backup.check', {})).integrity, { timeout: 30_000 })
    .toBe('ok');
});
