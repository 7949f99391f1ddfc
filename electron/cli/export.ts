import { resolve } from 'node:path';
import { EXPORT_FORMATS, isFolderFormat, type ExportFormat } from '@shared/domain/import';
import { exportText } from '../library/services/export-file';
import { writeExport } from '../library/services/export-write';
import type { CliCommand } from './cli-command';
import { printFailure } from './cli-command';

const FORMATS: readonly string[] = EXPORT_FORMATS;

function isFormat(value: unknown): value is ExportFormat {
  return typeof value === 'string' && FORMATS.includes(value);
}

/** Writes the library's records in one of the formats: to a file or a new folder, or text to standard output. */
export const exportCommand: CliCommand = async ({ library, values, print }) => {
  const asJson = values['json'] === true;
  const format = values['format'];
  if (!isFormat(format)) {
    printFailure({ code: 'import.unknown-format', details: { formats: FORMATS.join(', ') } }, asJson);
    return 2;
  }
  const { db, paths, ids } = library.core;
  if (typeof values['out'] !== 'string') {
    if (format === 'xlsx' || isFolderFormat(format)) {
      printFailure({ code: 'import.export-needs-out', details: { format } }, asJson);
      return 2;
    }
    process.stdout.write(exportText(db, format, {}).text);
    return 0;
  }
  const path = resolve(values['out']);
  const request = { format, path, withFiles: values['files'] === true };
  const stop = new AbortController();
  const written = await writeExport({ db, files: paths.files }, request, ids.next(), {
    signal: stop.signal,
    progress: () => undefined,
  });
  if (!written.ok) {
    printFailure(written.error, asJson);
    return 2;
  }
  const { count, missing } = written.value;
  print({ ...written.value, path }, [
    `${String(count)} records in ${path}`,
    ...missing.map((name) => `not there any more: ${name}`),
  ]);
  return 0;
};
