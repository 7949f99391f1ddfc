import type items from '@resources/locales/en/items.json';
import type library from '@resources/locales/en/library.json';
import type searches from '@resources/locales/en/searches.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    /** The record side of the library: types, fields, notes, reading log, batch edit. */
    items: typeof items;
    library: typeof library;
    searches: typeof searches;
  }
}
