import { findDoi, findIsbns, isPreprintDoi } from '../bibliography/identifiers';
import { rewriteCheck, textCheck, type RecordCheck } from './check';

const DIGITS_AND_X = /[^0-9X]/g;

/** Check digit of an ISSN, ISO 3297. @param digits eight characters */
function isIssn(digits: string): boolean {
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (8 - index),
    0,
  );
  return /^\d{7}[\dX]$/.test(digits) && sum % 11 === 0;
}

/** Check digit of an ORCID iD, ISO 7064 MOD 11-2. @param orcid "0000-0002-1825-0097" */
export function isOrcid(orcid: string): boolean {
  const digits = orcid.toUpperCase().replace(DIGITS_AND_X, '');
  if (!/^\d{15}[\dX]$/.test(digits)) return false;
  const total = Array.from(digits.slice(0, 15)).reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return (check === 10 ? 'X' : String(check)) === digits[15];
}

const URL_SHAPE = /^(?:https?|ftp):\/\/[^\s/?#.]+(?:\.[^\s/?#.]+)+(?::\d+)?(?:[/?#]\S*)?$/i;

/** Names of languages, and three-letter codes, as other programs write them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  eng: 'en',
  англійська: 'en',
  ukrainian: 'uk',
  ukr: 'uk',
  українська: 'uk',
  ua: 'uk',
  german: 'de',
  deutsch: 'de',
  ger: 'de',
  deu: 'de',
  french: 'fr',
  français: 'fr',
  fre: 'fr',
  fra: 'fr',
  spanish: 'es',
  español: 'es',
  spa: 'es',
  polish: 'pl',
  polski: 'pl',
  pol: 'pl',
  italian: 'it',
  ita: 'it',
  portuguese: 'pt',
  por: 'pt',
  dutch: 'nl',
  dut: 'nl',
  nld: 'nl',
  russian: 'ru',
  rus: 'ru',
  chinese: 'zh',
  chi: 'zh',
  zho: 'zh',
  japanese: 'ja',
  jpn: 'ja',
};
/** Two-letter language, or a three-letter one that has no shorter form, with script and region (BCP 47). */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;

function languageTag(text: string): string {
  const known = LANGUAGES[text.trim().toLowerCase().replace(/\.$/, '')];
  if (known !== undefined) return known;
  const [language = '', region, ...rest] = text.trim().split(/[-_]/);
  if (!/^[a-z]{2,3}$/i.test(language) || rest.length > 0) return text;
  if (region === undefined) return language.toLowerCase();
  return /^[a-z]{2}$/i.test(region) ? `${language.toLowerCase()}-${region.toUpperCase()}` : text;
}

/** Checks of numbers and addresses by which a work is found. */
export const IDENTIFIER_CHECKS: readonly RecordCheck[] = [
  textCheck('doi-invalid', 'error', ['DOI'], (text) =>
    findDoi(text) === undefined ? { value: text } : undefined,
  ),
  rewriteCheck('doi-address', 'hint', ['DOI'], (text) => findDoi(text) ?? text),
  {
    id: 'doi-in-url',
    severity: 'hint',
    find: ({ DOI, URL }) => {
      const found =
        DOI === undefined && URL !== undefined && /doi\.org\//i.test(URL) ? findDoi(URL) : undefined;
      return found === undefined ? [] : [{ field: 'URL', value: URL ?? '', fix: { DOI: found, URL: null } }];
    },
  },
  textCheck('isbn-invalid', 'error', ['ISBN'], (text) => {
    const numbers = text.match(/(?:\d[-\s]?){9,12}[\dXx]/g) ?? [];
    return findIsbns(text).length < Math.max(1, numbers.length) ? { value: text } : undefined;
  }),
  textCheck('issn-invalid', 'error', ['ISSN'], (text) => {
    const numbers = text.toUpperCase().match(/\d{4}[-–\s]?\d{3}[\dX]/g) ?? [];
    const valid = numbers.length > 0 && numbers.every((number) => isIssn(number.replace(DIGITS_AND_X, '')));
    return valid ? undefined : { value: text };
  }),
  rewriteCheck('issn-format', 'hint', ['ISSN'], (text) =>
    /^\d{7}[\dXx]$/.test(text.trim())
      ? `${text.trim().slice(0, 4)}-${text.trim().slice(4).toUpperCase()}`
      : text,
  ),
  textCheck('orcid-invalid', 'warning', ['note', 'annote'], (text) => {
    const found = /orcid[^0-9]{0,20}((?:\d{4}-?){3}\d{3}[\dX])/i.exec(text)?.[1];
    return found !== undefined && !isOrcid(found) ? { value: found } : undefined;
  }),
  textCheck('url-invalid', 'warning', ['URL'], (text) => {
    const address = text.trim();
    if (URL_SHAPE.test(address)) return undefined;
    const whole = `https://${address.replace(/^(?:https?:?\/*|\/\/)/i, '')}`;
    return URL_SHAPE.test(whole) ? { value: text, fixed: whole } : { value: text };
  }),
  textCheck('language-invalid', 'warning', ['language'], (text) => {
    const fixed = languageTag(text);
    if (fixed === text && LANGUAGE_TAG.test(text)) return undefined;
    return LANGUAGE_TAG.test(fixed) ? { value: text, fixed } : { value: text };
  }),
  textCheck('key-signs', 'warning', ['citation-key'], (text) => {
    // What BibTeX and TeX cannot have in a key (peers (c) "Citekeys").
    const fixed = text.replace(/[\s{}(),="#%~'\\?!;^$`]/g, '');
    return fixed === text ? undefined : { value: text, ...(fixed === '' ? {} : { fixed }) };
  }),
  {
    id: 'preprint-published',
    severity: 'hint',
    find: ({ type, genre, DOI, 'container-title': container }) => {
      const saysPreprint = type === 'article' || /preprint/i.test(genre ?? '');
      if (!saysPreprint || DOI === undefined || container === undefined || isPreprintDoi(DOI)) return [];
      return [
        {
          field: 'type',
          value: container,
          fix: { type: 'article-journal', ...(/preprint/i.test(genre ?? '') ? { genre: null } : {}) },
        },
      ];
    },
  },
];
