import type library from '@resources/locales/en/library.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    library: typeof library;
  }
}
