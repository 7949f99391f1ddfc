import type settings from '@resources/locales/en/settings.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    settings: typeof settings;
  }
}
