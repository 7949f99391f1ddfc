import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import styles from './tooltip.module.css';

export type TooltipPlacement = 'top' | 'bottom' | 'left' | 'right' | 'end' | 'start';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly placement?: TooltipPlacement | undefined;
  /** A focusable react-aria element (Button, Focusable). */
  readonly children: ReactElement;
}

/** A short explanation shown on hover and on keyboard focus. */
export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip placement={placement} offset={6} className={styles['tooltip'] ?? ''}>
        <span>{text}</span>
        {shortcut === undefined ? null : <span className={styles['shortcut']}>{shortcut}</span>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
