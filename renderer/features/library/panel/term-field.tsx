import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, ComboBox } from '../../../ui';
import { termsOf, type TermList } from '../vocabularies';
import styles from './panel.module.css';

export interface TermFieldProps {
  readonly list: TermList;
  /** Ids of the list, or the person's own words where the list allows them. */
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Terms of a vocabulary as chips, and a box that finds more by their beginning. */
export function TermField({ list, value, onChange }: TermFieldProps) {
  const { t, i18n } = useTranslation('items');
  const language = i18n.resolvedLanguage ?? 'en';
  const terms = useMemo(() => termsOf(list, language), [list, language]);
  const names = useMemo(() => new Map(terms.map((term) => [term.id, term.label])), [terms]);
  const [text, setText] = useState('');
  const takesOwnWords = list === 'topic';
  const wanted = text.trim().toLocaleLowerCase(language);
  const choices = terms.filter(
    ({ id, label }) => !value.includes(id) && label.toLocaleLowerCase(language).includes(wanted),
  );
  const own = text.trim();
  const offersOwn =
    takesOwnWords &&
    own !== '' &&
    !value.includes(own) &&
    !terms.some(({ label }) => label.toLocaleLowerCase(language) === wanted);
  const label = t(`education.${list}`);
  return (
    <div className={styles['dense']}>
      <ComboBox
        density="compact"
        label={label}
        openLabel={t('education.open')}
        placeholder={value.length === 0 ? t('education.notSaid') : undefined}
        hint={offersOwn ? t('education.ownWord') : undefined}
        choices={offersOwn ? [...choices, { id: own, label: own }] : choices}
        value={null}
        inputValue={text}
        onInputChange={setText}
        onChange={(id) => {
          if (id === null) return;
          onChange([...value, id]);
          setText('');
        }}
      />
      {value.length === 0 ? null : (
        <div className={styles['chips']}>
          {value.map((id) => {
            const name = names.get(id) ?? id;
            return (
              <Chip
                key={id}
                removeLabel={t('education.remove', { term: name })}
                onRemove={() => {
                  onChange(value.filter((other) => other !== id));
                }}
              >
                {name}
              </Chip>
            );
          })}
        </div>
      )}
    </div>
  );
}
