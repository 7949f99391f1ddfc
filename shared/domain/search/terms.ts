import countries from '@resources/vocabularies/countries.json';
import topics from '@resources/vocabularies/education-topics.json';
import iscedFields from '@resources/vocabularies/isced-fields.json';
import iscedLevels from '@resources/vocabularies/isced-levels.json';
import { countriesSchema, vocabularySchema } from '../library/education';
import { folded } from './text';

/** Education fields whose values are terms of a list. */
export const TERM_FIELDS = ['phase', 'subject', 'topic', 'country'] as const;
export type TermField = (typeof TERM_FIELDS)[number];

/** A stored value with its label in English and in Ukrainian, and other words people use for it. */
export interface FieldTerm {
  readonly id: string;
  readonly words: readonly string[];
}

/** What people write for a country beside its full name. */
const COUNTRY_WORDS: Readonly<Record<string, readonly string[]>> = {
  GB: ['UK', 'Great Britain', 'Britain', 'Британія'],
  US: ['USA', 'America', 'США'],
  CZ: ['Czech Republic'],
  NL: ['Holland', 'Голландія'],
};

const VOCABULARIES = { phase: iscedLevels, subject: iscedFields, topic: topics };
const lists = new Map<TermField, readonly FieldTerm[]>();

function read(field: TermField): readonly FieldTerm[] {
  if (field !== 'country')
    return vocabularySchema
      .parse(VOCABULARIES[field])
      .terms.map(({ id, label }) => ({ id, words: [label.en, label.uk] }));
  const names = ['en', 'uk'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  return countriesSchema.parse(countries).codes.map((id) => ({
    id,
    words: [...names.map((of) => of.of(id) ?? id), ...(COUNTRY_WORDS[id] ?? [])],
  }));
}

/** @param field an education field @returns its terms, in the order of the list */
export function fieldTerms(field: TermField): readonly FieldTerm[] {
  let terms = lists.get(field);
  // Read when first asked for: names of 250 countries in two languages are not needed at start.
  if (terms === undefined) lists.set(field, (terms = read(field)));
  return terms;
}

/**
 * Values that a word stands for: those named so, else those with a word in their name that begins so ("secondary" is
 * lower and upper secondary).
 * @param field an education field @param word id or label of either language, as typed
 * @returns ids of terms; empty when no term is meant
 */
export function termsNamed(field: TermField, word: string): readonly string[] {
  const wanted = folded(word);
  if (wanted === '') return [];
  const terms = fieldTerms(field).map(({ id, words }) => ({ id, names: [id, ...words].map(folded) }));
  const exact = terms.filter(({ names }) => names.includes(wanted));
  const found =
    exact.length > 0
      ? exact
      : terms.filter(({ names }) => names.slice(1).some((name) => ` ${name}`.includes(` ${wanted}`)));
  return found.map(({ id }) => id);
}
