import styles from './text.module.css';

export interface SkeletonProps {
  /** How many lines stand in for the content. */
  readonly lines?: number | undefined;
  /** What is loading, for a screen reader. */
  readonly label: string;
}

const widths = ['92%', '78%', '85%', '64%', '88%', '71%'] as const;

/** Quiet stand-in lines while content loads; invisible for the first 120 ms. */
export function Skeleton({ lines = 3, label }: SkeletonProps) {
  return (
    <div className={styles['skeletonStack']} role="status" aria-label={label} aria-busy="true">
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          className={styles['skeleton']}
          style={{ height: '0.875rem', width: widths[index % widths.length] }}
        />
      ))}
    </div>
  );
}
