import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsFor, type Completing } from '@shared/domain/search/complete';
import type { QueryFieldId } from '@shared/domain/search/fields';
import { isListed, knownValues, type ListedField } from '@shared/domain/search/values';
import type { CallInput } from '@shared/ipc/contract';
import { useFormats } from '../../../lib/format';
import { nearestLanguage } from '../../../lib/i18n';
import { useContract } from '../../../lib/queries';
import type { Suggestion } from '../../../ui';
import { useValueWords } from './value-words';

type ValueField = CallInput<'search.values'>['field'];

/** Fields whose values the library knows; some ask for those of another one. */
const VALUES_OF: Readonly<Partial<Record<QueryFieldId, ValueField>>> = {
  by: 'by',
  in: 'in',
  tag: 'tag',
  collection: 'collection',
  type: 'type',
  status: 'status',
  color: 'color',
  has: 'has',
  key: 'key',
  design: 'design',
  phase: 'phase',
  subject: 'subject',
  topic: 'topic',
  country: 'country',
  fits: 'fits',
  'annotation.type': 'annotationType',
  'annotation.tag': 'annotationTag',
  language: 'language',
  year: 'year',
  after: 'year',
  before: 'year',
  since: 'year',
  relevance: 'relevance',
};
/** Letters of a word after which names of fields are offered. */
const MIN_LETTERS = 2;
const SHOWN = 8;

/** A suggestion, and what is written when it is taken. */
export interface QuerySuggestion extends Suggestion {
  readonly taken: string;
}

/**
 * What may come at the caret of the search box: names of fields, then values of the field from the library.
 * @param at what is being typed
 * @param isAsked suggestions were asked for with the arrow keys: then all fields are offered in an empty place
 */
export function useSuggestions(at: Completing | null, isAsked: boolean): readonly QuerySuggestion[] {
  const { t, i18n } = useTranslation('searches');
  const { number } = useFormats();
  const words = useValueWords();
  const language = nearestLanguage(i18n.language);
  const field = at?.field ?? null;
  const valueField = field === null ? undefined : VALUES_OF[field];
  const prefix = (at?.typed ?? '').trim();
  const values = useContract(
    'search.values',
    { field: valueField ?? 'tag', prefix, limit: SHOWN },
    {
      enabled: valueField !== undefined,
      keepPrevious: true,
      tables: ['item', 'annotation', 'tag', 'item_tag', 'collection', 'collection_item'],
    },
  ).data;
  return useMemo(() => {
    if (at === null) return [];
    if (field === null) {
      if (prefix.length < MIN_LETTERS && !(isAsked && prefix === '')) return [];
      return fieldsFor(prefix, language).map(({ id, name }) => ({
        id,
        label: `${name}:`,
        hint: t(`suggest.${hintOf(id)}`),
        taken: name,
      }));
    }
    if (valueField === undefined || values === undefined) return [];
    return values.map(({ value, id, count }) => ({
      id: value,
      label: id === null ? value : words(valueField, id),
      taken: id === null ? value : inLanguage(valueField, id, language),
      ...(count === null ? {} : { count: number(count) }),
    }));
  }, [at, field, prefix, isAsked, language, number, t, valueField, values, words]);
}

/** Key of the words that explain a field: a point would be read as a place inside of others. */
function hintOf(id: QueryFieldId) {
  return id === 'annotation.type' ? 'annotationType' : id === 'annotation.tag' ? 'annotationTag' : id;
}

/** Fields whose ids are words of English; the others have codes, or ids with hyphens, which nobody types. */
const SPOKEN_IDS: ReadonlySet<ListedField> = new Set<ListedField>([
  'type',
  'status',
  'color',
  'has',
  'fits',
  'annotationType',
]);

/** The word for a listed value that fits the language of the interface. */
function inLanguage(field: ValueField, id: string, language: 'en' | 'uk'): string {
  if (!isListed(field)) return id;
  const words = knownValues(field).find((value) => value.id === id)?.words ?? [];
  const own =
    language === 'uk'
      ? words.find((word) => /[а-яіїєґ]/i.test(word))
      : SPOKEN_IDS.has(field)
        ? id
        : words.find((word) => /[a-z]/i.test(word));
  return own ?? id;
}
