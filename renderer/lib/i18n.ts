import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import './i18n-types';

export const languages = ['en', 'uk'] as const;
export type Language = (typeof languages)[number];

/** Name of each language in itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', uk: 'Українська' };

type Words = Record<string, unknown>;
const files = import.meta.glob<Words>('../../resources/locales/*/*.json', { eager: true, import: 'default' });

function resources(): Record<string, Record<string, Words>> {
  const found: Record<string, Record<string, Words>> = {};
  for (const [path, words] of Object.entries(files)) {
    const [, language, namespace] = /\/([a-z]{2})\/([a-z-]+)\.json$/.exec(path) ?? [];
    if (language !== undefined && namespace !== undefined) (found[language] ??= {})[namespace] = words;
  }
  return found;
}

/** @param code any language tag @returns the app's language nearest to it (English when there is none) */
export function nearestLanguage(code: string): Language {
  return languages.find((language) => code.toLowerCase().startsWith(language)) ?? 'en';
}

/**
 * Starts the translations; every namespace is bundled, so a switch of language needs no loading.
 * @param language the language to begin with
 */
export async function startI18n(language: Language): Promise<I18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: resources(),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  i18next.on('languageChanged', (next) => {
    document.documentElement.lang = next;
  });
  return i18next;
}
