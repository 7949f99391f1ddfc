import { ANNOTATION_COLORS, COLOR_NAMES } from '../annotation/palette';
import { CSL_ITEM_TYPES } from '../bibliography/csl-item';
import { READ_STATUSES } from '../library/item-view';
import { RESEARCH_DESIGNS } from '../library/research-design';
import { ANNOTATION_TYPES } from '../annotation/annotation';
import { FITS } from '../library/education';
import { PARTS } from './node';
import { fieldTerms, TERM_FIELDS } from './terms';
import { folded } from './text';

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
const DESIGN_WORDS: Readonly<Record<string, readonly string[]>> = {
  rct: ['randomised trial', 'randomized trial', 'randomised controlled trial', 'рандомізоване випробування'],
  'cluster-rct': ['cluster trial', 'кластерне випробування'],
  quasi: ['quasi-experiment', 'квазіексперимент'],
  survey: ['questionnaire', 'опитування', 'анкетування'],
  validation: ['перевірка вимірювання'],
  'case-study': ['case study', 'case', 'вивчення випадку'],
  'action-research': ['action research', 'дослідження дією', 'дослідження в дії'],
  interviews: ['interview', "інтерв'ю"],
  observation: ['спостереження'],
  mixed: ['mixed methods', 'змішані методи'],
  review: ['systematic review', 'meta-analysis', 'огляд', 'метааналіз'],
  theory: ['theoretical', 'теорія'],
};
const FITS_WORDS: Readonly<Record<string, readonly string[]>> = {
  yes: ['так'],
  partly: ['partially', 'частково'],
  no: ['ні'],
};
const ANNOTATION_TYPE_WORDS: Readonly<Record<string, readonly string[]>> = {
  highlight: ['виділення'],
  underline: ['underlined', 'підкреслення'],
  note: ['sticky note', 'нотатка'],
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

/** @param word as typed ("case study", "вивчення випадку") @returns ids of research designs */
export function designsOf(word: string): readonly string[] {
  return matching(word, RESEARCH_DESIGNS, DESIGN_WORDS);
}

/** @param word as typed after "fits:" @returns what a person may have said of a study */
export function fitsOf(word: string): readonly string[] {
  return matching(word, FITS, FITS_WORDS);
}

/** @param word as typed after "annotation.type:" @returns kinds of annotations */
export function annotationTypesOf(word: string): readonly string[] {
  return matching(word, ANNOTATION_TYPES, ANNOTATION_TYPE_WORDS);
}

/** Fields with a fixed list of values. */
export const LISTED_FIELDS = [
  'type',
  'status',
  'color',
  'has',
  'design',
  'fits',
  'annotationType',
  ...TERM_FIELDS,
] as const;
export type ListedField = (typeof LISTED_FIELDS)[number];

/** @param field any name @returns whether its values are a fixed list */
export function isListed(field: string): field is ListedField {
  return LISTED_FIELDS.some((each) => each === field);
}

/** Words for the values of a field, to complete what is typed. @param field a field with known values */
export function knownValues(
  field: ListedField,
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
    case 'design':
      return of(RESEARCH_DESIGNS, DESIGN_WORDS);
    case 'fits':
      return of(FITS, FITS_WORDS);
    case 'annotationType':
      return of(ANNOTATION_TYPES, ANNOTATION_TYPE_WORDS);
    default:
      return fieldTerms(field);
  }
}
