import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import { cx } from './cx';
import styles from './progress.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to `max`; `null` while the length of the work is unknown. */
  readonly value: number | null;
  readonly max?: number | undefined;
  /** Words at the end, e.g. "12 of 40". */
  readonly valueText?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

/** How far some work or reading is. */
export function ProgressBar({ label, value, max = 100, valueText, hideLabel = false }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className={styles['progress'] ?? ''}
      value={value ?? 0}
      maxValue={max}
      isIndeterminate={value === null}
      {...(valueText === undefined ? {} : { valueLabel: valueText })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {({ percentage, isIndeterminate }) => (
        <>
          {hideLabel ? null : (
            <div className={styles['row']}>
              <Label>{label}</Label>
              {valueText === undefined ? null : <span className={styles['value']}>{valueText}</span>}
            </div>
          )}
          <div className={styles['track']}>
            <div
              className={cx(styles['fill'], isIndeterminate && styles['indeterminate'])}
              style={isIndeterminate ? {} : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
