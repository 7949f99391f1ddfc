import { Check, ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Collection,
  Group,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover as AriaPopover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { cx } from './cx';
import type { Choice } from './choice';
import { FieldFooter, FieldLabel, fieldClass, type FieldProps } from './field';
import { Icon } from './icon';
import list from './popover.module.css';
import styles from './field.module.css';

interface OptionsProps<Id extends string> {
  readonly choices: readonly Choice<Id>[];
  readonly emptyText?: string | undefined;
}

/** Choices by group, in the order of the first of each. */
function grouped<Id extends string>(
  choices: readonly Choice<Id>[],
): readonly (readonly [string | undefined, readonly Choice<Id>[]])[] {
  const groups = [...new Set(choices.map((choice) => choice.group))];
  return groups.map((group) => [group, choices.filter((choice) => choice.group === group)] as const);
}

function optionOf(choice: Choice) {
  return (
    <ListBoxItem
      id={choice.id}
      // Without the blanks that show the depth in a tree.
      textValue={choice.label.trim()}
      isDisabled={choice.isDisabled ?? false}
      className={list['item'] ?? ''}
    >
      {({ isSelected }) => (
        <>
          <span className={list['itemText']}>
            <Text slot="label">{choice.label}</Text>
            {choice.description === undefined ? null : (
              <Text slot="description" className={list['itemHint'] ?? ''}>
                {choice.description}
              </Text>
            )}
          </span>
          <span className={list['tick']}>{isSelected ? <Icon icon={Check} size={16} /> : null}</span>
        </>
      )}
    </ListBoxItem>
  );
}

function Options<Id extends string>({ choices, emptyText }: OptionsProps<Id>) {
  return (
    <AriaPopover className={list['popover'] ?? ''} offset={4}>
      <ListBox
        className={list['list'] ?? ''}
        renderEmptyState={() => <div className={list['empty']}>{emptyText}</div>}
      >
        {grouped(choices).map(([group, members]) =>
          group === undefined ? (
            <Collection key="" items={members}>
              {optionOf}
            </Collection>
          ) : (
            <ListBoxSection key={group} id={`group ${group}`}>
              <Header className={list['groupName'] ?? ''}>{group}</Header>
              <Collection items={members}>{optionOf}</Collection>
            </ListBoxSection>
          ),
        )}
      </ListBox>
    </AriaPopover>
  );
}

export interface SelectProps<Id extends string> extends FieldProps {
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** One of many, closed until asked. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hint, error, aside, hideLabel, density, choices, value, onChange, placeholder, isDisabled } =
    props;
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen) onChange(chosen.id);
      }}
      isInvalid={error !== undefined}
      isDisabled={isDisabled ?? false}
      className={fieldClass(density)}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(hideLabel === true ? { 'aria-label': label } : {})}
    >
      <FieldLabel label={label} aside={aside} hideLabel={hideLabel} />
      <AriaButton className={styles['select'] ?? ''}>
        <SelectValue className={styles['selectValue'] ?? ''}>
          {({ isPlaceholder, selectedText }) =>
            isPlaceholder ? <span className={styles['placeholder']}>{placeholder}</span> : selectedText
          }
        </SelectValue>
        <Icon icon={ChevronDown} size={16} />
      </AriaButton>
      <FieldFooter hint={hint} error={error} />
      <Options choices={choices} />
    </AriaSelect>
  );
}

export interface ComboBoxProps<Id extends string> extends FieldProps {
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  /** `null` when the chosen one was cleared. */
  readonly onChange: (value: Id | null) => void;
  /** Text in the box, when the caller filters (e.g. asks the library). */
  readonly inputValue?: string | undefined;
  readonly onInputChange?: ((text: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly emptyText?: string | undefined;
  /** Name of the button that opens the list. */
  readonly openLabel: string;
  /** Keeps words that are not in the list. */
  readonly allowsCustomValue?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Type ahead in a list. With `inputValue` the caller does the filtering. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, hint, error, aside, hideLabel, density, choices, value, onChange, placeholder, openLabel } =
    props;
  const { inputValue, onInputChange, emptyText, allowsCustomValue, isDisabled } = props;
  return (
    <AriaComboBox
      value={value}
      onChange={(key) => {
        onChange(choices.find((choice) => choice.id === key)?.id ?? null);
      }}
      // Filtered by the caller: everything that it passes is shown.
      {...(inputValue === undefined ? {} : { inputValue, defaultFilter: () => true })}
      {...(onInputChange ? { onInputChange } : {})}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue={allowsCustomValue ?? false}
      isInvalid={error !== undefined}
      isDisabled={isDisabled ?? false}
      className={fieldClass(density)}
      {...(hideLabel === true ? { 'aria-label': label } : {})}
    >
      <FieldLabel label={label} aside={aside} hideLabel={hideLabel} />
      <Group className={styles['group'] ?? ''}>
        <Input className={cx(styles['bare'])} {...(placeholder === undefined ? {} : { placeholder })} />
        <AriaButton className={styles['inner'] ?? ''} aria-label={openLabel}>
          <Icon icon={ChevronDown} size={16} />
        </AriaButton>
      </Group>
      <FieldFooter hint={hint} error={error} />
      <Options choices={choices} emptyText={emptyText} />
    </AriaComboBox>
  );
}
