import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aBibtexFile } from '../../builders/bibliography';
import { openTestLibrary } from '../../builders/open-test-library';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
let child: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inquiry-kill-'));
  const outDir = join(repository, '.cache', `import-child-${String(process.pid)}`);
  await build({
    configFile: false,
    root: repository,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(repository, 'shared'), '@db': join(repository, 'db') } },
    build: {
      ssr: true,
      outDir,
      rolldownOptions: {
        input: { 'import-child': fileURLToPath(new URL('../../builders/import-child.ts', import.meta.url)) },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  child = join(outDir, 'import-child.mjs');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(child, '..'), { recursive: true, force: true });
});

/** Runs the library process until it has written so many chunks, then kills it as a crash would. */
async function runAndKill(root: string, chunks: number, path?: string): Promise<void> {
  const running = fork(child, path === undefined ? [root] : [root, path], { execArgv: [] });
  const ended = once(running, 'exit') as Promise<[number | null, string | null]>;
  let seen = 0;
  running.on('message', () => {
    seen += 1;
    if (seen === chunks) running.kill('SIGKILL');
  });
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
}

it('goes on after kill -9, again and again, without doubles and without gaps', async () => {
  const total = 2_500;
  const root = join(folder, 'library');
  const path = join(folder, 'refs.bib');
  writeFileSync(path, aBibtexFile(total));
  await runAndKill(root, 2, path);
  await runAndKill(root, 1);
  await runAndKill(root, 3);

  const library = openTestLibrary({ root });
  const { db, jobs } = library.library.core;
  const count = (sql: string): unknown => db.prepare(sql).pluck().get();
  const before = Number(count('SELECT count(*) FROM item'));
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(total);
  expect(count('SELECT count(*) FROM job_record')).toBe(before);

  library.library.start();
  const [job] = await library.get('jobs.list', {});
  const finished = await jobs.finished(job?.id ?? '');
  expect(finished).toMatchObject({ value: { state: 'done', done: total, total } });
  expect(count('SELECT count(*) FROM item')).toBe(total);
  expect(count('SELECT count(DISTINCT doi) FROM item')).toBe(total);
  expect(count(`SELECT count(*) FROM job_record WHERE outcome = 'imported'`)).toBe(total);
  expect(count('SELECT count(*) FROM import_batch')).toBe(1);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');

  await library.get('history.undo', {});
  expect(count('SELECT count(*) FROM item')).toBe(0);
  await library.close();
});
