import { importContract } from '@shared/ipc/contract/import';
import { bootLibrary } from '../../electron/library/boot';
import { silentLogger } from '../../electron/library/log';

/**
 * A library process of its own for tests that kill it: `node import-child.mjs LIBRARY [PATH]`.
 * Goes on with interrupted jobs, starts an import of PATH if given, and ends when no job is left.
 */
async function main(): Promise<void> {
  const [root = '', path] = process.argv.slice(2);
  const opened = bootLibrary({
    root,
    resources: root,
    workers: root,
    appVersion: '0.2.0',
    log: silentLogger,
    events: {
      emit: (name) => {
        if (name === 'library.changed') process.send?.('chunk');
      },
    },
    host: { printToPdf: () => Promise.resolve({ ok: false, error: { code: 'host.no-window' } }) },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const library = opened.value;
  library.start();
  if (path !== undefined) {
    const order = importContract['import.start'].input.parse({ paths: [path] });
    await library.handlers['import.start'](order);
  }
  const jobs = library.core.jobs.list(true);
  for (const job of jobs.ok ? jobs.value : []) await library.core.jobs.finished(job.id);
  await library.close();
}

void main();
