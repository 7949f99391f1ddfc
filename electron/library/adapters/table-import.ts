import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { guessDelimiter } from '@shared/domain/dataset/guess';
import type { ImportRecipe } from '@shared/domain/dataset/recipe';
import { fail, ok, type Result } from '@shared/lib/result';

/** A text table as it stands in the file. */
export interface TableText {
  readonly encoding: ImportRecipe['encoding'];
  readonly delimiter: ImportRecipe['delimiter'];
  /** Every record of the file, heading and empty lines included. */
  readonly rows: readonly (readonly string[])[];
}

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 500;

/**
 * Reads a CSV or tab-separated file: encoding and separator are found unless the recipe names them.
 * @param bytes the raw file
 * @param wish encoding and separator of a saved recipe or of the user's choice
 * @returns `data.table-too-large`, `data.table-is-spreadsheet`, `data.table-not-text`, `data.table-empty` or
 *   `data.table-too-wide`
 */
export function readTable(
  bytes: Uint8Array,
  wish: Partial<Pick<TableText, 'encoding' | 'delimiter'>> = {},
): Result<TableText> {
  if (bytes.length > MAX_BYTES) return fail('data.table-too-large', { megabytes: MAX_BYTES / 1024 / 1024 });
  // XLSX and ODS are zip files; old XLS is an OLE container.
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return fail('data.table-is-spreadsheet');
  }
  const encoding = wish.encoding ?? guessEncoding(bytes);
  const text = iconv.decode(Buffer.from(bytes), encoding).replace(/^\uFEFF/u, '');
  if (looksBinary(text)) return fail('data.table-not-text');
  const delimiter = wish.delimiter ?? guessDelimiter(text);
  const { data } = Papa.parse<string[]>(text, { delimiter, header: false, skipEmptyLines: false });
  const rows = withoutTrailingBlanks(data);
  if (rows.length === 0) return fail('data.table-empty');
  if (rows.length > MAX_ROWS) return fail('data.table-too-long', { rows: MAX_ROWS });
  if (rows.some((row) => row.length > MAX_COLUMNS))
    return fail('data.table-too-wide', { columns: MAX_COLUMNS });
  return ok({ encoding, delimiter, rows });
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * Byte order mark, else valid UTF-8, else UTF-16 by its zero bytes, else windows-1251 when most high letters stand among
 * high letters (a Cyrillic word, or a lone "н") and windows-1252 when they stand among ASCII letters ("café").
 * @param bytes the raw file
 */
export function guessEncoding(bytes: Uint8Array): TableText['encoding'] {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const zeros = (parity: 0 | 1): number =>
    bytes.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zeros(1) > bytes.length / 4) return 'utf-16le';
  if (zeros(0) > bytes.length / 4) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const asciiLetter = (byte: number | undefined): boolean =>
    byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
  let amongAscii = 0;
  let amongHigh = 0;
  bytes.forEach((byte, index) => {
    if (byte < 0x80) return;
    if (asciiLetter(bytes[index - 1]) || asciiLetter(bytes[index + 1])) amongAscii += 1;
    else amongHigh += 1;
  });
  return amongHigh >= amongAscii ? 'windows-1251' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The decoder's only way to say "not UTF-8".
    return false;
  }
}

/** Control characters do not occur in a table; a few may slip in, more mean that this is some other kind of file. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/gu)?.length ?? 0;
  return controls > sample.length / 200;
}

function withoutTrailingBlanks(rows: readonly string[][]): readonly (readonly string[])[] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  return rows.slice(0, last + 1);
}
