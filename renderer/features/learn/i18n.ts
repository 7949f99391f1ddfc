import type learn from '@resources/locales/en/learn.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    learn: typeof learn;
  }
}
