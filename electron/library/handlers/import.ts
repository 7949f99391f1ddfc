import { ok } from '@shared/lib/result';
import { listFoundVia } from '@db/repositories/import-lookups';
import { createBibliographyReader } from '../adapters/bibliography-reader';
import { FileStore } from '../adapters/file-store';
import type { Core } from '../core';
import type { RecordExports } from '../jobs/export-job';
import { registerImportJob } from '../jobs/import-job';
import { ImportService } from '../services/import';
import type { ReadHighlights } from '../services/import-highlights';
import { PaperInspector } from '../services/import-inspect';
import { ImportPreviews } from '../services/import-preview';
import type { InspectPaper } from '../services/import-papers';
import type { AreaHandlers } from './handler';

/**
 * Calls of area import -> services; registers the import job.
 * @param core shared services
 * @param exports what goes out
 * @param pdf `inspect` reads what a PDF says about itself, `highlights` what people marked in it
 */
export function importHandlers(
  core: Core,
  exports: RecordExports,
  { inspect, highlights }: { readonly inspect: InspectPaper; readonly highlights: ReadHighlights },
): AreaHandlers<'import'> {
  const files = new FileStore(core.paths.files);
  files.removeUnfinished();
  const tools = {
    core,
    files,
    inspector: new PaperInspector(inspect),
    reader: createBibliographyReader(core.workers),
    highlights,
  };
  registerImportJob(tools);
  const previews = new ImportPreviews(tools);
  const service = new ImportService(core, previews);
  return {
    'import.preview': (input) => previews.start(input),
    'import.previewState': (input) => previews.state(input.previewId),
    'import.previewLines': (input) => previews.lines(input),
    'import.previewTable': (input) => previews.table(input),
    'import.closePreview': (input) => {
      previews.close(input.previewId);
      return ok({ closed: true });
    },
    'import.foundVia': () => ok({ words: listFoundVia(core.db, 20) }),
    'import.start': (input) => service.start(input),
    'import.history': (input) => service.history(input.limit),
    'import.report': (input) => service.report(input),
    'import.toApprove': (input) => service.toApprove(input.offset, input.limit),
    'import.foundFields': (input) => service.foundFields(input.itemId),
    'import.approveFields': (input) => service.approveFields(input.itemId, input.fields),
    'import.exportRecords': (input) => ok(exports.start(input)),
    'import.exported': (input) => exports.result(input.jobId),
  };
}
