import { useRef, type ReactElement, type ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover as AriaPopover,
  Separator,
  Text,
} from 'react-aria-components';
import { Check } from 'lucide-react';
import { cx } from './cx';
import { Icon, type LucideIcon } from './icon';
import styles from './popover.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly shortcut?: string | undefined;
  readonly tone?: 'normal' | 'danger' | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Shows a tick; for settings inside a menu. */
  readonly isSelected?: boolean | undefined;
  readonly onAction: () => void;
}

export type MenuEntry = MenuAction | 'separator';

/** Things of a menu that are each on or off; the menu stays open while they are set. */
export interface MenuChecks {
  readonly label: string;
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly hint?: string | undefined;
    readonly isDisabled?: boolean | undefined;
  }[];
  readonly selected: Iterable<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
}

export interface MenuListProps {
  readonly label: string;
  /** Drawn over the entries. */
  readonly checks?: MenuChecks | undefined;
  readonly entries: readonly MenuEntry[];
  readonly onClose?: (() => void) | undefined;
  /** No button opens it that would hand the focus on: it takes the focus itself. */
  readonly takesFocus?: boolean | undefined;
}

/** The list of a menu; for a button use `Menu`. */
export function MenuList({ label, checks, entries, onClose, takesFocus }: MenuListProps) {
  const actions = entries.filter((entry) => entry !== 'separator');
  return (
    <AriaMenu
      aria-label={label}
      className={styles['list'] ?? ''}
      disabledKeys={actions.filter((action) => action.isDisabled === true).map((action) => action.id)}
      {...(onClose ? { onClose } : {})}
      {...(takesFocus === true ? { autoFocus: 'first' as const } : {})}
      onAction={(key) => {
        actions.find((action) => action.id === key)?.onAction();
      }}
    >
      {checks === undefined ? null : <Checks {...checks} />}
      {entries.map((entry, index) =>
        entry === 'separator' ? (
          <Separator key={`separator-${index}`} className={styles['separator'] ?? ''} />
        ) : (
          <AriaMenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className={cx(styles['item'], entry.tone === 'danger' && styles['itemDanger'])}
          >
            {entry.isSelected === undefined ? null : (
              <span className={styles['tick']}>
                {entry.isSelected ? <Icon icon={Check} size={16} /> : null}
              </span>
            )}
            {entry.icon ? <Icon icon={entry.icon} size={17} /> : null}
            <span className={styles['itemText']}>
              <Text slot="label">{entry.label}</Text>
              {entry.hint === undefined ? null : (
                <Text slot="description" className={styles['itemHint'] ?? ''}>
                  {entry.hint}
                </Text>
              )}
            </span>
            {entry.shortcut === undefined ? null : (
              <span className={styles['itemShortcut']}>{entry.shortcut}</span>
            )}
          </AriaMenuItem>
        ),
      )}
    </AriaMenu>
  );
}

function Checks({ label, choices, selected, onChange }: MenuChecks) {
  const chosen = new Set(selected);
  return (
    <MenuSection
      aria-label={label}
      selectionMode="multiple"
      shouldCloseOnSelect={false}
      selectedKeys={chosen}
      onSelectionChange={(keys) => {
        onChange(new Set(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String)));
      }}
    >
      {choices.map((choice) => (
        <AriaMenuItem
          key={choice.id}
          id={choice.id}
          isDisabled={choice.isDisabled === true}
          textValue={choice.label}
          className={styles['item'] ?? ''}
        >
          <span className={styles['tick']}>
            {chosen.has(choice.id) ? <Icon icon={Check} size={16} /> : null}
          </span>
          {/* The hint belongs to the name: what is seen is what is said. */}
          <Text slot="label" className={styles['itemText'] ?? ''}>
            {choice.label}{' '}
            {choice.hint === undefined ? null : <span className={styles['itemHint']}>{choice.hint}</span>}
          </Text>
        </AriaMenuItem>
      ))}
    </MenuSection>
  );
}

export interface MenuProps extends MenuListProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly header?: ReactNode;
}

/** A button with a menu. */
export function Menu({ label, entries, trigger, header }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        {header}
        <MenuList label={label} entries={entries} />
      </AriaPopover>
    </MenuTrigger>
  );
}

export interface ContextMenuProps extends MenuListProps {
  /** Where it was asked for, in client coordinates; `null` is closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** A menu at the pointer (or at the focused thing, when opened by keyboard). */
export function ContextMenu({ label, checks, entries, at, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden="true"
        style={{ position: 'fixed', left: at?.x ?? 0, top: at?.y ?? 0 }}
      />
      <AriaPopover
        className={styles['popover'] ?? ''}
        aria-label={label}
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
        offset={2}
      >
        <MenuList label={label} checks={checks} entries={entries} onClose={onClose} takesFocus />
      </AriaPopover>
    </>
  );
}
