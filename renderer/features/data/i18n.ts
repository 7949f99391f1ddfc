import type data from '@resources/locales/en/data.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    data: typeof data;
  }
}
