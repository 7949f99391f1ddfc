import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listForExport } from '@db/repositories/import-lookups';
import { fail, ok, type Result } from '@shared/lib/result';
import { EXPORT_WORKER, exportInThread } from '../adapters/export-thread';
import type { Core } from '../core';
import type { ExportResult, ExportWatch } from '../services/export-gather';
import { exportRequest, writeExport, type ExportRequest } from '../services/export-write';

const KIND = 'export';

const exportResult = z.object({
  count: z.number().int(),
  files: z.number().int(),
  missing: z.array(z.string()).readonly(),
});

/** Exports of records, each a job: written in a thread, with progress, and begun again after a crash. */
export class RecordExports {
  readonly #core: Pick<Core, 'db' | 'jobs' | 'paths' | 'workers'>;
  readonly #pin: (itemIds: readonly string[]) => Promise<void>;
  readonly #results = new Map<string, Result<ExportResult>>();

  /**
   * @param core shared services
   * @param pin fixes the citation keys of records: what went out may be cited
   */
  constructor(
    core: Pick<Core, 'db' | 'jobs' | 'paths' | 'workers'>,
    pin: (itemIds: readonly string[]) => Promise<void>,
  ) {
    this.#core = core;
    this.#pin = pin;
    core.jobs.register(
      KIND,
      { payload: (value) => exportRequest.parse(value), checkpoint: (value) => exportResult.parse(value) },
      async (context) => {
        const { jobId, payload, checkpoint, signal } = context;
        const watch: ExportWatch = {
          signal,
          progress: (done, total) => {
            context.progress(done, total);
          },
        };
        const written = checkpoint === null ? await this.#write(payload, jobId, watch) : ok(checkpoint);
        if (signal.aborted) return ok(null);
        this.#results.set(jobId, written);
        if (!written.ok) return written;
        context.commit(written.value, []);
        await this.#pin(payload.itemIds ?? listForExport(core.db, payload).map(({ id }) => id));
        return ok(null);
      },
    );
  }

  /** Starts an export. @returns its job */
  start(request: ExportRequest): { jobId: string } {
    return { jobId: this.#core.jobs.start(KIND, request) };
  }

  /** @returns what an export wrote, or why it could not, or `import.report-missing` when it has not ended */
  result(jobId: string): Result<ExportResult> {
    return this.#results.get(jobId) ?? fail('import.report-missing');
  }

  #write(request: ExportRequest, draftId: string, watch: ExportWatch): Promise<Result<ExportResult>> {
    const { db, paths, workers } = this.#core;
    // Without built workers (tests from sources) writing happens in this process.
    return existsSync(join(workers, EXPORT_WORKER))
      ? exportInThread(workers, { database: paths.database, files: paths.files, request, draftId }, watch)
      : writeExport({ db, files: paths.files }, request, draftId, watch);
  }
}
