import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '@shared/lib/result';
import type { ExportResult, ExportWatch } from '../services/export-gather';
import type { ExportRequest } from '../services/export-write';

/** Name of the built worker script. */
export const EXPORT_WORKER = 'worker-export.js';

/** What the library process asks of the thread. */
export type ExportAsked =
  | {
      readonly kind: 'write';
      /** Absolute path of the database, which is read with a connection of its own. */
      readonly database: string;
      readonly files: string;
      readonly request: ExportRequest;
      readonly draftId: string;
    }
  | { readonly kind: 'stop' };

/** What the thread answers. */
export type ExportAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: Result<ExportResult> };

/**
 * Runs one export in a thread.
 * @param workers folder of the built workers
 * @returns what was written, or why not; `import.export-failed` when the thread ended without an answer
 */
export function exportInThread(
  workers: string,
  asked: Omit<ExportAsked & { kind: 'write' }, 'kind'>,
  watch: ExportWatch,
): Promise<Result<ExportResult>> {
  return new Promise((resolve) => {
    const worker = new Worker(join(workers, EXPORT_WORKER), {
      resourceLimits: { maxOldGenerationSizeMb: 2_048 },
    });
    const stop = (): void => {
      worker.postMessage({ kind: 'stop' } satisfies ExportAsked);
    };
    const end = (result: Result<ExportResult>): void => {
      watch.signal.removeEventListener('abort', stop);
      resolve(result);
      void worker.terminate();
    };
    watch.signal.addEventListener('abort', stop);
    worker.on('message', (answer: ExportAnswer) => {
      if (answer.kind === 'progress') watch.progress(answer.done, answer.total);
      else end(answer.result);
    });
    worker.once('error', (error) => {
      end(fail('import.export-failed', undefined, String(error)));
    });
    worker.once('exit', (code) => {
      end(fail('import.export-failed', undefined, `worker exit ${String(code)}`));
    });
    worker.postMessage({ kind: 'write', ...asked } satisfies ExportAsked);
  });
}
