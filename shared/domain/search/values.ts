import { ANNOTATION_COLORS, COLOR_NAMES } from '../annotation/palette';
import { CSL_ITEM_TYPES } from '../bibliography/csl-item';
import { READ_STATUSES } from '../library/item-view';
import { PARTS } from './node';

/** Small letters, one apostrophe: how values are compared. @param text a value */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u02bc\u2019\u02b9\u2032\u0060\u00b4]/gu, "'")
    .trim();
}

/** Words people use for a value beside its id, in both languages of the interface. */
const TYPE_WORDS: Readonly<Record<string, readonly string[]>> = {
  'article-journal': ['journal article', 'paper', 'article', 'стаття', 'стаття в журналі'],
  article: ['preprint', 'препринт'],
  'article-magazine': ['magazine', 'article'],
  'article-newspaper': ['newspaper', 'article', 'газета', 'стаття в газеті'],
  book: ['книга', 'книжка', 'монографія'],
  chapter: ['book chapter', 'section', 'розділ', 'розділ книжки'],
  'paper-conference': ['conference', 'proceedings', 'конференція', 'доповідь'],
  report: ['звіт'],
  review: ['рецензія', 'огляд'],
  thesis: ['dissertation', 'дисертація', 'дипломна робота'],
  webpage: ['web', 'website', 'сайт', 'вебсторінка'],
  dataset: ['data', 'дані', 'набір даних'],
  document: ['документ'],
  software: ['program', 'програма'],
  legislation: ['law', 'закон'],
  speech: ['talk', 'presentation', 'виступ'],
  interview: ["інтерв'ю"],
};
const STATUS_WORDS: Readonly<Record<string, readonly string[]>> = {
  'to-read': ['unread', 'to read', 'toread', 'не читано', 'непрочитано'],
  reading: ['читаю'],
  read: ['done', 'прочитано'],
  skimmed: ['skim', 'переглянуто'],
  rejected: ['set aside', 'aside', 'відкладено'],
};
const COLOR_WORDS: Readonly<Record<string, readonly string[]>> = {
  '#ffd400': ['жовтий'],
  '#ff6666': ['червоний'],
  '#5fb236': ['зелений'],
  '#2ea8e5': ['синій', 'блакитний'],
  '#a28ae5': ['фіолетовий'],
  '#e56eee': ['пурпуровий'],
  '#f19837': ['помаранчевий', 'оранжевий'],
  '#aaaaaa': ['grey', 'сірий'],
};
const PART_WORDS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['file', 'attachment', 'файл'],
  text: ['fulltext', 'текст'],
  note: ['notes', 'нотатка', 'нотатки'],
  annotation: ['annotations', 'highlight', 'highlights', 'виділення'],
  abstract: ['анотація'],
  tag: ['tags', 'мітка', 'мітки'],
  collection: ['collections', 'добірка'],
  relevance: ['rating', 'оцінка', 'важливість'],
  retraction: ['retracted', 'відкликання', 'відкликано'],
};

function matching(
  wanted: string,
  ids: readonly string[],
  words: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const word = folded(wanted);
  const exact = ids.filter((id) => id === word || (words[id] ?? []).includes(word));
  return exact.length > 0 ? exact : [word];
}

/** @param word as typed ("journal", "thesis", "книжка") @returns CSL types that it stands for; itself when none */
export function typesOf(word: string): readonly string[] {
  const wanted = folded(word);
  const found = CSL_ITEM_TYPES.filter((type) => type === wanted || (TYPE_WORDS[type] ?? []).includes(wanted));
  if (found.length > 0) return found;
  // "journal" finds article-journal: people do not know CSL's names.
  const partly = CSL_ITEM_TYPES.filter((type) => type.split(/[-_]/).includes(wanted));
  return partly.length > 0 ? partly : [wanted];
}

/** @param word as typed ("unread", "не читано") @returns ids of read statuses */
export function statusesOf(word: string): readonly string[] {
  return matching(word, READ_STATUSES, STATUS_WORDS);
}

/** @param word a name of a colour or a hex value @returns what annotations and tags may store for it */
export function colorsOf(word: string): readonly string[] {
  const wanted = folded(word);
  const hex = ANNOTATION_COLORS.find((color) => COLOR_NAMES[color] === wanted);
  return hex === undefined ? matching(wanted, ANNOTATION_COLORS, COLOR_WORDS) : [hex];
}

/** @param word as typed after "has:" @returns ids of parts */
export function partsOf(word: string): readonly string[] {
  return matching(word, PARTS, PART_WORDS);
}

/** Words for the values of a field, to complete what is typed. @param field a field with known values */
export function knownValues(
  field: 'type' | 'status' | 'color' | 'has',
): readonly { readonly id: string; readonly words: readonly string[] }[] {
  const of = (ids: readonly string[], words: Readonly<Record<string, readonly string[]>>) =>
    ids.map((id) => ({ id, words: words[id] ?? [] }));
  switch (field) {
    case 'type':
      return of(CSL_ITEM_TYPES, TYPE_WORDS);
    case 'status':
      return of(READ_STATUSES, STATUS_WORDS);
    case 'color':
      return ANNOTATION_COLORS.map((hex) => ({ id: COLOR_NAMES[hex], words: COLOR_WORDS[hex] ?? [] }));
    case 'has':
      return of(PARTS, PART_WORDS);
  }
}
