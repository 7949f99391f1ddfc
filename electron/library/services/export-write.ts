import { isAbsolute, resolve, sep } from 'node:path';
import { z } from 'zod';
import { exportFormat, isFolderFormat } from '@shared/domain/import';
import { fail, type Result } from '@shared/lib/result';
import { writeExportFile } from './export-file';
import { writeFolder } from './export-folder';
import type { ExportResult, ExportSource, ExportWatch } from './export-gather';

/** One export: which records, in which format, and where to. */
export const exportRequest = z.object({
  format: exportFormat,
  /** Absolute path of the file, or of the new folder. */
  path: z.string(),
  itemIds: z.array(z.string()).optional(),
  collectionId: z.string().optional(),
  withFiles: z.boolean(),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/**
 * Writes records in a format that other programs read.
 * @param draftId names what is not whole yet; the same one again takes the place of what a broken-off export left
 * @returns counts, or `import.relative-path`, `import.export-into-library`, `import.export-folder-taken`, `import.export-failed`
 */
export async function writeExport(
  source: ExportSource,
  request: ExportRequest,
  draftId: string,
  watch: ExportWatch,
): Promise<Result<ExportResult>> {
  const { format, path } = request;
  if (!isAbsolute(path)) return fail('import.relative-path');
  if (resolve(path).startsWith(resolve(source.files) + sep)) return fail('import.export-into-library');
  return isFolderFormat(format)
    ? writeFolder(source, format, request, path, draftId, watch)
    : writeExportFile(source, format, request, path, watch);
}
