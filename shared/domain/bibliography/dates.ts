import type { CslDate, CslItem } from './csl-item';

/** @param date a CSL date; @returns the year it (or its range) begins in, when known */
export function yearOf(date: CslDate | undefined): number | undefined {
  const year = date?.['date-parts']?.[0]?.[0];
  if (year !== undefined) return year;
  const printed = /\b(1[4-9]\d\d|20\d\d)\b/.exec(date?.literal ?? '');
  return printed ? Number(printed[1]) : undefined;
}

/** @param item a record; @returns its year of issue, else of submission or of the event */
export function issuedYear(item: CslItem): number | undefined {
  return yearOf(item.issued) ?? yearOf(item.submitted) ?? yearOf(item['event-date']);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function validParts(year: number, month?: number, day?: number): CslDate {
  const monthIsValid = month !== undefined && month >= 1 && month <= 12;
  if (!monthIsValid) return { 'date-parts': [[year]] };
  const dayIsValid = day !== undefined && day >= 1 && day <= 31;
  return { 'date-parts': [dayIsValid ? [year, month, day] : [year, month]] };
}

/**
 * Reads a date as bibliographies print it: 2024, 2024-05-03, 2024/05//, 05/2024, 2012 Mar 16, 16 March 2012, 2019/2020, c. 1900.
 * @param value date text
 * @returns a CSL date (`literal` when no year can be read), or undefined for empty text
 */
export function parseDate(value: string): CslDate | undefined {
  const clean = value.trim();
  if (clean === '' || /^[/-]+$/.test(clean)) return undefined;
  const circa = /^(?:ca?\.?|circa|~)\s*(?=\d)|\d[~?]$/i.test(clean) ? { circa: true } : {};
  const bare = clean.replace(/^(?:ca?\.?|circa|~)\s*(?=\d)/i, '').replace(/[~?]$/, '');
  const range = /^(\d{4})\s*(?:\/|-|–|--)\s*(\d{4})$/.exec(bare);
  if (range) return { 'date-parts': [[Number(range[1])], [Number(range[2])]], ...circa };
  const isoRange = /^(\d{4}-\d\d(?:-\d\d)?)\/(\d{4}-\d\d(?:-\d\d)?)$/.exec(bare);
  if (isoRange) {
    const parts = [isoRange[1], isoRange[2]].flatMap((part) => parseDate(part ?? '')?.['date-parts'] ?? []);
    return { 'date-parts': parts, ...circa };
  }
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(bare);
  if (compact) return { ...validParts(Number(compact[1]), Number(compact[2]), Number(compact[3])), ...circa };
  const numeric = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:\D.*)?$/.exec(bare);
  const monthFirst = /^(0?[1-9]|1[0-2])[/.](\d{4})$/.exec(bare);
  if (monthFirst) return { ...validParts(Number(monthFirst[2]), Number(monthFirst[1])), ...circa };
  const worded = /\b(\p{Letter}{3,})\b/u.exec(bare);
  const month = worded ? MONTHS.indexOf((worded[1] ?? '').toLowerCase().slice(0, 3)) + 1 : 0;
  if (month > 0) {
    const year = /\b(\d{4})\b/.exec(bare);
    const day = /\b(\d{1,2})\b/.exec(bare);
    if (year) return { ...validParts(Number(year[1]), month, day ? Number(day[1]) : undefined), ...circa };
  }
  if (numeric) {
    const [, year, monthText, dayText] = numeric;
    return {
      ...validParts(
        Number(year),
        monthText ? Number(monthText) : undefined,
        dayText ? Number(dayText) : undefined,
      ),
      ...circa,
    };
  }
  return { literal: clean };
}

/**
 * @param date a CSL date
 * @returns ISO 8601 / EDTF text: 2024, 2024-05, 2024-05-03, 2019/2020, or the literal
 */
export function dateToIso(date: CslDate): string {
  const parts = date['date-parts'];
  if (!parts) return date.literal ?? '';
  return parts
    .map((part) => part.map((value, index) => String(value).padStart(index === 0 ? 4 : 2, '0')).join('-'))
    .join('/');
}
