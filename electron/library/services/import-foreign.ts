import { extname } from 'node:path';
import type { Failure } from '@shared/lib/result';
import type { ParsedRecord } from '../adapters/bibliography';
import type { ImportSource } from './import-sources';

/** Endings under which other programs keep other things: settings, marks, data. */
const COMMON_ENDINGS: ReadonlySet<string> = new Set(['.json', '.xml', '.csv', '.tsv', '.xlsx']);

/** Failures that say: this is no list of references at all. */
const HOLDS_NONE: ReadonlySet<string> = new Set([
  'import.not-text',
  'import.empty-file',
  'import.no-records',
  'import.not-bibliography',
  'import.unsupported-xml',
  'import.unsupported-html',
  'import.spreadsheet-unreadable',
  'import.spreadsheet-too-large',
]);

/**
 * Whether a file that was found in a folder is nothing to import. What a person chose by itself, and what is named like a bibliography,
 * is told as a failure instead.
 * @param failure why it could not be read
 * @returns the code under which it is passed over, undefined when it is to be told as a failure
 */
export function foreignCode(source: ImportSource, failure: Failure): string | undefined {
  if (source.chosen || !COMMON_ENDINGS.has(extname(source.path).toLowerCase())) return undefined;
  return HOLDS_NONE.has(failure.code) ? 'import.skipped-foreign' : undefined;
}

/** The same for a file whose first record shows that it holds no references. @returns as {@link foreignCode} */
export function foreignRecordsCode(
  source: ImportSource,
  format: string,
  records: readonly ParsedRecord[],
): string | undefined {
  const isForeign = !source.chosen && format === 'csl-json' && records[0]?.outcome.kind !== 'read';
  return isForeign ? 'import.skipped-json' : undefined;
}
