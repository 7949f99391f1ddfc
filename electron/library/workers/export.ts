import { parentPort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { ExportAnswer, ExportAsked } from '../adapters/export-thread';
import { writeExport } from '../services/export-write';

/** The thread that writes exports: twenty thousand records as text would hold up every call of the window. */
const stop = new AbortController();
const answer = (message: ExportAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', (asked: ExportAsked) => {
  if (asked.kind === 'stop') stop.abort();
  else void run(asked);
});

async function run({ database, files, request, draftId }: ExportAsked & { kind: 'write' }): Promise<void> {
  const db = new Database(database, { readonly: true, timeout: 5_000 });
  try {
    const watch = {
      signal: stop.signal,
      progress: (done: number, total: number) => {
        answer({ kind: 'progress', done, total });
      },
    };
    answer({ kind: 'done', result: await writeExport({ db, files }, request, draftId, watch) });
  } finally {
    db.close();
  }
}
