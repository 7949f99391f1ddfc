import { DEFAULT_MISSING_WORDS, guessDecimal, readScore } from './scores';
import { DELIMITERS, type ColumnMapping, type ImportRecipe } from './recipe';

type Delimiter = ImportRecipe['delimiter'];

const LINES_LOOKED_AT = 50;

/**
 * The separator that splits the lines most evenly. A semicolon or tab wins over a comma, since a comma may stand in
 * decimals.
 * @param text the whole file
 */
export function guessDelimiter(text: string): Delimiter {
  const lines = text
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
  const evenness = (delimiter: Delimiter): number => {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/gu, '').split(delimiter).length - 1);
    const common = Math.max(
      0,
      ...counts.filter((count) => counts.filter((other) => other === count).length * 2 > counts.length),
    );
    return common === 0 ? 0 : counts.filter((count) => count === common).length / counts.length;
  };
  const ranked = (['\t', ';', ','] satisfies readonly Delimiter[])
    .map((delimiter, place) => ({ delimiter, score: evenness(delimiter), place }))
    .sort((a, b) => Number(b.score > 0.5) - Number(a.score > 0.5) || a.place - b.place);
  const best = ranked[0];
  if (best && best.score > 0) return best.delimiter;
  return DELIMITERS.find((delimiter) => lines[0]?.includes(delimiter)) ?? ',';
}

const ID_WORDS =
  /^(?:id|code|key|name|pupil|student|child|learner|код|шифр|ім['’ʼ]?я|прізвище|учень|учениця|учні|пib|піб|дитина)/iu;
const BEFORE_WORDS =
  /(?:^|[\s_-])(?:pre|before|baseline|start|autumn|test ?1|t1|week ?1|до|перед|спочатку|вхідн|початк|діагностич)/iu;
const AFTER_WORDS =
  /(?:^|[\s_-])(?:post|after|end|final|spring|summer|test ?2|t2|week ?8|після|наприкінці|підсумк|кінц|завершальн)/iu;

/** A first proposal for the recipe, to be corrected by the user. Columns that could not be guessed are null. */
export interface MappingGuess {
  readonly headerRow: number | null;
  readonly decimal: ImportRecipe['decimal'];
  readonly id: number | null;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Proposes heading row, decimal sign and the three columns of a wide table.
 * @param table rows of cells
 */
export function guessMapping(table: readonly (readonly string[])[]): MappingGuess {
  const decimal = guessDecimal(table.flat());
  const isScore = (cell: string | undefined): boolean =>
    cell !== undefined && readScore(cell, decimal, DEFAULT_MISSING_WORDS).kind === 'score';
  const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;
  const widest = Math.max(0, ...table.map(filled));
  const firstScores = table.findIndex((cells) => cells.filter(isScore).length >= 2);
  const headerRow = table.findIndex(
    (cells, index) => index < firstScores && filled(cells) >= Math.min(widest, 3) && !cells.some(isScore),
  );
  const heading = headerRow < 0 ? [] : (table[headerRow] ?? []);
  const body = table.slice(headerRow + 1).filter((cells) => filled(cells) > 0);
  const columns = Array.from(
    { length: Math.max(0, ...table.map((cells) => cells.length)) },
    (_, column) => column,
  );
  const scoreShare = (column: number): number =>
    body.filter((cells) => isScore(cells[column])).length / Math.max(1, body.length);
  const id =
    columns.find((column) => ID_WORDS.test(heading[column]?.trim() ?? '')) ??
    columns.find((column) => scoreShare(column) < 0.5) ??
    columns[0] ??
    null;
  const numeric = columns.filter((column) => column !== id && scoreShare(column) >= 0.5);
  const named = (words: RegExp): number | undefined =>
    columns.find((column) => column !== id && words.test(heading[column]?.trim() ?? ''));
  const before = named(BEFORE_WORDS) ?? numeric.find((column) => column !== named(AFTER_WORDS)) ?? null;
  const after = named(AFTER_WORDS) ?? numeric.find((column) => column !== before) ?? null;
  return { headerRow: headerRow < 0 ? null : headerRow, decimal, id, before, after };
}

/**
 * The wide mapping of a guess, or null when a column is still open.
 * @param guess see guessMapping
 */
export function mappingOf(guess: Pick<MappingGuess, 'id' | 'before' | 'after'>): ColumnMapping | null {
  const { id, before, after } = guess;
  if (id === null || before === null || after === null) return null;
  return { layout: 'wide', id, before, after, idAfter: null };
}
