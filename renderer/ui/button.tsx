import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  type ButtonProps as AriaButtonProps,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import { cx } from './cx';
import { Icon, type LucideIcon } from './icon';
import { Tooltip, type TooltipPlacement } from './tooltip';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
export type ButtonSize = 'small' | 'medium';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return cx(
    styles['button'],
    variant !== 'secondary' && styles[variant],
    size === 'small' && styles['small'],
    className,
  );
}

/** A push button; `primary` at most once per view, `link` inside running text. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass(variant, size, className)}>
      {icon ? <Icon icon={icon} size={size === 'small' ? 16 : 18} /> : null}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children'> {
  readonly icon: LucideIcon;
  /** Name of the button, shown as its tooltip. */
  readonly label: string;
  /** Shortcut as shown to the user, e.g. "Ctrl+K". */
  readonly shortcut?: string | undefined;
  readonly placement?: TooltipPlacement | undefined;
}

/** A button with only an icon: always named, always with a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, shortcut, placement, variant = 'quiet', size = 'medium', className, ...rest } = props;
  return (
    <Tooltip text={label} shortcut={shortcut} placement={placement}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={buttonClass(variant, size, cx(styles['square'], className))}
      >
        <Icon icon={icon} size={size === 'small' ? 16 : 18} />
      </AriaButton>
    </Tooltip>
  );
}

export interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'className' | 'children' | 'style'> {
  readonly icon?: LucideIcon | undefined;
  readonly size?: ButtonSize | undefined;
  /** With `iconOnly` the label is the tooltip, else it stands in the button. */
  readonly label: string;
  readonly iconOnly?: boolean | undefined;
  readonly shortcut?: string | undefined;
  readonly placement?: TooltipPlacement | undefined;
  readonly className?: string | undefined;
}

/** A button that stays pressed. */
export function ToggleButton(props: ToggleButtonProps) {
  const { icon, label, iconOnly = false, shortcut, placement, size = 'medium', className, ...rest } = props;
  const button = (
    <AriaToggleButton
      {...rest}
      {...(iconOnly ? { 'aria-label': label } : {})}
      className={({ isSelected }) =>
        buttonClass(
          'secondary',
          size,
          cx(iconOnly && styles['square'], isSelected && styles['selected'], className),
        )
      }
    >
      {icon ? <Icon icon={icon} size={size === 'small' ? 16 : 18} /> : null}
      {iconOnly ? null : label}
    </AriaToggleButton>
  );
  return iconOnly ? (
    <Tooltip text={label} shortcut={shortcut} placement={placement}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
