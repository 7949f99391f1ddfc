import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type i18n as I18n } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureWords } from '../../../renderer/ui/failure-words';
import { stepWords, wordsIfAny } from '../../../renderer/lib/words';
import { readSourceNames, type SourceNames } from './source-names';

const root = join(import.meta.dirname, '..', '..', '..');
const LANGUAGES = ['en', 'uk'] as const;
type Language = (typeof LANGUAGES)[number];

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** The plural forms that counting whole things needs (CLDR; `other` is for fractions in Ukrainian). */
const PLURAL_FORMS = { en: ['one', 'other'], uk: ['few', 'many', 'one', 'other'] } as const;

const jsonObject = z.record(z.string(), z.unknown());

function namespaces(language: Language): readonly string[] {
  return readdirSync(join(root, 'resources/locales', language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
}

function readNamespace(language: Language, namespace: string): Record<string, unknown> {
  const text = readFileSync(join(root, 'resources/locales', language, `${namespace}.json`), 'utf8');
  return jsonObject.parse(JSON.parse(text));
}

/** Every text by its full key. */
function leaves(words: Readonly<Record<string, unknown>>, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else
      for (const [inner, text] of leaves(jsonObject.parse(value), `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

/** Keys without their plural endings; a key with endings becomes `key (few, many, one, other)`. */
function pluralForms(words: ReadonlyMap<string, string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const key of words.keys()) {
    const form = PLURAL.exec(key)?.[1];
    if (form === undefined) continue;
    const base = key.replace(PLURAL, '');
    forms.set(base, [...(forms.get(base) ?? []), form].sort());
  }
  return forms;
}

function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ''))].sort();
}

const singleKeys = (words: ReadonlyMap<string, string>): readonly string[] =>
  [...words.keys()].filter((key) => !PLURAL.test(key)).sort();

/** The words of the app in one language alone: what is missing stays missing. */
async function only(language: Language): Promise<I18n> {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: false,
    resources: {
      // failureWords asks English which namespaces there are.
      en: Object.fromEntries(namespaces('en').map((name) => [name, readNamespace('en', name)])),
      [language]: Object.fromEntries(
        namespaces(language).map((name) => [name, readNamespace(language, name)]),
      ),
    },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return i18n;
}

it('both languages have the same namespaces', () => {
  expect(namespaces('uk')).toEqual(namespaces('en'));
});

describe.each(namespaces('en'))('namespace %s', (namespace) => {
  const en = leaves(readNamespace('en', namespace));
  const uk = leaves(readNamespace('uk', namespace));

  it('has the same keys in both languages and no empty words', () => {
    expect(singleKeys(uk)).toEqual(singleKeys(en));
    for (const words of [en, uk])
      expect([...words].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('has every plural form of each language', () => {
    const english = pluralForms(en);
    const ukrainian = pluralForms(uk);
    expect([...ukrainian.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [base, forms] of english) expect([base, forms]).toEqual([base, PLURAL_FORMS.en]);
    for (const [base, forms] of ukrainian) expect([base, forms]).toEqual([base, PLURAL_FORMS.uk]);
  });

  it('has the same placeholders in both languages', () => {
    for (const key of singleKeys(en))
      expect([key, placeholders(uk.get(key) ?? '')]).toEqual([key, placeholders(en.get(key) ?? '')]);
    for (const base of pluralForms(en).keys()) {
      const other = placeholders(en.get(`${base}_other`) ?? '');
      for (const form of ['few', 'many', 'other'])
        expect([base, form, placeholders(uk.get(`${base}_${form}`) ?? '')]).toEqual([base, form, other]);
      // English "one" is 1 and may name the thing; Ukrainian "one" is 1, 21, 31 … and has to say the number.
      const known = [...other, ...placeholders(en.get(`${base}_one`) ?? '')];
      const one = placeholders(uk.get(`${base}_one`) ?? '');
      expect([base, one.filter((name) => !known.includes(name))]).toEqual([base, []]);
      if (other.includes('count')) expect([base, one]).toEqual([base, expect.arrayContaining(['count'])]);
    }
  });
});

describe('words for what the library names', () => {
  let names: SourceNames;
  beforeAll(() => {
    names = readSourceNames();
  });

  it('reads every code and step from the sources', () => {
    expect(names.unread).toEqual([]);
    expect([...names.codes]).toEqual(
      expect.arrayContaining(['library.item-missing', 'inquiry.checks-open', 'package.bomb']),
    );
    expect([...names.steps]).toEqual(expect.arrayContaining(['library.trash', 'inquiry.skip-stage']));
  });

  it.each(LANGUAGES)('every failure is explained in %s', async (language) => {
    const i18n = await only(language);
    const unexplained = [...names.codes].filter(
      (code) =>
        failureWords(i18n, { code, details: { count: 1 } }) ===
        i18n.t('failure.unknown', { ns: 'common', code }),
    );
    expect(unexplained.sort()).toEqual([]);
  });

  it.each(LANGUAGES)('every step of the history has a name in %s', async (language) => {
    const i18n = await only(language);
    const nameless = [...names.steps].filter((step) => stepWords(i18n, step, { count: 1 }) === undefined);
    expect(nameless.sort()).toEqual([]);
  });

  it.each(LANGUAGES)('every command has a title in %s', async (language) => {
    const i18n = await only(language);
    const titles = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\btitleKey: '([a-z]+:[^']+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(titles.length).toBeGreaterThan(20);
    expect(titles.filter((key) => wordsIfAny(i18n, key) === undefined)).toEqual([]);
  });
});
