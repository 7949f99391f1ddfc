import type { ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components';
import { cx } from './cx';
import styles from './popover.module.css';

export { DialogTrigger as PopoverTrigger };

export interface PopoverProps extends Omit<AriaPopoverProps, 'className' | 'style' | 'children'> {
  /** Name of the popover for screen readers. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly className?: string | undefined;
}

/** A small floating panel; put it in a PopoverTrigger after its button. */
export function Popover({ label, children, className, ...rest }: PopoverProps) {
  return (
    <AriaPopover {...rest} className={cx(styles['popover'], className)}>
      <AriaDialog aria-label={label} className={cx(styles['dialog'], styles['padded'])}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </AriaDialog>
    </AriaPopover>
  );
}
