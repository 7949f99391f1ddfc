import { ok, type Result } from '@shared/lib/result';
import { readSpreadsheet } from '../spreadsheet';
import { watchful, type OpenedBibliography } from './read-bibliography';
import { readRows } from './read-table';

/**
 * Starts to read a workbook of references (.xlsx): its first sheet is a table like any other.
 * @param bytes the whole file, a ZIP archive
 * @returns the records one by one, or why the file is none
 */
export async function openWorkbook(bytes: Buffer): Promise<Result<OpenedBibliography>> {
  const rows = await readSpreadsheet(bytes);
  if (!rows.ok) return rows;
  return ok({
    format: 'table',
    encoding: 'utf-8',
    estimate: Math.max(rows.value.length - 1, 1),
    records: watchful(readRows(rows.value), 'table'),
  });
}
