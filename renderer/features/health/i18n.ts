import type health from '@resources/locales/en/health.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    health: typeof health;
  }
}
