import { importCheckpoint, importPayload } from '../services/import-payload';
import { ImportRun } from '../services/import-runner';
import type { ImportTools } from '../services/import-tools';

/** Kind of the job, as stored. */
export const IMPORT_JOB = 'import';

/** Registers the import of files and folders. @param tools core, file store and PDF inspection */
export function registerImportJob(tools: ImportTools): void {
  tools.core.jobs.register(
    IMPORT_JOB,
    {
      payload: (value) => importPayload.parse(value),
      checkpoint: (value) => importCheckpoint.parse(value),
    },
    (context) => new ImportRun(tools, context).run(),
  );
}
