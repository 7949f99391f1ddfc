import type reader from '@resources/locales/en/reader.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    reader: typeof reader;
  }
}
