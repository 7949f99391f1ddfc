import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LOCATOR_LABELS, type CitationItem } from '@shared/domain/report/citation';
import { Button, Checkbox, Select, TextField } from '../../../ui';
import styles from './cite.module.css';

export interface CitedWorkFormProps {
  readonly item: CitationItem;
  readonly title: string;
  readonly onChange: (patch: Partial<CitationItem>) => void;
  readonly onRemove: () => void;
}

/** The details of one cited work: place, words before and after, author named in the sentence. */
export function CitedWorkForm({ item, title, onChange, onRemove }: CitedWorkFormProps) {
  const { t } = useTranslation('write');
  return (
    <fieldset className={styles['details']}>
      <legend className={styles['detailsTitle']}>{title}</legend>
      <div className={styles['row']}>
        <Select
          label={t('cite.label')}
          choices={LOCATOR_LABELS.map((label) => ({ id: label, label: t(`locator.${label}`) }))}
          value={item.label}
          onChange={(label) => {
            onChange({ label });
          }}
        />
        <TextField
          label={t('cite.locator')}
          value={item.locator}
          onChange={(locator) => {
            onChange({ locator });
          }}
        />
      </div>
      <div className={styles['row']}>
        <TextField
          label={t('cite.prefix')}
          placeholder={t('cite.prefix-example')}
          value={item.prefix}
          onChange={(prefix) => {
            onChange({ prefix });
          }}
        />
        <TextField
          label={t('cite.suffix')}
          value={item.suffix}
          onChange={(suffix) => {
            onChange({ suffix });
          }}
        />
      </div>
      <Checkbox
        isSelected={item.suppressAuthor}
        onChange={(suppressAuthor) => {
          onChange({ suppressAuthor });
        }}
        description={t('cite.suppress-hint')}
      >
        {t('cite.suppress')}
      </Checkbox>
      <div>
        <Button size="small" variant="quiet" icon={Trash2} onPress={onRemove}>
          {t('cite.remove-work')}
        </Button>
      </div>
    </fieldset>
  );
}
