import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { Icon } from './icon';
import styles from './field.module.css';

/** What every labelled control of the kit takes. */
export interface FieldProps {
  readonly label: string;
  /** One sentence of help under the label. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do; marks the control as invalid. */
  readonly error?: string | undefined;
  /** Small words at the end of the label row: a state, a count, a source. */
  readonly aside?: ReactNode;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean | undefined;
  /** `compact` is for dense panels: small label, edges only on hover and focus. */
  readonly density?: 'normal' | 'compact' | undefined;
}

/** The root class of a field of that density. */
export function fieldClass(density: FieldProps['density']): string {
  return density === 'compact'
    ? `${styles['field'] ?? ''} ${styles['small'] ?? ''}`
    : (styles['field'] ?? '');
}

/** The label row of a field; inside a react-aria field it names the control. */
export function FieldLabel({ label, aside, hideLabel }: Pick<FieldProps, 'label' | 'aside' | 'hideLabel'>) {
  if (hideLabel === true) return null;
  return (
    <div className={styles['labelRow']}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {aside ? <span className={styles['aside']}>{aside}</span> : null}
    </div>
  );
}

/** Hint and error of a field, announced with the control. */
export function FieldFooter({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint ? (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles['error'] ?? ''}>
        {({ validationErrors }) => (
          <>
            <Icon icon={CircleAlert} size={16} />
            <span>{error ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
