import topics from '@resources/vocabularies/education-topics.json';
import countryCodes from '@resources/vocabularies/countries.json';
import iscedFields from '@resources/vocabularies/isced-fields.json';
import iscedLevels from '@resources/vocabularies/isced-levels.json';
import typesData from '@resources/vocabularies/item-types.json';
import {
  CSL_DATE_VARIABLES,
  CSL_TEXT_VARIABLES,
  isDateVariable,
  isTextVariable,
} from '@shared/domain/bibliography/csl-item';
import { countriesSchema, vocabularySchema, type Vocabulary } from '@shared/domain/library/education';
import { itemTypesSchema, type EditableField } from '@shared/domain/library/item-types';

/** What each type of record asks for. */
export const itemTypes = itemTypesSchema.parse(typesData);

/** Every field of a record but its key, in the order of the specification. */
export const allFields: readonly EditableField[] = [
  ...Object.keys(CSL_TEXT_VARIABLES),
  ...Object.keys(CSL_DATE_VARIABLES),
].filter(
  (name): name is EditableField => name !== 'citation-key' && (isTextVariable(name) || isDateVariable(name)),
);

export interface Term {
  readonly id: string;
  readonly label: string;
}
export type TermList = 'phase' | 'subject' | 'topic' | 'country';

const lists: Readonly<Record<Exclude<TermList, 'country'>, Vocabulary>> = {
  phase: vocabularySchema.parse(iscedLevels),
  subject: vocabularySchema.parse(iscedFields),
  topic: vocabularySchema.parse(topics),
};
const { codes } = countriesSchema.parse(countryCodes);

/**
 * Terms of an education field in the language of the app; topics and countries by name, ISCED in its own order.
 * @param list which field @param language language of the app
 */
export function termsOf(list: TermList, language: string): readonly Term[] {
  const byName = (a: Term, b: Term): number => a.label.localeCompare(b.label, language);
  if (list === 'country') {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return codes.map((id) => ({ id, label: names.of(id) ?? id })).sort(byName);
  }
  const terms = lists[list].terms.map(({ id, label }) => ({
    id,
    label: language === 'uk' ? label.uk : label.en,
  }));
  return list === 'topic' ? terms.sort(byName) : terms;
}
