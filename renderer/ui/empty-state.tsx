import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type LucideIcon } from './icon';
import styles from './text.module.css';

export interface EmptyStateProps {
  readonly icon?: LucideIcon | undefined;
  readonly title: string;
  /** What this place is for and what to do next. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly hint?: ReactNode;
  /** For a panel or a column instead of a whole place. */
  readonly compact?: boolean | undefined;
}

/** Says what an empty place is for and offers the next step. */
export function EmptyState({ icon, title, children, actions, hint, compact = false }: EmptyStateProps) {
  return (
    <div className={cx(styles['empty'], compact && styles['compact'])} data-empty="">
      {icon ? <Icon icon={icon} size={compact ? 22 : 34} className={styles['emptyIcon']} /> : null}
      <p className={styles['emptyTitle']}>{title}</p>
      {children ? <div className={styles['emptyText']}>{children}</div> : null}
      {actions ? <div className={styles['emptyActions']}>{actions}</div> : null}
      {hint ? <div className={styles['emptyHint']}>{hint}</div> : null}
    </div>
  );
}
