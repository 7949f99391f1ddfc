import type { CslDate } from './csl-item';

/** Extended Date/Time Format (ISO 8601-2) as far as CSL dates go: what biblatex, Zotero and CSL-JSON exchange. */

const ONE_DATE = /^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?([~?%])?$/;

/** Seasons of EDTF (also those told by hemisphere and quarters) as CSL numbers. */
function seasonOf(month: number): number | undefined {
  if (month >= 21 && month <= 24) return month - 20;
  if (month >= 25 && month <= 32) return ((month - 25) % 4) + 1;
  return undefined;
}

/**
 * Reads an EDTF date or range: 2021, 2021-05, 2021-05-03, 2021-21 (spring), 1900~, -0044, 2019/2020-02.
 * @param value text of a date field
 * @returns a CSL date, or undefined when it is not EDTF or has no counterpart in CSL (open ranges, 19XX)
 */
export function parseEdtf(value: string): CslDate | undefined {
  const ends = value.trim().split('/');
  if (ends.length > 2) return undefined;
  const parts: number[][] = [];
  let circa = false;
  let season: number | undefined;
  for (const end of ends) {
    const match = ONE_DATE.exec(end.trim());
    if (match === null) return undefined;
    const [, year, monthText, dayText, doubt] = match;
    circa ||= doubt !== undefined;
    const month = Number(monthText ?? 0);
    const day = Number(dayText ?? 0);
    const found = seasonOf(month);
    if (found !== undefined) season = found;
    else if (month > 12 || day > 31) return undefined;
    const hasMonth = month > 0 && found === undefined;
    parts.push([Number(year), ...(hasMonth ? [month] : []), ...(hasMonth && day > 0 ? [day] : [])]);
  }
  return {
    'date-parts': parts,
    ...(season === undefined || ends.length > 1 ? {} : { season }),
    ...(circa ? { circa: true } : {}),
  };
}

/**
 * Writes a date as EDTF; {@link parseEdtf} reads it back.
 * @param date a CSL date
 * @returns EDTF, or undefined when the date is only printed words
 */
export function writeEdtf(date: CslDate): string | undefined {
  const parts = date['date-parts'];
  if (parts === undefined) return undefined;
  const doubt = date.circa === true ? '~' : '';
  const isSeason = date.season !== undefined && parts.length === 1 && parts[0]?.length === 1;
  return parts
    .map(([year = 0, month, day]) => {
      const digits = String(Math.abs(year)).padStart(4, '0');
      const season = isSeason ? `-${String(20 + (date.season ?? 1))}` : '';
      const two = (value: number | undefined): string =>
        value === undefined ? '' : `-${String(value).padStart(2, '0')}`;
      return `${year < 0 ? '-' : ''}${digits}${season}${two(month)}${two(day)}${doubt}`;
    })
    .join('/');
}

const SEASON_WORDS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:spring|printemps|frühling|frühjahr|primavera)\b|весн/iu, 1],
  [/\b(?:summer|été|sommer|verano)\b|літ[оа]|лето/iu, 2],
  [/\b(?:autumn|fall|automne|herbst|otoño)\b|осін|осень/iu, 3],
  [/\b(?:winter|hiver|invierno)\b|зим/iu, 4],
];

/** @param value words beside a year ("Spring", "Осінь") @returns the CSL season, 1 (spring) to 4 (winter) */
export function findSeason(value: string): number | undefined {
  return SEASON_WORDS.find(([pattern]) => pattern.test(value))?.[1];
}
