import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { AutosaveTextArea, AutosaveTextField, NumberField } from '../../ui';
import styles from './reading.module.css';

export type Entry = CallOutput<'reading.list'>[number];

/** The fields of one entry, each saved as it is written. */
export function EntryFields({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('items');
  const [error, setError] = useState<string>();
  const save = async (fields: Omit<CallInput<'reading.update'>, 'entryId'>): Promise<boolean> => {
    const done = await call('reading.update', { entryId: entry.id, ...fields });
    if (!done.ok) reportFailure(done.error);
    return done.ok;
  };
  const text = (field: 'purpose' | 'keyIdea' | 'question' | 'usedFor') => (
    <AutosaveTextArea
      density="compact"
      rows={1}
      label={t(`reading.${field}`)}
      value={entry[field]}
      onSave={(value) => save({ [field]: value })}
    />
  );
  return (
    <div className={styles['fields']}>
      <div className={styles['two']}>
        <AutosaveTextField
          density="compact"
          label={t('reading.date')}
          error={error}
          value={entry.date}
          onSave={(value) => {
            const isDate = /^\d{4}-\d\d-\d\d$/.test(value.trim()) && !Number.isNaN(Date.parse(value.trim()));
            setError(isDate ? undefined : t('reading.badDate'));
            return isDate ? save({ date: value.trim() }) : false;
          }}
        />
        <NumberField
          density="compact"
          label={t('reading.minutes')}
          minValue={0}
          value={entry.minutes ?? NaN}
          onChange={(minutes) => void save({ minutes: Number.isNaN(minutes) ? null : Math.round(minutes) })}
        />
      </div>
      {text('purpose')}
      {text('keyIdea')}
      {text('question')}
      {text('usedFor')}
    </div>
  );
}
