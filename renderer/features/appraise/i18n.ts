import type appraisal from '@resources/locales/en/appraisal.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    appraisal: typeof appraisal;
  }
}
