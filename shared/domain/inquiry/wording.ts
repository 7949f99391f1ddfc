import { z } from 'zod';

const list = z.array(z.string().min(1)).min(1);

const languageRulesSchema = z
  .strictObject({
    /** Words that say "this is about my own practice". */
    own: list,
    /** What the writer cannot decide alone. */
    outside: list,
    yesNoStart: list,
    openStart: list,
    /** Words that start the change in a question of the form "does X influence Y". */
    changeStart: list,
    /** Verbs between the change and its outcome. */
    changeEnd: list,
    joiners: list,
    group: list,
    setting: list,
    numbers: z.record(z.string(), z.number().int().positive()),
    outcomes: list,
    vague: list,
    time: list,
    weeks: list,
    presuming: list,
    loaded: list,
    measures: list,
    remedies: list,
    stop: list,
  })
  .readonly();

/** The file `resources/models/wording.json`: the word lists behind the hints on problems and questions. */
export const wordingSchema = z.strictObject({ en: languageRulesSchema, uk: languageRulesSchema }).readonly();

/** Word lists by language. An entry is a word or phrase; `*` at the end of a word stands for any ending. */
export type Wording = z.infer<typeof wordingSchema>;

/** The word lists of one language. */
export type LanguageWording = Wording['en'];

/** A text as lower-case words; numbers are words too. */
export type Words = readonly string[];

const wordPattern = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

/**
 * The words of a text in lower case, with the three apostrophes of Ukrainian made one.
 * @param text what the user typed
 */
export function wordsOf(text: string): Words {
  return (
    text
      .toLowerCase()
      .replace(/[ʼ`´‘]/gu, '’')
      .match(wordPattern) ?? []
  );
}

/**
 * The word lists for the language a text is written in, told by its script, whatever the language of the app.
 * @param wording all lists
 * @param text what the user typed
 */
export function wordingFor(wording: Wording, text: string): LanguageWording {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin ? wording.uk : wording.en;
}

function matchesWord(pattern: string, word: string): boolean {
  const plain = pattern.replace(/'/gu, '’');
  const normal = word.replace(/'/gu, '’');
  return plain.endsWith('*') ? normal.startsWith(plain.slice(0, -1)) : normal === plain;
}

/** Where a phrase was found. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The first phrase of a list found in the words.
 * @param words the text
 * @param phrases entries of a word list
 * @param from index of the first word to look at
 */
export function findPhrase(words: Words, phrases: readonly string[], from = 0): PhraseMatch | null {
  for (let start = from; start < words.length; start += 1) {
    for (const phrase of phrases) {
      const parts = phrase.split(' ');
      const hit = parts.every((part, offset) => {
        const word = words[start + offset];
        return word !== undefined && matchesWord(part, word);
      });
      if (hit) {
        const end = start + parts.length;
        return { start, end, text: words.slice(start, end).join(' ') };
      }
    }
  }
  return null;
}

/**
 * Whether the text opens with one of the phrases.
 * @param words the text
 * @param phrases entries of a word list
 */
export function startsWithPhrase(words: Words, phrases: readonly string[]): PhraseMatch | null {
  const match = findPhrase(words, phrases);
  return match?.start === 0 ? match : null;
}

const stemLength = 4;

/**
 * Content words two texts share, compared by their first four letters so that inflected forms meet.
 * @param first one text
 * @param second the other text
 * @param stop words that carry no content
 */
export function sharedContent(first: Words, second: Words, stop: readonly string[]): readonly string[] {
  const content = (words: Words): readonly string[] =>
    words.filter((word) => word.length >= stemLength && findPhrase([word], stop) === null);
  const stems = new Set(content(second).map((word) => word.slice(0, stemLength)));
  return content(first).filter((word) => stems.has(word.slice(0, stemLength)));
}
