import { Search, X } from 'lucide-react';
import type { CSSProperties, KeyboardEvent, Ref } from 'react';
import {
  Button as AriaButton,
  Group,
  Input,
  NumberField as AriaNumberField,
  SearchField as AriaSearchField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type NumberFieldProps as AriaNumberFieldProps,
  type SearchFieldProps as AriaSearchFieldProps,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { cx } from './cx';
import { FieldFooter, FieldLabel, fieldClass, type FieldProps } from './field';
import { Icon } from './icon';
import { Kbd } from './kbd';
import styles from './field.module.css';

type Plain<T> = Omit<T, 'className' | 'style' | 'children' | 'isInvalid' | 'ref'>;

function nameFor({ label, hideLabel }: Pick<FieldProps, 'label' | 'hideLabel'>): { 'aria-label'?: string } {
  return hideLabel === true ? { 'aria-label': label } : {};
}

/** A field without a frame says with a blank that it is empty: style sheets can ask for that and draw its line. */
function shown(placeholder: string | undefined, density?: FieldProps['density']): { placeholder?: string } {
  if (placeholder !== undefined) return { placeholder };
  return density === 'compact' ? { placeholder: ' ' } : {};
}

export interface TextFieldProps extends Plain<AriaTextFieldProps>, FieldProps {
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  aside,
  hideLabel,
  density,
  placeholder,
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      {...nameFor({ label, hideLabel })}
      isInvalid={error !== undefined}
      className={fieldClass(density)}
    >
      <FieldLabel label={label} aside={aside} hideLabel={hideLabel} />
      <Input className={styles['input'] ?? ''} ref={inputRef ?? null} {...shown(placeholder, density)} />
      <FieldFooter hint={hint} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends Plain<AriaTextFieldProps>, FieldProps {
  readonly placeholder?: string | undefined;
  /** Rows before it grows with its text. */
  readonly rows?: number | undefined;
  /** Sets the text in the reading face, for prose that others will read. */
  readonly reading?: boolean | undefined;
  readonly areaRef?: Ref<HTMLTextAreaElement> | undefined;
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    hint,
    error,
    aside,
    hideLabel,
    density,
    placeholder,
    rows = 3,
    reading,
    areaRef,
    ...rest
  } = props;
  // A custom property, typed by React only through an index signature.
  const style: CSSProperties & { '--rows': number } = { '--rows': rows };
  return (
    <AriaTextField
      {...rest}
      {...nameFor({ label, hideLabel })}
      isInvalid={error !== undefined}
      className={fieldClass(density)}
    >
      <FieldLabel label={label} aside={aside} hideLabel={hideLabel} />
      <AriaTextArea
        className={cx(styles['area'], reading === true && styles['reading'])}
        style={style}
        rows={rows}
        ref={areaRef ?? null}
        {...shown(placeholder, density)}
      />
      <FieldFooter hint={hint} error={error} />
    </AriaTextField>
  );
}

export interface NumberFieldProps extends Plain<AriaNumberFieldProps>, FieldProps {
  readonly placeholder?: string | undefined;
}

/** A number in the user's own notation (decimal comma or point); `NaN` is empty. */
export function NumberField({
  label,
  hint,
  error,
  aside,
  hideLabel,
  density,
  placeholder,
  ...rest
}: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      {...nameFor({ label, hideLabel })}
      isInvalid={error !== undefined}
      className={fieldClass(density)}
    >
      <FieldLabel label={label} aside={aside} hideLabel={hideLabel} />
      <Input className={styles['input'] ?? ''} {...shown(placeholder, density)} />
      <FieldFooter hint={hint} error={error} />
    </AriaNumberField>
  );
}

export interface SearchFieldProps extends Plain<AriaSearchFieldProps> {
  readonly label: string;
  readonly clearLabel: string;
  readonly placeholder?: string | undefined;
  /** Key shown in the box that moves the focus here. */
  readonly shortcut?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onInputKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly className?: string | undefined;
}

/** A search box; Escape empties it. */
export function SearchField(props: SearchFieldProps) {
  const { label, clearLabel, placeholder, shortcut, inputRef, onInputKeyDown, className, ...rest } = props;
  return (
    <AriaSearchField {...rest} aria-label={label} className={cx(styles['field'], className)}>
      {({ isEmpty }) => (
        <Group className={styles['group'] ?? ''}>
          <Icon icon={Search} size={17} />
          <Input
            className={styles['bare'] ?? ''}
            ref={inputRef ?? null}
            {...shown(placeholder)}
            {...(onInputKeyDown ? { onKeyDown: onInputKeyDown } : {})}
          />
          {isEmpty ? (
            shortcut === undefined ? null : (
              <span style={{ paddingInlineEnd: '0.5rem' }} aria-hidden="true">
                <Kbd>{shortcut}</Kbd>
              </span>
            )
          ) : (
            <AriaButton className={styles['inner'] ?? ''} aria-label={clearLabel}>
              <Icon icon={X} size={16} />
            </AriaButton>
          )}
        </Group>
      )}
    </AriaSearchField>
  );
}
