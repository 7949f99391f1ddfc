import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  Radio,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  type CheckboxProps as AriaCheckboxProps,
  type SwitchProps as AriaSwitchProps,
} from 'react-aria-components';
import { FieldFooter, FieldLabel, fieldClass, type FieldProps } from './field';
import { Icon } from './icon';
import styles from './field.module.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly description?: ReactNode;
}

/** A box to tick. */
export function Checkbox({ children, description, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles['choice'] ?? ''}>
      {({ isIndeterminate }) => (
        <>
          <span className={styles['box']} aria-hidden="true">
            <Icon icon={isIndeterminate ? Minus : Check} size={14} />
          </span>
          <span className={styles['choiceText']}>
            <span>{children}</span>
            {description ? <span className={styles['hint']}>{description}</span> : null}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}

export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
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
          <Radio
            key={choice.id}
            value={choice.id}
            isDisabled={choice.isDisabled ?? false}
            className={styles['choice'] ?? ''}
          >
            <span className={styles['radio']} aria-hidden="true" />
            <span className={styles['choiceText']}>
              <span>{choice.label}</span>
              {choice.description === undefined ? null : (
                <span className={styles['hint']}>{choice.description}</span>
              )}
            </span>
          </Radio>
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

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly description?: ReactNode;
}

/** Something that is on or off at once. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={styles['choice'] ?? ''}>
      <span className={styles['track']} aria-hidden="true" />
      <span className={styles['choiceText']}>
        <span>{children}</span>
        {description ? <span className={styles['hint']}>{description}</span> : null}
      </span>
    </AriaSwitch>
  );
}
