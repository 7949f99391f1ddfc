import { ArrowDown, ArrowUp, Building2, Ellipsis, UserRound, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '@shared/domain/bibliography/creators';
import type { CslName } from '@shared/domain/bibliography/csl-item';
import { AutosaveTextField, IconButton, Menu, type MenuEntry } from '../../../ui';
import styles from './panel.module.css';

type Part = keyof CslName;

/** A name with one part changed; an empty part goes. */
export function withPart(name: CslName, part: Part, value: string): CslName {
  const text = value.trim();
  const changed = { ...name, [part]: text };
  return Object.fromEntries(Object.entries(changed).filter(([key, words]) => key !== part || words !== ''));
}

/** A body as a person and the other way round, with the words it has. */
function turned(name: CslName): CslName {
  return name.literal === undefined ? { literal: fullName(name) } : { family: name.literal };
}

export interface CreatorRowProps {
  readonly name: CslName;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** Tells rows of one role from another's for screen readers. */
  readonly role: string;
  readonly onChange: (index: number, change: (name: CslName) => CslName) => Promise<boolean>;
  readonly onMove: (index: number, by: -1 | 1) => void;
  readonly onRemove: (index: number) => void;
}

/** One person or body. Alt+Up and Alt+Down move it. */
export function CreatorRow({ name, index, count, role, onChange, onMove, onRemove }: CreatorRowProps) {
  const { t } = useTranslation('items');
  const hasParts =
    name['dropping-particle'] !== undefined ||
    name['non-dropping-particle'] !== undefined ||
    name.suffix !== undefined;
  const [showsParts, setShowsParts] = useState(hasParts);
  const isBody = name.literal !== undefined;
  const shown = fullName(name) || t('names.nobody');
  const move = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(index, event.key === 'ArrowUp' ? -1 : 1);
  };
  const field = (part: Part, label: string) => (
    <AutosaveTextField
      density="compact"
      hideLabel
      label={`${role} ${String(index + 1)}: ${label}`}
      placeholder={label}
      value={name[part] ?? ''}
      onKeyDown={move}
      onSave={(value) => onChange(index, (old) => withPart(old, part, value))}
    />
  );
  const entries: readonly MenuEntry[] = [
    {
      id: 'up',
      label: t('names.up', { name: shown }),
      icon: ArrowUp,
      isDisabled: index === 0,
      onAction: () => onMove(index, -1),
    },
    {
      id: 'down',
      label: t('names.down', { name: shown }),
      icon: ArrowDown,
      isDisabled: index >= count - 1,
      onAction: () => onMove(index, 1),
    },
    {
      id: 'kind',
      label: t(isBody ? 'names.toPerson' : 'names.toBody'),
      icon: isBody ? UserRound : Building2,
      onAction: () => void onChange(index, turned),
    },
    ...(isBody
      ? []
      : [
          {
            id: 'parts',
            label: t('names.more', { name: shown }),
            isSelected: showsParts,
            onAction: () => setShowsParts(!showsParts),
          },
        ]),
    'separator',
    {
      id: 'remove',
      label: t('names.remove', { name: shown }),
      icon: X,
      tone: 'danger',
      onAction: () => onRemove(index),
    },
  ];
  return (
    <div data-person={index}>
      <div className={isBody ? styles['body'] : styles['person']}>
        {isBody ? (
          field('literal', t('names.literal'))
        ) : (
          <>
            {field('family', t('names.family'))}
            {field('given', t('names.given'))}
          </>
        )}
        <Menu
          label={t('names.more', { name: shown })}
          trigger={<IconButton icon={Ellipsis} size="small" label={t('names.more', { name: shown })} />}
          entries={entries}
        />
      </div>
      {showsParts && !isBody ? (
        <div className={styles['parts']}>
          {field('dropping-particle', t('names.dropping'))}
          {field('non-dropping-particle', t('names.nonDropping'))}
          {field('suffix', t('names.suffix'))}
        </div>
      ) : null}
    </div>
  );
}
