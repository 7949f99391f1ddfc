import { findSeason, parseDate, parseEdtf, writeEdtf, type CslDate } from '../../domain/bibliography';

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const SLASHED = /^(\d{1,4})\/(\d{0,2})\/(\d{0,2})(?:\/(.*))?$/;

/**
 * Reads a RIS date: `YYYY/MM/DD/other words`, or whatever else databases put there.
 * @param value content of `PY`, `Y1`, `DA` or `Y2`
 */
export function readRisDate(value: string): CslDate | undefined {
  const match = SLASHED.exec(value.trim());
  if (match === null || (match[2] === '' && match[3] === '' && (match[4] ?? '') === ''))
    return parseDate(value.replace(/\/+\s*$/, ''));
  const [, yearText, monthText, dayText, other = ''] = match;
  const month = Number(monthText);
  const day = Number(dayText);
  const words = other.trim();
  const whole = words === '' ? undefined : parseEdtf(words);
  if (whole !== undefined) return whole;
  const about = /^ca?\.?\b|\bcirca\b/i.test(words) ? { circa: true } : {};
  const parts = [Number(yearText), ...(month >= 1 && month <= 12 ? [month] : [])];
  if (parts.length === 2 && day >= 1 && day <= 31) parts.push(day);
  const season = parts.length === 1 ? findSeason(words) : undefined;
  return { 'date-parts': [parts], ...(season === undefined ? {} : { season }), ...about };
}

/**
 * Writes a date as RIS has it; ranges and other things RIS has no place for go into its last part as EDTF.
 * @param date a CSL date
 * @returns `YYYY/MM/DD/…`, or the words of a date that is only words
 */
export function writeRisDate(date: CslDate): string {
  const parts = date['date-parts'];
  if (parts === undefined) return date.literal ?? '';
  const [year = 0, month, day] = parts[0] ?? [];
  const two = (value: number | undefined): string =>
    value === undefined ? '' : String(value).padStart(2, '0');
  const isPlain = parts.length === 1 && year >= 0;
  const season = date.season === undefined || month !== undefined ? undefined : SEASONS[date.season - 1];
  const words = [date.circa === true ? 'ca.' : '', season ?? ''].filter(Boolean).join(' ');
  const other = isPlain ? words : (writeEdtf(date) ?? '');
  return `${String(Math.abs(year)).padStart(4, '0')}/${two(month)}/${two(day)}/${other}`;
}
