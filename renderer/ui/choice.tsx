import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  CheckboxGroup as AriaCheckboxGroup,
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
  SwitchButton,
  SwitchField,
  Text,
  type CheckboxFieldProps,
  type SwitchFieldProps,
} from 'react-aria-components';
import { cx } from './cx';
import { FieldFooter, FieldLabel, fieldClass, type FieldProps } from './field';
import { Icon } from './icon';
import styles from './field.module.css';

export interface CheckboxProps extends Omit<CheckboxFieldProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly description?: ReactNode;
}

function Description({ children }: { readonly children: ReactNode }) {
  return children ? (
    <Text slot="description" className={styles['choiceHint'] ?? ''}>
      {children}
    </Text>
  ) : null;
}

/** A box to tick. */
export function Checkbox({ children, description, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className={styles['choiceField'] ?? ''}>
      <CheckboxButton className={styles['choice'] ?? ''}>
        {({ isIndeterminate }) => (
          <>
            <span className={styles['box']} aria-hidden="true">
              <Icon icon={isIndeterminate ? Minus : Check} size={14} />
            </span>
            <span className={styles['choiceText']}>{children}</span>
          </>
        )}
      </CheckboxButton>
      <Description>{description}</Description>
    </CheckboxField>
  );
}

export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Words over the choices of one kind, in a Select or ComboBox; choices of a group stand together. */
  readonly group?: string | undefined;
}

interface GroupProps<Id extends string> extends FieldProps {
  readonly choices: readonly Choice<Id>[];
  readonly orientation?: 'horizontal' | 'vertical' | undefined;
  readonly isDisabled?: boolean | undefined;
}

export interface RadioGroupProps<Id extends string> extends GroupProps<Id> {
  /** `null` when nothing is chosen yet. */
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
}

/** One of several, all visible. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const {
    label,
    hint,
    error,
    aside,
    hideLabel,
    density,
    choices,
    value,
    onChange,
    orientation = 'vertical',
    isDisabled,
  } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.id === next);
        if (chosen) onChange(chosen.id);
      }}
      orientation={orientation}
      isInvalid={error !== undefined}
      isDisabled={isDisabled ?? false}
      className={fieldClass(density)}
      {...(hideLabel === true ? { 'aria-label': label } : {})}
    >
      <FieldLabel label={label} aside={aside} hideLabel={hideLabel} />
      <div className={styles['choices']} data-orientation={orientation}>
        {choices.map((choice) => (
          <RadioField
            key={choice.id}
            value={choice.id}
            isDisabled={choice.isDisabled ?? false}
            className={styles['choiceField'] ?? ''}
          >
            <RadioButton className={styles['choice'] ?? ''}>
              <span className={styles['radio']} aria-hidden="true" />
              <span className={styles['choiceText']}>{choice.label}</span>
            </RadioButton>
            <Description>{choice.description}</Description>
          </RadioField>
        ))}
      </div>
      <FieldFooter hint={hint} error={error} />
    </AriaRadioGroup>
  );
}

export interface CheckboxGroupProps<Id extends string> extends GroupProps<Id> {
  readonly value: readonly Id[];
  readonly onChange: (value: readonly Id[]) => void;
}

/** Any of several, all visible. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const {
    label,
    hint,
    error,
    aside,
    hideLabel,
    density,
    choices,
    value,
    onChange,
    orientation = 'vertical',
    isDisabled,
  } = props;
  return (
    <AriaCheckboxGroup
      value={[...value]}
      onChange={(next) => {
        onChange(choices.filter((choice) => next.includes(choice.id)).map((choice) => choice.id));
      }}
      isInvalid={error !== undefined}
      isDisabled={isDisabled ?? false}
      className={fieldClass(density)}
      {...(hideLabel === true ? { 'aria-label': label } : {})}
    >
      <FieldLabel label={label} aside={aside} hideLabel={hideLabel} />
      <div className={styles['choices']} data-orientation={orientation}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.id}
            value={choice.id}
            isDisabled={choice.isDisabled ?? false}
            description={choice.description}
          >
            {choice.label}
          </Checkbox>
        ))}
      </div>
      <FieldFooter hint={hint} error={error} />
    </AriaCheckboxGroup>
  );
}

export interface SwitchProps extends Omit<SwitchFieldProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly description?: ReactNode;
}

/** Something that is on or off at once. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className={cx(styles['choiceField'], styles['switchField'])}>
      <SwitchButton className={styles['choice'] ?? ''}>
        <span className={styles['track']} aria-hidden="true" />
        <span className={styles['choiceText']}>{children}</span>
      </SwitchButton>
      <Description>{description}</Description>
    </SwitchField>
  );
}
