import { Plus } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CSL_NAME_VARIABLES,
  isNameVariable,
  type CslItem,
  type CslName,
  type CslNameVariable,
} from '@shared/domain/bibliography/csl-item';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { Button, Menu } from '../../../ui';
import { CreatorRow } from './creator-row';
import { FoundField } from './provenance';
import styles from './panel.module.css';

const ROLES = Object.keys(CSL_NAME_VARIABLES).filter(isNameVariable);

/** A row that waits for its first letter. */
const BLANK: CslName = { family: '' };
const hasWords = (name: CslName): boolean => Object.values(name).some((part) => part !== '');

export interface CreatorsProps {
  readonly paper: ItemDetail;
  /** Roles of the type, the usual one first. */
  readonly roles: readonly CslNameVariable[];
  readonly onSave: (fields: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

function filledRoles(csl: CslItem): readonly CslNameVariable[] {
  return ROLES.filter((role) => (csl[role] ?? []).length > 0);
}

/** Everybody who took part in the work, by role; further roles on demand. */
export function Creators({ paper, roles, onSave }: CreatorsProps) {
  const { t } = useTranslation('items');
  const [opened, setOpened] = useState<readonly CslNameVariable[]>([]);
  const filled = filledRoles(paper.csl);
  const usual = roles.filter((role) => filled.includes(role));
  const shown = [...new Set([...(usual.length === 0 ? roles.slice(0, 1) : usual), ...filled, ...opened])];
  const offered = [...new Set([...roles, ...ROLES])].filter((role) => !shown.includes(role));
  return (
    <div className={styles['dense']}>
      {shown.map((role) => (
        <CreatorsField
          key={role}
          paper={paper}
          role={role}
          startsOpen={opened.includes(role)}
          onSave={(names) => onSave({ [role]: names })}
        />
      ))}
      <div>
        <Menu
          label={t('names.addRole')}
          trigger={
            <Button size="small" variant="quiet" icon={Plus}>
              {t('names.addRole')}
            </Button>
          }
          entries={offered.map((role) => ({
            id: role,
            label: t(`role.${role}`),
            onAction: () => {
              setOpened([...opened, role]);
            },
          }))}
        />
      </div>
    </div>
  );
}

interface CreatorsFieldProps {
  readonly paper: ItemDetail;
  readonly role: CslNameVariable;
  /** Begins with an empty row: the role was just chosen. */
  readonly startsOpen: boolean;
  readonly onSave: (names: readonly CslName[] | null) => Promise<boolean>;
}

/** The people or bodies of one role, in order. */
function CreatorsField({ paper, role, startsOpen, onSave }: CreatorsFieldProps) {
  const { t } = useTranslation('items');
  const stored = paper.csl[role];
  const [names, setNames] = useState<readonly CslName[]>(() => stored ?? (startsOpen ? [BLANK] : []));
  // Fields save with a delay: what they change is always the newest list.
  const latest = useRef(names);
  const frame = useRef<HTMLFieldSetElement>(null);
  const focusOn = useRef<number | null>(startsOpen ? 0 : null);
  const text = JSON.stringify(stored ?? []);
  const seen = useRef(text);
  useEffect(() => {
    if (seen.current === text) return;
    seen.current = text;
    const blanks = latest.current.filter((name) => !hasWords(name));
    latest.current = [...(stored ?? []), ...blanks];
    setNames(latest.current);
  }, [stored, text]);
  useLayoutEffect(() => {
    if (focusOn.current === null) return;
    frame.current
      ?.querySelector<HTMLInputElement>(`[data-person="${String(focusOn.current)}"] input`)
      ?.focus();
    focusOn.current = null;
  }, [names]);

  const save = (next: readonly CslName[]): Promise<boolean> => {
    latest.current = next;
    setNames(next);
    const kept = next.filter(hasWords);
    seen.current = JSON.stringify(kept);
    return seen.current === text ? Promise.resolve(true) : onSave(kept.length === 0 ? null : kept);
  };
  const change = (index: number, turn: (name: CslName) => CslName): Promise<boolean> =>
    save(latest.current.map((old, at) => (at === index ? turn(old) : old)));
  const move = (index: number, by: -1 | 1): void => {
    const to = index + by;
    if (to < 0 || to >= latest.current.length) return;
    // Leaving the field saves what is being written in it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const next = [...latest.current];
    const [name] = next.splice(index, 1);
    if (name === undefined) return;
    next.splice(to, 0, name);
    focusOn.current = to;
    void save(next);
  };
  const label = t(`role.${role}`);
  return (
    <fieldset ref={frame} className={styles['people']}>
      <legend className={styles['label']}>
        {label} <FoundField paper={paper} field={role} />
      </legend>
      {names.map((name, index) => (
        <CreatorRow
          key={`${index}-${names.length}`}
          name={name}
          index={index}
          count={names.length}
          role={label}
          onChange={change}
          onMove={move}
          onRemove={(at) => void save(latest.current.filter((_, other) => other !== at))}
        />
      ))}
      <div>
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          aria-label={`${label}: ${t('names.add')}`}
          onPress={() => {
            focusOn.current = latest.current.length;
            latest.current = [...latest.current, BLANK];
            setNames(latest.current);
          }}
        >
          {t('names.add')}
        </Button>
      </div>
    </fieldset>
  );
}
