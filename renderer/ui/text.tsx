import type { ComponentProps, CSSProperties, ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type LucideIcon } from './icon';
import styles from './text.module.css';

export interface EyebrowProps {
  readonly children: ReactNode;
  readonly id?: string | undefined;
  /** Heading level for the outline of the page; 2 unless told. */
  readonly level?: 2 | 3 | 4 | undefined;
}

/** A small capital heading over a group in a side column. */
export function Eyebrow({ children, id, level = 2 }: EyebrowProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={styles['eyebrow']} {...(id === undefined ? {} : { id })}>
      {children}
    </Heading>
  );
}

export type Tone = 'neutral' | 'warn' | 'ok';

export interface NoteProps {
  readonly title?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly tone?: Tone | undefined;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** Coaching or a remark beside the thing it is about. */
export function Note({ title, icon, tone = 'neutral', actions, children, className }: NoteProps) {
  return (
    <div
      className={cx(
        styles['note'],
        tone === 'warn' && styles['noteWarn'],
        tone === 'ok' && styles['noteOk'],
        className,
      )}
    >
      {icon ? <Icon icon={icon} size={18} /> : null}
      <div className={styles['noteBody']}>
        {title === undefined ? null : <span className={styles['noteTitle']}>{title} </span>}
        {children}
        {actions ? <div className={styles['noteActions']}>{actions}</div> : null}
      </div>
    </div>
  );
}

/** A folder or file of this computer, to be read and copied. */
export function PathLine({ children }: { readonly children: string }) {
  return <div className={styles['path']}>{children}</div>;
}

export interface QuoteProps {
  /** CSS colour of the bar, e.g. an annotation colour. */
  readonly color?: string | undefined;
  readonly meta?: ReactNode;
  readonly lang?: string | undefined;
  readonly children: ReactNode;
}

/** Words of a source with a coloured bar; `meta` says where they stand. */
export function Quote({ color, meta, lang, children }: QuoteProps) {
  // A custom property, typed by React only through an index signature.
  const style: CSSProperties & { '--quote-color'?: string } =
    color === undefined ? {} : { '--quote-color': color };
  return (
    <figure className={styles['quote']} style={style}>
      <blockquote {...(lang === undefined ? {} : { lang })}>{children}</blockquote>
      {meta ? <figcaption className={styles['quoteMeta']}>{meta}</figcaption> : null}
    </figure>
  );
}

/** Words for those who listen to the page: they take no room on the screen. With a role or `aria-live` news is read out. */
export function Unseen(props: Omit<ComponentProps<'span'>, 'className' | 'style'>) {
  return <span {...props} className={styles['unseen']} />;
}
