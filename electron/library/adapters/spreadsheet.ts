import readSheets from 'read-excel-file/node';
import writeSheets from 'write-excel-file/node';
import yauzl from 'yauzl';
import { fail, ok, type Result } from '@shared/lib/result';

/** As many letters as always fit into a cell of Excel (32,767 UTF-16 units); the rest goes on in further columns of that name. */
const CELL_PARTS = /[^]{1,16000}/gu;
/** Unpacked bytes of a workbook: far more than any list of references, far less than a bomb. */
const MAX_UNPACKED = 300 * 1024 * 1024;
const MAX_PARTS = 2_000;
/** Heading of a column that goes on with the one of that name. */
const CONTINUED = /^(.+) \+(\d+)$/s;

/**
 * Writes a workbook of one sheet, every cell as text, so that nothing is taken for a formula, a date or a number.
 * @param rows the headings first
 * @param path absolute path
 */
export async function writeSpreadsheet(rows: readonly (readonly string[])[], path: string): Promise<void> {
  const cells = widened(rows).map((row) =>
    row.map((value) => (value === '' ? null : { type: String, value: plain(value) })),
  );
  await writeSheets(cells, { stickyRowsCount: 1 }).toFile(path);
}

/** One sheet of a workbook, in the order of its tabs. */
export interface SheetCells {
  readonly name: string;
  readonly rows: string[][];
}

/**
 * Reads a workbook.
 * @param bytes the file
 * @returns the cells of its sheets as text, dates as ISO 8601, or `import.spreadsheet-unreadable`, `import.spreadsheet-too-large`
 */
export async function readSpreadsheet(bytes: Buffer): Promise<Result<SheetCells[]>> {
  const size = await unpackedSize(bytes);
  if (!size.ok) return size;
  try {
    const sheets = await readSheets(bytes, { trim: false });
    return ok(
      sheets.map(({ sheet, data }) => ({ name: sheet, rows: narrowed(data.map((row) => row.map(textOf))) })),
    );
  } catch (error) {
    return fail('import.spreadsheet-unreadable', undefined, String(error));
  }
}

/** @param head first bytes of a file @returns whether it may be a workbook (a ZIP archive) */
export function looksLikeArchive(head: Buffer): boolean {
  return head.length > 3 && head.readUInt32LE(0) === 0x04034b50;
}

/** What the archive says it holds; a file that says less than it holds is stopped by the reader's own limits of the heap. */
function unpackedSize(bytes: Buffer): Promise<Result<number>> {
  return new Promise((resolve) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, archive) => {
      if (error) {
        resolve(fail('import.spreadsheet-unreadable', undefined, String(error)));
        return;
      }
      let total = 0;
      let isWorkbook = false;
      const end = (result: Result<number>): void => {
        archive.close();
        resolve(result);
      };
      archive.on('error', (cause: unknown) => {
        end(fail('import.spreadsheet-unreadable', undefined, String(cause)));
      });
      archive.on('end', () => {
        end(isWorkbook ? ok(total) : fail('import.not-text'));
      });
      archive.on('entry', (entry: yauzl.Entry) => {
        total += entry.uncompressedSize;
        isWorkbook ||= entry.fileName === 'xl/workbook.xml';
        if (total > MAX_UNPACKED || archive.entryCount > MAX_PARTS) end(fail('import.spreadsheet-too-large'));
        else archive.readEntry();
      });
      archive.readEntry();
    });
  });
}

function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, '') : '';
}

/**
 * XML knows no control characters, and `_x0041_` is Excel's way to write one. The replacement character is written so too:
 * the library that writes workbooks would drop it. Of words such as "constructor" the first letter is: the library looks
 * texts up in an object, finds what every object has, and writes a workbook that nobody can open.
 */
function plain(value: string): string {
  if (value in Object.prototype)
    return value.replace(
      /^./,
      (char) => `_x${char.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
  return value
    .replace(/(?![\n\t])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\uFFFD', '_xFFFD_');
}

/** Texts too long for a cell go on in columns of their own. */
function widened(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const parts = rows.map((row) => row.map((value) => value.match(CELL_PARTS) ?? ['']));
  const widths = (rows[0] ?? []).map((_, column) =>
    parts.reduce((most, row) => Math.max(most, row[column]?.length ?? 1), 1),
  );
  if (widths.every((width) => width === 1)) return rows;
  return rows.map((row, at) =>
    widths.flatMap((width, column) =>
      Array.from({ length: width }, (_, part) => {
        if (at === 0) return part === 0 ? (row[column] ?? '') : `${row[column] ?? ''} +${String(part)}`;
        return parts[at]?.[column]?.[part] ?? '';
      }),
    ),
  );
}

/** Puts texts together again that went on in further columns. */
function narrowed(rows: readonly (readonly string[])[]): string[][] {
  const [headings = []] = rows;
  const home = headings.map((heading) => {
    const name = CONTINUED.exec(heading)?.[1];
    return name === undefined ? -1 : headings.indexOf(name);
  });
  return rows.map((row, at) => {
    const whole = headings.map((_, column) => row[column] ?? '');
    if (at > 0)
      for (const [column, target] of home.entries())
        if (target >= 0) whole[target] = `${whole[target] ?? ''}${whole[column] ?? ''}`;
    return whole.filter((_, column) => (home[column] ?? -1) < 0);
  });
}
