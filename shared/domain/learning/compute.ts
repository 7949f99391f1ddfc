/**
 * Reads a number as teachers type it: decimal point or comma, a typographic minus, a leading dot, spaces as thousands
 * separators, a trailing %. `1,234` is read as a decimal (1.234): a lone comma is a decimal comma in every language
 * the app speaks; `1,234.5` and `1.234,5` are read by their last separator.
 * @param text what was typed
 * @returns the number, or undefined when it is not one
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace(/[\u2212\u2013]/gu, '-')
    .replace(/%$/u, '');
  const lastComma = plain.lastIndexOf(',');
  const lastDot = plain.lastIndexOf('.');
  const grouped = lastComma >= 0 && lastDot >= 0;
  const normal = grouped
    ? lastComma > lastDot
      ? plain.replaceAll('.', '').replace(',', '.')
      : plain.replaceAll(',', '')
    : plain.replace(',', '.');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(normal)) return undefined;
  return Number(normal);
}

/**
 * Is the formula with its values shown? From the second try on, that is after one wrong answer.
 * @param wrongTries how many wrong answers came before
 */
export function showsWorkedFormula(wrongTries: number): boolean {
  return wrongTries >= 1;
}
