import { X } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { Button as AriaButton, ToggleButton as AriaToggleButton } from 'react-aria-components';
import { cx } from './cx';
import { Icon, type LucideIcon } from './icon';
import styles from './text.module.css';

export type ChipTone = 'neutral' | 'accent' | 'warn' | 'ok';

export interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: ChipTone | undefined;
  readonly icon?: LucideIcon | undefined;
  /** CSS colour of a dot before the text. */
  readonly color?: string | undefined;
  /** Shows a remove button, whose name must say what is removed. */
  readonly onRemove?: (() => void) | undefined;
  readonly removeLabel?: string | undefined;
  readonly className?: string | undefined;
}

const toneClass: Readonly<Record<ChipTone, string | undefined>> = {
  neutral: undefined,
  accent: styles['chipAccent'],
  warn: styles['chipWarn'],
  ok: styles['chipOk'],
};

/** A filled circle in a user-chosen colour; never the only sign of a meaning. */
export function ColorDot({ color }: { readonly color: string }) {
  const style: CSSProperties & { '--dot-color': string } = { '--dot-color': color };
  return <span className={styles['dot']} style={style} aria-hidden="true" />;
}

/** A short label: a status, a tag, a property. */
export function Chip({
  children,
  tone = 'neutral',
  icon,
  color,
  onRemove,
  removeLabel,
  className,
}: ChipProps) {
  return (
    <span className={cx(styles['chip'], toneClass[tone], className)}>
      {color === undefined ? null : <ColorDot color={color} />}
      {icon ? <Icon icon={icon} size={14} /> : null}
      <span className={styles['chipText']}>{children}</span>
      {onRemove ? (
        <AriaButton aria-label={removeLabel ?? ''} className={styles['chipRemove'] ?? ''} onPress={onRemove}>
          <Icon icon={X} size={13} />
        </AriaButton>
      ) : null}
    </span>
  );
}

export interface ChipToggleProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly color?: string | undefined;
  readonly label?: string | undefined;
}

/** A chip that filters: pressed or not. */
export function ChipToggle({ children, isSelected, onChange, color, label }: ChipToggleProps) {
  return (
    <AriaToggleButton
      isSelected={isSelected}
      onChange={onChange}
      className={cx(styles['chip'], styles['chipButton'])}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {color === undefined ? null : <ColorDot color={color} />}
      <span className={styles['chipText']}>{children}</span>
    </AriaToggleButton>
  );
}
