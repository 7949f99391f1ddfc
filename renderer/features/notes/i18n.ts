import type items from '@resources/locales/en/items.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    items: typeof items;
  }
}
