import { useTranslation } from 'react-i18next';
import { CSL_ITEM_TYPES, isDateVariable, type CslTextVariable } from '@shared/domain/bibliography/csl-item';
import {
  customFields,
  withCustomField,
  type CustomField,
  type EditableField,
} from '@shared/domain/library/item-types';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { AutosaveTextArea, AutosaveTextField, ComboBox, cx, TextField } from '../../../ui';
import { itemTypes } from '../vocabularies';
import { DateField } from './date-field';
import { FoundField } from './provenance';
import styles from './panel.module.css';

/** Fields whose values need the whole width. */
const long: ReadonlySet<string> = new Set<EditableField>([
  'container-title',
  'collection-title',
  'original-title',
  'translated-title',
  'reviewed-title',
  'title-short',
  'volume-title',
  'part-title',
  'publisher',
  'event-title',
  'keyword',
  'DOI',
  'URL',
]);
const prose: ReadonlySet<string> = new Set<EditableField>(['abstract', 'note', 'annote']);

export interface FieldProps {
  readonly paper: ItemDetail;
  readonly onSave: (fields: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

/** The type of the record, out of all types of CSL. */
export function TypeField({ paper, onSave }: FieldProps) {
  const { t } = useTranslation('items');
  const choices = itemTypes.groups.flatMap((group) =>
    group.types.map(({ id }) => ({
      id,
      label: t(`type.${id}`),
      group: t(`typeGroup.${groupWord(group.id)}`),
    })),
  );
  return (
    <ComboBox
      density="compact"
      label={t('panel.type')}
      openLabel={t('panel.type')}
      choices={choices}
      value={CSL_ITEM_TYPES.find((type) => type === paper.csl.type) ?? null}
      onChange={(type) => {
        if (type !== null && type !== paper.csl.type) void onSave({ type });
      }}
    />
  );
}

const GROUPS = ['articles', 'books', 'research', 'web', 'media', 'law'] as const;
function groupWord(id: string): (typeof GROUPS)[number] {
  return GROUPS.find((group) => group === id) ?? 'research';
}

/** One field of the record: a date, prose or a line. */
export function RecordField({ paper, field, onSave }: FieldProps & { readonly field: EditableField }) {
  if (isDateVariable(field)) return <DateField paper={paper} field={field} onSave={onSave} />;
  return (
    <div className={cx((long.has(field) || prose.has(field)) && styles['wide'])}>
      <TextRecordField paper={paper} field={field} onSave={onSave} />
    </div>
  );
}

function TextRecordField({
  paper,
  field,
  onSave,
}: FieldProps & { readonly field: Exclude<CslTextVariable, 'citation-key'> }) {
  const { t } = useTranslation('items');
  const props = {
    density: 'compact' as const,
    label: t(`field.${field}`),
    aside: <FoundField paper={paper} field={field} />,
    value: paper.csl[field] ?? '',
    onSave: (value: string) => onSave({ [field]: value.trim() === '' ? null : value.trim() }),
  };
  return prose.has(field) ? <AutosaveTextArea {...props} rows={2} /> : <AutosaveTextField {...props} />;
}

/** Fields that came with an import and that no citation style knows. */
export function CustomFields({ paper, onSave }: FieldProps) {
  const { t } = useTranslation('items');
  const { custom } = paper.csl;
  return (
    <div className={styles['dense']}>
      <p className={styles['meta']}>{t('panel.customHint')}</p>
      {customFields(custom).map((field) => (
        <CustomLine
          key={field.path.join('/')}
          field={field}
          onSave={(text) => onSave({ custom: withCustomField(custom, field.path, text) })}
        />
      ))}
    </div>
  );
}

interface CustomLineProps {
  readonly field: CustomField;
  readonly onSave: (text: string) => Promise<boolean>;
}

function CustomLine({ field, onSave }: CustomLineProps) {
  const label = field.path.join(' › ');
  return field.isText ? (
    <AutosaveTextField density="compact" label={label} value={field.value} onSave={onSave} />
  ) : (
    <TextField density="compact" label={label} value={field.value} isReadOnly />
  );
}
