import { fail, ok, type Result } from '../../lib/result';
import { cleanCitationKey, uniqueCitationKey } from './citation-key';
import { familyName, mainCreators } from './creators';
import type { CslItem } from './csl-item';
import { issuedYear } from './dates';
import { meaningWords } from './meaning-words';
import { toAscii } from './transliterate';

/**
 * Patterns for citation keys, in the two notations people know:
 * - brackets, as JabRef writes them: `[auth][year]`, `[auth:lower]_[shorttitle]`; text outside brackets is taken as it is;
 * - a sum, as Better BibTeX writes it: `auth.lower + shorttitle(3,3) + year`; text stands in quotes.
 * Fields: auth, authors(n), authEtAl, title, shorttitle(words, capitals), veryshorttitle, year, shortyear, journal, volume,
 * firstpage, type. Filters: lower, upper, capitalize, abbr. Described in docs/citation-keys.md.
 */

/** That of Better BibTeX: keys that say what a paper is about, and seldom need a letter. */
export const DEFAULT_KEY_PATTERN = 'auth.lower + shorttitle(3,3) + year';

type Step =
  { readonly text: string } | { readonly field: FieldCall; readonly filters: readonly FilterName[] };
interface FieldCall {
  readonly name: FieldName;
  readonly numbers: readonly number[];
}
export type KeyPattern = readonly Step[];

const FIELDS = {
  auth: (item) => creators(item)[0] ?? '',
  authors: (item, [count = 3]) => creators(item).slice(0, count).join(''),
  authEtAl: (item) => {
    const [first = '', second, third] = creators(item);
    if (second === undefined) return first;
    return third === undefined ? first + second : `${first}EtAl`;
  },
  title: (item) => words(item).map(capitalised).join(''),
  shorttitle: (item, [count = 3, capitals = 0]) =>
    words(item)
      .slice(0, count)
      .map((word, index) => (index < capitals ? capitalised(word) : word))
      .join(''),
  veryshorttitle: (item, [count = 1]) => words(item).slice(0, count).join(''),
  year: (item) => String(issuedYear(item) ?? ''),
  shortyear: (item) => String(issuedYear(item) ?? '').slice(-2),
  journal: (item) =>
    meaningWords(item['container-title-short'] ?? item['container-title'] ?? '')
      .map(capitalised)
      .join(''),
  volume: (item) => letters(item.volume ?? ''),
  firstpage: (item) => /\d+/.exec(item.page ?? '')?.[0] ?? '',
  type: (item) => letters(item.type),
} satisfies Record<string, (item: CslItem, numbers: readonly number[]) => string>;
type FieldName = keyof typeof FIELDS;

const FILTERS = {
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
  capitalize: (text: string) => capitalised(text),
  abbr: (text: string) => (text.match(/[A-Z0-9]/g) ?? [text.charAt(0)]).join(''),
} as const;
type FilterName = keyof typeof FILTERS;

const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);
const isFilter = (name: string): name is FilterName => Object.hasOwn(FILTERS, name);

function letters(value: string): string {
  return toAscii(value).replace(/[^A-Za-z0-9]+/g, '');
}
function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
function words(item: CslItem): string[] {
  return meaningWords(item.title ?? item['title-short'] ?? '');
}
/** A body is one name: its letters are kept whole. */
function creators(item: CslItem): string[] {
  return mainCreators(item)
    .map((name) => letters(familyName(name)))
    .filter((name) => name !== '');
}

/**
 * Reads a pattern.
 * @param pattern in brackets or as a sum
 * @returns its steps, or `library.bad-key-pattern` with the part that is not understood
 */
export function readKeyPattern(pattern: string): Result<KeyPattern> {
  const text = pattern.trim();
  if (text === '') return fail('library.bad-key-pattern', { part: pattern });
  return text.includes('[') ? readBrackets(text) : readSum(text);
}

function readBrackets(text: string): Result<KeyPattern> {
  const steps: Step[] = [];
  for (const [whole, inner, outside] of text.matchAll(/\[([^\][]*)\]|([^\][]+)|[\][]/g)) {
    if (inner !== undefined) {
      const [call = '', ...filters] = inner.split(':');
      const step = readStep(call, filters);
      if (!step.ok) return step;
      steps.push(step.value);
    } else if (outside !== undefined) steps.push({ text: cleanCitationKey(outside) });
    else return fail('library.bad-key-pattern', { part: whole });
  }
  return ok(steps);
}

function readSum(text: string): Result<KeyPattern> {
  const steps: Step[] = [];
  // A plus inside quotes belongs to the text.
  for (const [, quoted, call] of text.matchAll(/(?:^|\+)\s*(?:(["'][^"']*["'])|([^+"']*))\s*(?=\+|$)/g)) {
    if (quoted !== undefined) {
      steps.push({ text: cleanCitationKey(quoted.slice(1, -1)) });
      continue;
    }
    const [field = '', ...filters] = (call ?? '').trim().split('.');
    const step = readStep(field, filters);
    if (!step.ok) return step;
    steps.push(step.value);
  }
  return steps.length === 0 ? fail('library.bad-key-pattern', { part: text }) : ok(steps);
}

function readStep(call: string, filters: readonly string[]): Result<Step> {
  const [, name = '', numbers = ''] = /^\s*([A-Za-z]+)\s*(?:\(([\d\s,]*)\))?\s*$/.exec(call) ?? [];
  if (!isField(name)) return fail('library.bad-key-pattern', { part: call.trim() });
  const known = filters.map((filter) => filter.trim()).filter(isFilter);
  const unknown = filters.find((filter) => !isFilter(filter.trim()));
  if (unknown !== undefined) return fail('library.bad-key-pattern', { part: unknown.trim() });
  const values = numbers
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  return ok({ field: { name, numbers: values }, filters: known });
}

/**
 * A key by a pattern. Without a creator the first word of the title stands for it, so that a key never is a bare year.
 * @param pattern what `readKeyPattern` gave @param item the record
 * @returns ASCII letters, digits and the signs of the pattern; "item" when the record gives nothing
 */
export function keyByPattern(pattern: KeyPattern, item: CslItem): string {
  const key = pattern
    .map((step) => {
      if ('text' in step) return step.text;
      const { name, numbers } = step.field;
      const made: string = FIELDS[name](item, numbers);
      return step.filters.reduce((text, filter) => FILTERS[filter](text), made);
    })
    .join('');
  if (/[A-Za-z]/.test(key)) return key;
  const [word = 'item'] = words(item);
  return `${word}${key}`;
}

/** An existing key as the test for "taken" sees it: BibTeX does not tell capitals apart. */
export function keyIdentity(key: string): string {
  return key.toLowerCase();
}

/**
 * A free key: the pattern's, with a letter when it is taken, which is then taken itself.
 * @param taken identities of the keys in use (`keyIdentity`); the new key is added
 */
export function takeKey(pattern: KeyPattern, item: CslItem, taken: Set<string>): string {
  const key = uniqueCitationKey(keyByPattern(pattern, item), (candidate) =>
    taken.has(keyIdentity(candidate)),
  );
  taken.add(keyIdentity(key));
  return key;
}
