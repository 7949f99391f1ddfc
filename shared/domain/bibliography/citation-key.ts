import { familyName, mainCreators } from './creators';
import type { CslItem } from './csl-item';
import { issuedYear } from './dates';
import { meaningWords } from './meaning-words';
import { toAscii } from './transliterate';

/**
 * A citation key by the pattern "author lower case + first three meaning words of the title + year",
 * for example kovalReadingFluencyYear2021. Cyrillic is transliterated by Resolution 55 (2010).
 * @param item the record
 * @returns ASCII letters and digits only; "item" when the record has neither creator, title nor year
 */
export function makeCitationKey(item: CslItem): string {
  const creator = mainCreators(item)[0];
  const author = creator === undefined ? '' : letters(toAscii(familyName(creator))).toLowerCase();
  const title = meaningWords(item.title ?? '')
    .slice(0, 3)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  const year = issuedYear(item);
  // A number alone is taken for a database's own by whoever reads the export.
  return `${`${author}${title}` || 'item'}${year === undefined ? '' : String(year)}`;
}

/**
 * Makes a key unique by appending a, b … z, aa, ab ….
 * @param key wished key
 * @param isTaken whether a key is in use
 */
export function uniqueCitationKey(key: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(key)) return key;
  for (let index = 0; ; index += 1) {
    const candidate = key + suffix(index);
    if (!isTaken(candidate)) return candidate;
  }
}

/**
 * Cleans a key taken from a file: characters that end a key in LaTeX or pandoc are dropped.
 * @param key key as found
 * @returns the clean key, empty when nothing is left
 */
export function cleanCitationKey(key: string): string {
  return toAsciiKeepingSigns(key).replace(/[\s{}(),="#%~'\\`?!;^$@&<>[\]|*]+/g, '');
}

function toAsciiKeepingSigns(key: string): string {
  return /^[\x20-\x7e]*$/.test(key) ? key : toAscii(key);
}

function letters(value: string): string {
  return value.replace(/[^A-Za-z0-9]+/g, '');
}

function suffix(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : suffix(Math.floor(index / 26) - 1) + letter;
}

/** What pandoc reads as a key without braces: letters and digits with single signs between them. */
const BARE_PANDOC_KEY = /^[\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-][\p{L}\p{N}_]+)*$/u;

/**
 * A citation in the syntax of pandoc (https://pandoc.org/MANUAL.html#citation-syntax).
 * @param keys citation keys in the order of the citation
 * @returns e.g. "[@halas2019; @{brook.2020.}]"
 */
export function pandocCitation(keys: readonly string[]): string {
  return `[${keys.map((key) => (BARE_PANDOC_KEY.test(key) ? `@${key}` : `@{${key}}`)).join('; ')}]`;
}
