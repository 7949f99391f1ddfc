import type library from '@resources/locales/en/library.json';
import type searches from '@resources/locales/en/searches.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    library: typeof library;
    searches: typeof searches;
  }
}
