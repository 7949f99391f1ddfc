import type search from '@resources/locales/en/search.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    search: typeof search;
  }
}
