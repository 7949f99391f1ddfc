import { useMemo } from 'react';
import { useFormats } from '../../lib/format';

/** Numbers of results in the user's notation, with as many decimals as they deserve. */
export interface ResultNumbers {
  /** Means, changes and other points: one decimal. */
  readonly points: (value: number) => string;
  /** A change with its sign, one decimal. */
  readonly signed: (value: number) => string;
  /** Effect sizes and correlations: two decimals. */
  readonly effect: (value: number) => string;
  /** Effect sizes with their sign. */
  readonly signedEffect: (value: number) => string;
  /** A score as it was given, at most two decimals. */
  readonly score: (value: number) => string;
  /** 0..1 as whole per cent. */
  readonly percent: (share: number) => string;
  /** "= 0.008" or "< 0.001", to stand after "p". */
  readonly p: (value: number) => string;
  /** A p-value as a bare number for a sentence. */
  readonly bareP: (value: number) => string;
}

/** A true minus instead of the hyphen that some locales print. */
function minus(text: string): string {
  return text.replace('-', '−');
}

const SMALLEST_P = 0.001;

/** @param locale full locale tag */
export function resultNumbers(locale: string): ResultNumbers {
  const fixed = (digits: number, options: Intl.NumberFormatOptions = {}): ((value: number) => string) => {
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      ...options,
    });
    return (value) => minus(format.format(value));
  };
  const three = fixed(3);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    points: fixed(1),
    signed: fixed(1, { signDisplay: 'exceptZero' }),
    effect: fixed(2),
    signedEffect: fixed(2, { signDisplay: 'exceptZero' }),
    score: (value) => minus(whole.format(value)),
    percent: fixed(0, { style: 'percent' }),
    p: (value) => (value < SMALLEST_P ? `< ${three(SMALLEST_P)}` : `= ${three(value)}`),
    bareP: three,
  };
}

/** See ResultNumbers; follows the user's language. */
export function useResultNumbers(): ResultNumbers {
  const { locale } = useFormats();
  return useMemo(() => resultNumbers(locale), [locale]);
}
