import type importWords from '@resources/locales/en/import.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    import: typeof importWords;
  }
}
