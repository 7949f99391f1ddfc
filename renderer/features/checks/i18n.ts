import type checks from '@resources/locales/en/checks.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    checks: typeof checks;
  }
}
