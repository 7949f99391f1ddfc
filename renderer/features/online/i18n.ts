import type online from '@resources/locales/en/online.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    online: typeof online;
  }
}
