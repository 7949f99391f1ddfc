/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (as does one that has it, so that it comes back). */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that Excel reads Cyrillic; lines end with CRLF.
 * @param rows header first
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) && !/^-?\d+(?:[.,]\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
