import type { LucideIcon } from 'lucide-react';

export type { LucideIcon };

export interface IconProps {
  readonly icon: LucideIcon;
  /** Side length in px at the default font size. */
  readonly size?: number | undefined;
  /** Words for a screen reader; without them the icon is decoration beside a text. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** A line icon in the app's stroke; grows with the font size. */
export function Icon({ icon: Glyph, size = 18, label, className }: IconProps) {
  const side = `${size / 16}rem`;
  const common = {
    width: side,
    height: side,
    strokeWidth: 1.6,
    focusable: false,
    style: { flex: 'none' },
    className: className ?? '',
  };
  return label === undefined ? (
    <Glyph {...common} aria-hidden />
  ) : (
    <Glyph {...common} role="img" aria-label={label} />
  );
}
