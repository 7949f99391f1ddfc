import { ArrowUp, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fullName } from '@shared/domain/bibliography/creators';
import type { CslName } from '@shared/domain/bibliography/csl-item';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { AutosaveTextField, Button, IconButton } from '../../../ui';
import { FoundField } from './provenance';
import styles from './panel.module.css';

export interface CreatorsFieldProps {
  readonly paper: ItemDetail;
  readonly field: 'author' | 'editor';
  readonly onSave: (names: readonly CslName[] | null) => Promise<boolean>;
}

function withPart(name: CslName, part: 'family' | 'given', value: string): CslName {
  const text = value.trim();
  const { literal } = name;
  // A body has one name only; a given name makes it a person.
  if (literal !== undefined && part === 'family') return { literal: text };
  const person = literal === undefined ? name : { family: literal };
  const changed = { ...person, [part]: text };
  return Object.fromEntries(Object.entries(changed).filter(([key, words]) => key !== part || words !== ''));
}

/** The people or bodies a paper is by, in order. */
export function CreatorsField({ paper, field, onSave }: CreatorsFieldProps) {
  const { t } = useTranslation('library');
  const names = paper.csl[field] ?? [];
  const replace = (index: number, name: CslName): Promise<boolean> =>
    onSave(names.map((old, at) => (at === index ? name : old)));
  const moveUp = (index: number): void => {
    const moved = [...names];
    const [name] = moved.splice(index, 1);
    if (name) moved.splice(index - 1, 0, name);
    void onSave(moved);
  };
  return (
    <fieldset className={styles['people']} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend className={styles['label']}>
        {t(field === 'author' ? 'details.authors' : 'details.editors')}{' '}
        <FoundField paper={paper} field={field} />
      </legend>
      {names.map((name, index) => (
        <div key={`${index}-${names.length}`} className={styles['person']}>
          <AutosaveTextField
            density="compact"
            hideLabel
            label={`${t('details.family')} ${index + 1}`}
            placeholder={t('details.family')}
            value={name.literal ?? [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')}
            onSave={(value) => replace(index, withPart(withoutParticle(name), 'family', value))}
          />
          <AutosaveTextField
            density="compact"
            hideLabel
            label={`${t('details.given')} ${index + 1}`}
            placeholder={t('details.given')}
            value={name.given ?? ''}
            onSave={(value) => replace(index, withPart(name, 'given', value))}
          />
          <IconButton
            icon={ArrowUp}
            size="small"
            isDisabled={index === 0}
            label={t('details.moveAuthorUp', { name: fullName(name) })}
            onPress={() => {
              moveUp(index);
            }}
          />
          <IconButton
            icon={X}
            size="small"
            label={t('details.removeAuthor', { name: fullName(name) })}
            onPress={() => {
              const left = names.filter((_, at) => at !== index);
              void onSave(left.length === 0 ? null : left);
            }}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          onPress={() => void onSave([...names, { family: '', given: '' }])}
        >
          {t('details.addAuthor')}
        </Button>
      </div>
    </fieldset>
  );
}

/** The particle is shown as a part of the family name, so an edit of that holds it. */
function withoutParticle(name: CslName): CslName {
  return Object.fromEntries(Object.entries(name).filter(([part]) => part !== 'non-dropping-particle'));
}
