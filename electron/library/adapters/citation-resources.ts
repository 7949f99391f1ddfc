import apa from '@resources/csl/styles/apa.csl?raw';
import harvard from '@resources/csl/styles/harvard-cite-them-right.csl?raw';
import enGB from '@resources/csl/locales/locales-en-GB.xml?raw';
import enUS from '@resources/csl/locales/locales-en-US.xml?raw';
import ukUA from '@resources/csl/locales/locales-uk-UA.xml?raw';
import type { StyleSource } from './citation-engine';

const STYLES: ReadonlyMap<string, string> = new Map([
  ['apa', apa],
  ['harvard-cite-them-right', harvard],
]);

const LOCALES: ReadonlyMap<string, string> = new Map([
  ['en-GB', enGB],
  ['en-US', enUS],
  ['uk-UA', ukUA],
]);

/** The styles and locales shipped with the program; they are part of the built worker, so no path can go stale. */
export const bundledStyles: StyleSource = {
  style: (id) => STYLES.get(id),
  locale: (lang) => LOCALES.get(lang),
};
