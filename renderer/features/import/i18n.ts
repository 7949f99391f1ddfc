import type importWords from '@resources/locales/en/import.json';

declare module '../../lib/i18n-types' {
  interface LocaleResources {
    import: typeof importWords;
  }
}

declare module '../../lib/slots' {
  interface SlotProps {
    /** Over every place of the window: what is dropped or opened from anywhere. */
    'app.layer': object;
  }
}
