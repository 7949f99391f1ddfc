import type { i18n as I18n } from 'i18next';
import type { Failure } from '@shared/lib/result';

/**
 * The plain words of an expected failure: what happened and what to do.
 * Looks for `errors.<code>` in the namespace named like the area of the code ("library.item-missing" -> library),
 * then in every namespace; a code without words gives the general sentence with the code in it.
 * @param i18n the running i18next instance
 * @param failure code and values for the placeholders
 */
export function failureWords(i18n: I18n, failure: Failure): string {
  const area = failure.code.split('.')[0] ?? '';
  const namespaces = Object.keys(i18n.getDataByLanguage('en') ?? {}).sort(
    (a, b) => Number(b === area) - Number(a === area),
  );
  for (const namespace of namespaces) {
    const key: string = `${namespace}:errors.${failure.code}`;
    const words: string = i18n.t(key, { defaultValue: '', ...failure.details });
    if (words !== '') return words;
  }
  return i18n.t('failure.unknown', { ns: 'common', code: failure.code });
}
