import { useTranslation } from 'react-i18next';

export interface Formats {
  /** Full locale tag, e.g. "en-GB". */
  readonly locale: string;
  /** A whole or decimal number, at most `digits` decimals. */
  readonly number: (value: number, digits?: number) => string;
  /** A date without time from an ISO string, e.g. "3 February 2026". */
  readonly date: (iso: string) => string;
  /** Date and time from an ISO string, in the computer's time zone. */
  readonly dateTime: (iso: string) => string;
  /** "3 days ago", "yesterday". */
  readonly ago: (iso: string, now?: Date) => string;
  /** Bytes as kB, MB or GB. */
  readonly bytes: (value: number) => string;
  /** "a, b and c". */
  readonly list: (parts: readonly string[]) => string;
  /** Compares two texts in the order of the language. */
  readonly compare: (a: string, b: string) => number;
}

const localeTags: Readonly<Record<string, string>> = { en: 'en-GB', uk: 'uk-UA' };
const day = 86_400_000;

const known = new Map<string, Formats>();

/**
 * The ways to write numbers, dates and lists in a language. Made once per language, each when it is first needed: making one
 * takes longer than drawing a row, and every row asks for them.
 * @param language an app language
 */
export function formatsFor(language: string): Formats {
  const found = known.get(language) ?? makeFormats(language);
  known.set(language, found);
  return found;
}

function makeFormats(language: string): Formats {
  const locale = localeTags[language] ?? language;
  const date = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }));
  const dateTime = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const collator = once(() => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }));
  const numbers = new Map<number, Intl.NumberFormat>();
  const numberOf = (digits: number): Intl.NumberFormat => {
    const format = numbers.get(digits) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    numbers.set(digits, format);
    return format;
  };
  return {
    locale,
    number: (value, digits = 2) => numberOf(digits).format(value),
    date: (iso) => date().format(new Date(iso)),
    dateTime: (iso) => dateTime().format(new Date(iso)),
    ago: (iso, now = new Date()) => {
      const passed = new Date(iso).getTime() - now.getTime();
      const size = Math.abs(passed);
      if (size < 60_000) return relative().format(0, 'minute');
      if (size < 3_600_000) return relative().format(Math.round(passed / 60_000), 'minute');
      if (size < day) return relative().format(Math.round(passed / 3_600_000), 'hour');
      if (size < 30 * day) return relative().format(Math.round(passed / day), 'day');
      return date().format(new Date(iso));
    },
    bytes: (value) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const step = Math.min(units.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3));
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: units[step] ?? 'byte',
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step < 2 ? 0 : 1,
      }).format(value / 1000 ** step);
    },
    list: (parts) => list().format(parts),
    compare: (a, b) => collator().compare(a, b),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Numbers, dates and lists in the user's language; changes with it. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  return formatsFor(language);
}
