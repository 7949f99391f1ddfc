import type commands from '@resources/locales/en/commands.json';
import type common from '@resources/locales/en/common.json';
import type desk from '@resources/locales/en/desk.json';
import type shell from '@resources/locales/en/shell.json';

/**
 * The translated words by namespace. Each feature adds its own, beside its code, in `i18n.ts`:
 * `declare module '../../lib/i18n-types' { interface LocaleResources { reader: typeof reader } }`.
 */
export interface LocaleResources {
  commands: typeof commands;
  common: typeof common;
  desk: typeof desk;
  shell: typeof shell;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: LocaleResources;
  }
}
