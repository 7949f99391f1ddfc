import type exchange from '@resources/locales/en/exchange.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    exchange: typeof exchange;
  }
}
