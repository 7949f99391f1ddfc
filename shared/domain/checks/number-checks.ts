import type { CslDate, CslItem } from '../bibliography/csl-item';
import { parseDate, yearOf } from '../bibliography/dates';
import { rewriteCheck, textCheck, type Found, type RecordCheck } from './check';

const DATES = ['issued', 'original-date', 'event-date', 'accessed', 'submitted', 'available-date'] as const;
const FIRST_PRINTED_YEAR = 1450;

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;

function dateFindings(item: CslItem, find: (date: CslDate) => boolean): readonly Found[] {
  return DATES.flatMap((field) => {
    const date = item[field];
    return date !== undefined && find(date) ? [{ field, value: words(date) }] : [];
  });
}

function words(date: CslDate): string {
  return date.literal ?? (date['date-parts'] ?? []).map((part) => part.join('-')).join('/');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isReversed(pages: string): boolean {
  const match = /^(\d+)\s*[-–—]+\s*(\d+)$/.exec(pages.trim());
  if (match === null) return false;
  const [, from = '', to = ''] = match;
  // "123-7" and "1205-11" are short ways to write an end.
  return to.length >= from.length && Number(to) < Number(from);
}

/** Checks of dates, pages and numbers. */
export const NUMBER_CHECKS: readonly RecordCheck[] = [
  {
    id: 'year-range',
    severity: 'error',
    find: (item, context) =>
      dateFindings(item, (date) => {
        const year = yearOf(date);
        return year !== undefined && (year < FIRST_PRINTED_YEAR || year > context.year + 2);
      }),
  },
  {
    id: 'date-impossible',
    severity: 'error',
    find: (item) =>
      dateFindings(item, (date) =>
        (date['date-parts'] ?? []).some(([year = 0, month, day]) => {
          if (month === undefined) return false;
          // 13 to 24 are seasons and parts of a year in CSL.
          if (month < 1 || month > 24) return true;
          return day !== undefined && (day < 1 || day > (month > 12 ? 31 : daysIn(year, month)));
        }),
      ),
  },
  {
    id: 'date-words',
    severity: 'warning',
    find: ({ issued }) => {
      if (issued?.literal === undefined || issued['date-parts'] !== undefined) return [];
      // A year in words that say more ("in press 2021") is still not a date that sorts.
      const read = parseDate(issued.literal);
      return [
        {
          field: 'issued',
          value: issued.literal,
          ...(read?.['date-parts'] === undefined ? {} : { fix: { issued: read } }),
        },
      ];
    },
  },
  {
    id: 'dates-conflict',
    severity: 'warning',
    find: (item) => {
      const year = yearOf(item.issued);
      if (year === undefined) return [];
      return (['original-date', 'submitted', 'accessed'] as const).flatMap((field) => {
        const other = yearOf(item[field]);
        const isWrong = other !== undefined && (field === 'accessed' ? other < year : other > year);
        return isWrong ? [{ field, value: `${String(other)} / ${String(year)}` }] : [];
      });
    },
  },
  {
    id: 'month-misplaced',
    severity: 'warning',
    find: (item) =>
      (['issue', 'volume', 'page', 'number'] as const).flatMap((field) => {
        const text = item[field];
        if (text === undefined || !MONTH.test(text.trim())) return [];
        const [first] = item.issued?.['date-parts'] ?? [];
        const year = first?.[0];
        const issued =
          year !== undefined && first?.length === 1
            ? parseDate(`${text.replace('.', '')} ${String(year)}`)
            : undefined;
        return [{ field, value: text, ...(issued === undefined ? {} : { fix: { [field]: null, issued } }) }];
      }),
  },
  textCheck('pages-reversed', 'warning', ['page'], (text) =>
    text.split(/[,;]/).some(isReversed) ? { value: text } : undefined,
  ),
  rewriteCheck('pages-dash', 'hint', ['page'], (text) =>
    text.replace(
      /(?<=[\p{Number}\p{Letter}])\s*(?:--+|[–—−‐‑‒])\s*(?=[\p{Number}\p{Letter}])|(?<=\d)\s+-\s*(?=\d)|(?<=\d)-\s+(?=\d)/gu,
      '-',
    ),
  ),
  rewriteCheck('pages-prefix', 'hint', ['page'], (text) =>
    text.replace(/^(?:pp?|pages?|[сc]{1,2}|стор)\.?\s*(?=\d)/iu, ''),
  ),
  rewriteCheck('number-prefix', 'hint', ['volume', 'issue'], (text) =>
    text.replace(
      /^(?:vol(?:ume)?|iss(?:ue)?|no|nr|number|т(?:ом)?|вип(?:уск)?)\b\.?\s*(?=\d)|^№\s*(?=\d)/iu,
      '',
    ),
  ),
];
