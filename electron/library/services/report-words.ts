import en from '@resources/locales/en/write.json';
import uk from '@resources/locales/uk/write.json';
import type { TemplateLanguage } from '@shared/domain/report/template';

/** Words that go into the report itself, in the language of the report (not of the window). */
export type ReportWords = typeof en;

/** @param language language of the report */
export function reportWords(language: TemplateLanguage): ReportWords {
  return language === 'uk' ? uk : en;
}

/**
 * Fills `{{name}}` placeholders, the same syntax the window's translations use.
 * @param text a sentence of the locale file
 * @param values one value per placeholder
 */
export function fillWords(text: string, values: Readonly<Record<string, string | number>>): string {
  return text
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
    .replace(/ +/g, ' ')
    .replace(/ ([;,.)])/g, '$1')
    .trim();
}

/**
 * Writes numbers as the language of the report does: `3.5` or `3,5`.
 * @param language language of the report
 * @param digits decimals, always printed
 */
export function numberWriter(language: TemplateLanguage, digits: number): (value: number) => string {
  const format = new Intl.NumberFormat(language === 'uk' ? 'uk-UA' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => format.format(value);
}
