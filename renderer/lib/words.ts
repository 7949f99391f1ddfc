import type { i18n as I18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocaleResources } from './i18n-types';

type Leaves<Words, Prefix extends string = ''> = {
  [Key in keyof Words & string]: Words[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Words[Key], `${Prefix}${Key}.`>;
}[keyof Words & string];

/** A key with its namespace, for words that data names (commands, steps of the history): "reader:commands.zoom-in". */
export type WordKey = {
  [Namespace in keyof LocaleResources]: `${Namespace}:${Leaves<LocaleResources[Namespace]>}`;
}[keyof LocaleResources];

/** Values for the placeholders of a sentence. */
export type WordParams = Readonly<Record<string, string | number>>;

/** @returns the words of a key that is known to exist */
export function wordsOf(i18n: I18n, key: WordKey, params: WordParams = {}): string {
  return wordsIfAny(i18n, key, params) ?? key;
}

/**
 * @param key any key, e.g. made from the name of a command in the log
 * @returns its words, or undefined when no locale file has it
 */
export function wordsIfAny(i18n: I18n, key: string, params: WordParams = {}): string | undefined {
  const words: string = i18n.t(key, { defaultValue: '', ...params });
  return words === '' ? undefined : words;
}

/**
 * The name of a step as the user reads it: `steps.<name>` in the namespace of its area, then in every other one,
 * because an area may own several kinds of things (the library: collections, tags, notes).
 * @param name command name of the log, e.g. "library.trash"
 * @returns the words, or undefined when no locale file has them
 */
export function stepWords(i18n: I18n, name: string, params: WordParams = {}): string | undefined {
  const area = name.split('.')[0] ?? '';
  const others = Object.keys(i18n.getDataByLanguage('en') ?? {}).filter((namespace) => namespace !== area);
  for (const namespace of [area, ...others]) {
    const words = wordsIfAny(i18n, `${namespace}:steps.${name}`, params);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** Words by full key, in the current language. */
export function useWords(): (key: WordKey, params?: WordParams) => string {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage;
  // The language belongs to the result: a switch gives a new function, so memoised lists refresh.
  return useMemo(
    () => (key, params) => (language === undefined ? key : wordsOf(i18n, key, params)),
    [i18n, language],
  );
}
