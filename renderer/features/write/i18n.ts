import type write from '@resources/locales/en/write.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    write: typeof write;
  }
}
