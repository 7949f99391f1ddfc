import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ANNOTATION_TYPES } from '@shared/domain/annotation/annotation';
import { ANNOTATION_COLORS } from '@shared/domain/annotation/palette';
import { CSL_ITEM_TYPES } from '@shared/domain/bibliography/csl-item';
import { FITS } from '@shared/domain/library/education';
import { READ_STATUSES } from '@shared/domain/library/item-view';
import { RESEARCH_DESIGNS } from '@shared/domain/library/research-design';
import type { ConditionRule } from '@shared/domain/search/condition';
import { PARTS } from '@shared/domain/search/node';
import { useFormats } from '../../../lib/format';
import { useContract } from '../../../lib/queries';
import { ComboBox, Select, TextField } from '../../../ui';
import { termsOf } from '../vocabularies';
import { useValueWords } from './value-words';

export interface ConditionValueProps {
  readonly rule: ConditionRule;
  readonly onChange: (value: string) => void;
}

const FIXED: Readonly<Partial<Record<ConditionRule['field'], readonly string[]>>> = {
  status: READ_STATUSES,
  type: CSL_ITEM_TYPES,
  color: ANNOTATION_COLORS,
  has: PARTS,
  design: RESEARCH_DESIGNS,
  relevance: ['1', '2', '3', '4', '5'],
  fits: FITS,
  annotationType: ANNOTATION_TYPES,
};
/** Chosen from a list whose order is that of the app's language. */
const TERMS = ['phase', 'subject', 'country'] as const;
const isTermList = (field: string): field is (typeof TERMS)[number] => TERMS.some((each) => each === field);
/** Written, with what the library holds to pick from: field of the search that knows the values. */
const FROM_LIBRARY = {
  container: 'in',
  creator: 'by',
  language: 'language',
  topic: 'topic',
  annotationTag: 'annotationTag',
} as const;
const isFromLibrary = (field: string): field is keyof typeof FROM_LIBRARY => field in FROM_LIBRARY;

/** The value of a rule: chosen, picked from the library, or written. */
export function ConditionValue({ rule, onChange }: ConditionValueProps) {
  const { t } = useTranslation('searches');
  const { field, operator, value } = rule;
  const isWords = operator === 'contains' || operator === 'containsNot';
  const fixed = FIXED[field];
  if (fixed !== undefined) return <FixedValue rule={rule} values={fixed} onChange={onChange} />;
  if (field === 'collection') return <CollectionValue value={value} onChange={onChange} />;
  if (field === 'tag' && !isWords) return <TagValue value={value} onChange={onChange} />;
  if (isTermList(field)) return <TermValue list={field} value={value} onChange={onChange} />;
  if (isFromLibrary(field) && !(field === 'container' && isWords))
    return <LibraryValue rule={rule} field={FROM_LIBRARY[field]} onChange={onChange} />;
  const isDate = operator === 'since' || operator === 'before';
  const isNumber = field === 'year' || field === 'n' || operator === 'inLast' || operator === 'notInLast';
  return (
    <TextField
      label={t('value')}
      hideLabel
      type={isDate ? 'date' : 'text'}
      {...(isNumber ? { inputMode: 'numeric' as const } : {})}
      value={value}
      onChange={onChange}
    />
  );
}

interface ValueProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FixedValue({
  rule,
  values,
  onChange,
}: ConditionValueProps & { readonly values: readonly string[] }) {
  const { t } = useTranslation('searches');
  const { compare } = useFormats();
  const words = useValueWords();
  const choices = values.map((id) => ({ id, label: words(rule.field, id) }));
  if (rule.field === 'type') choices.sort((a, b) => compare(a.label, b.label));
  return (
    <Select
      label={t('value')}
      hideLabel
      choices={choices}
      value={values.includes(rule.value) ? rule.value : null}
      onChange={onChange}
    />
  );
}

function TermValue({ list, value, onChange }: ValueProps & { readonly list: (typeof TERMS)[number] }) {
  const { t, i18n } = useTranslation('searches');
  const choices = useMemo(() => termsOf(list, i18n.resolvedLanguage ?? 'en'), [list, i18n.resolvedLanguage]);
  return (
    <Select
      label={t('value')}
      hideLabel
      choices={choices}
      value={choices.some(({ id }) => id === value) ? value : null}
      onChange={onChange}
    />
  );
}

function CollectionValue({ value, onChange }: ValueProps) {
  const { t } = useTranslation('searches');
  const all =
    useContract('collections.list', {}, { tables: ['collection', 'collection_item', 'item'] }).data ?? [];
  const byName = all.find(({ name }) => name.toLowerCase() === value)?.id;
  return (
    <Select
      label={t('value')}
      hideLabel
      choices={all.map(({ id, name }) => ({ id, label: name }))}
      value={all.some(({ id }) => id === value) ? value : (byName ?? null)}
      onChange={onChange}
    />
  );
}

function TagValue({ value, onChange }: ValueProps) {
  const { t } = useTranslation('searches');
  const all = useContract('tags.list', {}, { tables: ['tag', 'item_tag', 'item'] }).data ?? [];
  const byName = all.find(({ name }) => name.toLowerCase() === value)?.id;
  return (
    <Select
      label={t('value')}
      hideLabel
      choices={all.map(({ id, name }) => ({ id, label: name }))}
      value={all.some(({ id }) => id === value) ? value : (byName ?? null)}
      onChange={onChange}
    />
  );
}

/** Written, with what the library holds to pick from. */
function LibraryValue({
  rule,
  field,
  onChange,
}: ConditionValueProps & { readonly field: (typeof FROM_LIBRARY)[keyof typeof FROM_LIBRARY] }) {
  const { t } = useTranslation('searches');
  const { number } = useFormats();
  const words = useValueWords();
  // A term is kept by its code and shown by its name.
  const shown = words(field, rule.value);
  const found =
    useContract(
      'search.values',
      { field, prefix: shown, limit: 12 },
      { keepPrevious: true, tables: ['item', 'annotation'] },
    ).data ?? [];
  return (
    <ComboBox
      label={t('value')}
      hideLabel
      choices={found.map(({ value, count }) => ({
        id: value,
        label: words(field, value),
        ...(count === null ? {} : { description: number(count) }),
      }))}
      value={null}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
      inputValue={shown}
      onInputChange={onChange}
      allowsCustomValue
      openLabel={t('openValues')}
      emptyText={t('noValues')}
    />
  );
}
