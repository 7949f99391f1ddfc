import type common from '@resources/locales/en/common.json';

/**
 * The translated words by namespace. Each feature adds its own, beside its code:
 * `declare module '../../lib/i18n-types' { interface LocaleResources { reader: typeof reader } }`.
 */
export interface LocaleResources {
  common: typeof common;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: LocaleResources;
  }
}
