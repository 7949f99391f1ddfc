import { resolve } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '@shared/domain/import';
import { BibliographyExport } from '../library/services/import-export';
import type { CliCommand } from './cli-command';
import { printFailure } from './cli-command';

const FORMATS: readonly string[] = EXPORT_FORMATS;

function isFormat(value: unknown): value is ExportFormat {
  return typeof value === 'string' && FORMATS.includes(value);
}

/** Writes the library's records as BibTeX, biblatex, RIS or CSL-JSON: to a file, or to standard output. */
export const exportCommand: CliCommand = async ({ library, values, print }) => {
  const asJson = values['json'] === true;
  const format = values['format'];
  if (!isFormat(format)) {
    printFailure({ code: 'import.unknown-format', details: { formats: FORMATS.join(', ') } }, asJson);
    return 2;
  }
  const bibliography = new BibliographyExport(library.core);
  if (typeof values['out'] !== 'string') {
    process.stdout.write(bibliography.text(format, {}).text);
    return 0;
  }
  const path = resolve(values['out']);
  const written = await bibliography.toFile(format, {}, path);
  if (!written.ok) {
    printFailure(written.error, asJson);
    return 2;
  }
  print({ ...written.value, path }, [`${String(written.value.count)} records in ${path}`]);
  return 0;
};
