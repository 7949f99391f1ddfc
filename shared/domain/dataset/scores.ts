/** How a cell of a score column reads. */
export type ScoreReading =
  | {
      readonly kind: 'score';
      readonly value: number;
      readonly decimalComma: boolean;
      readonly outOf: number | null;
    }
  | { readonly kind: 'missing'; readonly blank: boolean }
  | { readonly kind: 'text'; readonly reason: 'words' | 'date' | 'formula' | 'unclear-number' };

/** Which sign stands before the decimals. */
export type DecimalSign = '.' | ',';

/** Words that mean "was not there"; compared without case and final full stop. Missing is never zero. */
export const DEFAULT_MISSING_WORDS: readonly string[] = [
  'abs',
  'absent',
  'a',
  'n/a',
  'na',
  'nan',
  'null',
  'missing',
  'ill',
  '-',
  '–',
  '—',
  '?',
  '.',
  'н',
  'нб',
  'н/б',
  'н/я',
  'відс',
  'відсутній',
  'відсутня',
  'хв',
  'хворів',
  'хворіла',
  'не було',
];

const NUMBER = /^[+\-−]?\d+(?:[.,]\d+)?$/u;
const FRACTION = /^(\d+(?:[.,]\d+)?)\s*[/／]\s*(\d+(?:[.,]\d+)?)$/u;
const DATE =
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}(?:[ T].*)?|\d{1,2}[-. ]\p{L}{3,}\.?(?:[-. ]\d{2,4})?)$/u;

/**
 * Reads one cell of a score column.
 * @param cell text as in the file
 * @param decimal decimal sign of the file; the other sign is accepted when it cannot be a thousands separator
 * @param missingWords words for a missing score, lower case
 */
export function readScore(cell: string, decimal: DecimalSign, missingWords: readonly string[]): ScoreReading {
  const text = cell.replace(/[\s\u00A0\u202F]+/gu, ' ').trim();
  if (text === '') return { kind: 'missing', blank: true };
  const word = text.toLocaleLowerCase('uk');
  if (missingWords.includes(word) || missingWords.includes(word.replace(/\.$/u, ''))) {
    return { kind: 'missing', blank: false };
  }
  const bare = text.replace(/ ?%$/u, '');
  if (NUMBER.test(bare)) return readNumber(bare, decimal, null);
  const fraction = FRACTION.exec(bare);
  if (fraction) return readNumber(fraction[1] ?? '', decimal, toNumber(fraction[2] ?? ''));
  if (DATE.test(text)) return { kind: 'text', reason: 'date' };
  return { kind: 'text', reason: text.startsWith('=') ? 'formula' : 'words' };
}

function readNumber(text: string, decimal: DecimalSign, outOf: number | null): ScoreReading {
  const sign = /[.,]/u.exec(text)?.[0] ?? null;
  // "1,234" in a file with decimal points may be 1234 or 1.234: a person must say.
  if (sign !== null && sign !== decimal && /[.,]\d{3}$/u.test(text))
    return { kind: 'text', reason: 'unclear-number' };
  return { kind: 'score', value: toNumber(text), decimalComma: sign === ',', outOf };
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.').replace('−', '-'));
}

/**
 * The decimal sign that most numbers with decimals use; a point when none has any.
 * @param cells cells of the score columns
 */
export function guessDecimal(cells: readonly string[]): DecimalSign {
  const count = (pattern: RegExp): number => cells.filter((cell) => pattern.test(cell.trim())).length;
  return count(/^[+-]?\d+,\d+%?$/u) > count(/^[+-]?\d+\.\d+%?$/u) ? ',' : '.';
}
