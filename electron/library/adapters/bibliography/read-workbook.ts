import { fail, ok, type Result } from '@shared/lib/result';
import { readSpreadsheet } from '../spreadsheet';
import { NO_REQUEST, openTable, type TableRequest } from './open-table';
import { watchful, type OpenedBibliography } from './read-bibliography';

/**
 * Starts to read a workbook of references (.xlsx): the sheet that is asked for, or the first one whose headings are known.
 * @param bytes the whole file, a ZIP archive
 * @param request what is known about its tables
 * @returns the records one by one, or why the file holds none
 */
export async function openWorkbook(
  bytes: Buffer,
  request: TableRequest = NO_REQUEST,
): Promise<Result<OpenedBibliography>> {
  const sheets = await readSpreadsheet(bytes);
  if (!sheets.ok) return sheets;
  const table = openTable(sheets.value, request);
  if (table === undefined) return fail('import.no-records');
  return ok({
    format: 'table',
    encoding: 'utf-8',
    estimate: Math.max(table.head.rows, 1),
    table: table.head,
    records: watchful(table.records, 'table'),
  });
}
