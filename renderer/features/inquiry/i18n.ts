import type inquiry from '@resources/locales/en/inquiry.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    inquiry: typeof inquiry;
  }
}
