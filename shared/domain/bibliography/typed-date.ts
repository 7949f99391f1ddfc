import type { CslDate } from './csl-item';

/** Words for a part of a date, lower case, in the two languages of the app; stems match by their beginning. */
const MONTH_STEMS: readonly (readonly string[])[] = [
  ['jan', 'січ'],
  ['feb', 'лют'],
  ['mar', 'бер'],
  ['apr', 'кві'],
  ['may', 'тра'],
  ['jun', 'чер'],
  ['jul', 'лип'],
  ['aug', 'сер'],
  ['sep', 'вер'],
  ['oct', 'жов'],
  ['nov', 'лис'],
  ['dec', 'гру'],
];
const SEASONS: readonly RegExp[] = [
  /^(?:spring|весна|весни|весною|навесні)$/,
  /^(?:summer|літо|літа|літом|влітку)$/,
  /^(?:autumn|fall|осінь|осені|восени)$/,
  /^(?:winter|зима|зими|зимою|взимку)$/,
];
const CIRCA = /^(?:(?:circa|ca|c|about|around|approx|приблизно|близько|бл|прибл|орієнтовно)\b\.?|~|≈)\s*/u;
const CIRCA_UK = /^(?:приблизно|близько|прибл\.?|бл\.?|орієнтовно)\s+/u;
const YEAR_WORDS = /\s*(?:рр?\.?|року|рік|роки|років)$/u;

interface Reading {
  readonly parts: readonly number[];
  readonly season?: number;
}

/**
 * Reads a date as a person types it, in English or Ukrainian: `2019`, `2019-03-14`, `14.03.2019`, `14 March 2019`,
 * `березень 2019`, `2018/2020`, `2019-03 – 2019-05`, `spring 2019`, `circa 1990`, `бл. 1990`, `1990?`.
 * @param typed what was typed
 * @returns the date (seasons 1 to 4 from spring); null for empty text; undefined when it cannot be read
 */
export function readTypedDate(typed: string): CslDate | null | undefined {
  const clean = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (clean === '') return null;
  const isCirca = CIRCA.test(clean) || CIRCA_UK.test(clean) || /\d[?~]$/.test(clean);
  const bare = clean
    .replace(CIRCA_UK, '')
    .replace(CIRCA, '')
    .replace(/[?~]$/, '')
    .replace(YEAR_WORDS, '')
    .trim();
  const circa = isCirca ? { circa: true } : {};
  const whole = readOne(bare);
  if (whole)
    return {
      'date-parts': [[...whole.parts]],
      ...(whole.season === undefined ? {} : { season: whole.season }),
      ...circa,
    };
  for (const [from, to] of splits(bare)) {
    const start = readOne(from);
    const end = readOne(to);
    if (!start || !end || start.season !== undefined || end.season !== undefined) continue;
    if (compareParts(start.parts, end.parts) > 0) continue;
    return { 'date-parts': [[...start.parts], [...end.parts]], ...circa };
  }
  return undefined;
}

/** The ways to cut a text in two at a sign for "to". */
function splits(text: string): (readonly [string, string])[] {
  return [...text.matchAll(/\s*(?:\/|–|—|--|\.\.|\bto\b|-)\s*/gu)].map(
    (match) => [text.slice(0, match.index), text.slice(match.index + match[0].length)] as const,
  );
}

function readOne(text: string): Reading | undefined {
  const iso = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(text);
  if (iso) return reading(iso[1], iso[2], iso[3]);
  const printed = /^(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})$/.exec(text);
  if (printed) return reading(printed[3], printed[2], printed[1]);
  const words = text.replace(/[,.]/g, ' ').split(/\s+/).filter(Boolean);
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const [year] = years;
  if (year === undefined || years.length > 1) return undefined;
  const others = words.filter((word) => word !== year);
  const [first = '', second] = others;
  const season = SEASONS.findIndex((pattern) => pattern.test(first));
  if (others.length === 1 && season >= 0) return { parts: [Number(year)], season: season + 1 };
  if (others.length === 1) return worded(year, first, undefined);
  if (others.length !== 2 || second === undefined) return undefined;
  const day = (word: string): string | undefined => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return day(first) === undefined ? worded(year, first, day(second)) : worded(year, second, day(first));
}

function worded(year: string, month: string, day: string | undefined): Reading | undefined {
  const index = MONTH_STEMS.findIndex((stems) => stems.some((stem) => month.startsWith(stem)));
  return index < 0 ? undefined : reading(year, String(index + 1), day);
}

function reading(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Reading | undefined {
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  const [y = 0, m, d] = parts;
  if (m !== undefined && (m < 1 || m > 12)) return undefined;
  // Day 0 of the next month is the last day of this one.
  if (d !== undefined && (d < 1 || d > new Date(Date.UTC(y, m ?? 1, 0)).getUTCDate())) return undefined;
  return { parts };
}

function compareParts(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Names of seasons, from spring. */
export const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'] as const;
export type SeasonName = (typeof SEASON_NAMES)[number];

/** @param season a CSL season: 1 to 4, or 21 to 24 as EDTF counts; @returns its name */
export function seasonName(season: number | undefined): SeasonName | undefined {
  return season === undefined ? undefined : SEASON_NAMES[(season > 20 ? season - 20 : season) - 1];
}

/**
 * The text to edit a date by: `readTypedDate` of it gives the date back.
 * @param date a CSL date @param seasonWord a season in the language of the person @param circaWord "circa" in it
 */
export function typedDate(
  date: CslDate,
  seasonWord: (season: SeasonName) => string,
  circaWord: string,
): string {
  const parts = date['date-parts'];
  if (!parts) return date.literal ?? '';
  const iso = parts
    .map((part) => part.map((value, index) => String(value).padStart(index === 0 ? 4 : 2, '0')).join('-'))
    .join('/');
  const season = seasonName(date.season);
  const text = season === undefined ? iso : `${seasonWord(season)} ${String(parts[0]?.[0] ?? '')}`;
  return date.circa === true ? `${circaWord} ${text}` : text;
}
