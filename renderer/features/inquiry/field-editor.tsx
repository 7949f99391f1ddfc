import { useTranslation } from 'react-i18next';
import type { FieldDefinition, RowsFieldDefinition } from '@shared/domain/inquiry';
import {
  AutosaveTextArea,
  AutosaveTextField,
  Button,
  Checkbox,
  NumberField,
  RadioGroup,
  Select,
} from '../../ui';
import { useLocal } from './content';
import { LinksField } from './links-field';
import { useProject } from './project-context';
import { DateField } from './date-field';
import { RowsEditor } from './rows-editor';
import styles from './inquiry.module.css';
import fieldStyles from './field.module.css';

interface FieldEditorProps {
  readonly field: FieldDefinition;
  /** The user wanted to sign the stage and this is still needed. */
  readonly isMissing?: boolean;
}

/** The control for one field, chosen by its type; saves by itself. */
export function FieldEditor({ field, isMissing = false }: FieldEditorProps) {
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const { detail, save } = useProject();
  const value = detail.values[field.key];
  const text = typeof value === 'string' ? value : '';
  const hint = field.help && detail.project.guidance !== 'free' ? local(field.help) : undefined;
  const error = isMissing ? t('stage.missing') : undefined;
  const common = { label: local(field.label), hint, error };
  const saveText = (next: string): Promise<boolean> => save(field.key, next);
  switch (field.type) {
    case 'text':
      return <AutosaveTextField {...common} value={text} onSave={saveText} />;
    case 'long-text':
      return (
        <div className={fieldStyles['field']}>
          <AutosaveTextArea
            {...common}
            value={text}
            onSave={saveText}
            reading={field.role === 'question'}
            rows={field.role === 'question' ? 2 : 3}
          />
          {field.starters && text === '' && detail.project.guidance === 'guided' ? (
            <Starters patterns={field.starters.map(local)} onChoose={(pattern) => void saveText(pattern)} />
          ) : null}
        </div>
      );
    case 'date':
      return <DateField {...common} value={text} onSave={saveText} />;
    case 'number':
      return (
        <NumberField
          {...common}
          value={typeof value === 'number' ? value : NaN}
          {...(field.min === undefined ? {} : { minValue: field.min })}
          {...(field.max === undefined ? {} : { maxValue: field.max })}
          onChange={(next) => {
            void save(field.key, Number.isNaN(next) ? null : next);
          }}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          placeholder={t('field.choose')}
          value={text === '' ? null : text}
          onChange={(next) => void saveText(next)}
          choices={field.options.map((option) => ({ id: option.id, label: local(option.label) }))}
        />
      );
    case 'yes-no':
      return (
        <RadioGroup
          {...common}
          orientation="horizontal"
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(next) => void save(field.key, next === 'yes')}
          choices={[
            { id: 'yes', label: t('field.yes') },
            { id: 'no', label: t('field.no') },
          ]}
        />
      );
    case 'tick':
      return (
        <Checkbox
          isSelected={value === true}
          description={hint}
          onChange={(next) => void save(field.key, next)}
        >
          {local(field.label)}
        </Checkbox>
      );
    case 'links':
      return <LinksField field={field} isMissing={isMissing} />;
    case 'rows':
      return <RowsField field={field} isMissing={isMissing} />;
  }
}

function RowsField({
  field,
  isMissing,
}: {
  readonly field: RowsFieldDefinition;
  readonly isMissing: boolean;
}) {
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const { detail } = useProject();
  return (
    <section className={fieldStyles['field']} aria-label={local(field.label)}>
      <h4 className={fieldStyles['fieldTitle']}>{local(field.label)}</h4>
      {field.help && detail.project.guidance !== 'free' ? (
        <p className={styles['hint']}>{local(field.help)}</p>
      ) : null}
      {isMissing ? (
        <p className={fieldStyles['missing']} role="alert">
          {t('stage.missing')}
        </p>
      ) : null}
      <RowsEditor field={field} />
    </section>
  );
}

interface StartersProps {
  readonly patterns: readonly string[];
  readonly onChoose: (pattern: string) => void;
}

/** Patterns to start a question from. */
function Starters({ patterns, onChoose }: StartersProps) {
  const { t } = useTranslation('inquiry');
  return (
    <div className={fieldStyles['starters']} role="group" aria-label={t('field.starters')}>
      <span className={styles['meta']}>{t('field.starters')}</span>
      {patterns.map((pattern) => (
        <Button
          key={pattern}
          variant="link"
          onPress={() => {
            onChoose(pattern);
          }}
        >
          {pattern}
        </Button>
      ))}
    </div>
  );
}
