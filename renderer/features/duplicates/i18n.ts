import type duplicates from '@resources/locales/en/duplicates.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    duplicates: typeof duplicates;
  }
}
