import { z } from 'zod';

/**
 * The eight annotation colours, in the order of their keys 1-8.
 * The hex values are the ones other reference managers store, so that an imported annotation maps to a colour one to one.
 */
export const ANNOTATION_COLORS = [
  '#ffd400',
  '#ff6666',
  '#5fb236',
  '#2ea8e5',
  '#a28ae5',
  '#e56eee',
  '#f19837',
  '#aaaaaa',
] as const;

/** One colour of the palette. */
export const annotationColor = z.enum(ANNOTATION_COLORS);
export type AnnotationColor = z.infer<typeof annotationColor>;

/** Names of the colours: keys of the reader's locale file (`palette.name.yellow`, `palette.meaning.yellow`). */
export const COLOR_NAMES = {
  '#ffd400': 'yellow',
  '#ff6666': 'red',
  '#5fb236': 'green',
  '#2ea8e5': 'blue',
  '#a28ae5': 'purple',
  '#e56eee': 'magenta',
  '#f19837': 'orange',
  '#aaaaaa': 'gray',
} as const satisfies Record<AnnotationColor, string>;

/** Colour of a new annotation until the reader chooses another. */
export const DEFAULT_COLOR: AnnotationColor = '#ffd400';

/**
 * What the user calls a colour. Only changed names are stored; a colour that is absent keeps the default name of the
 * user's language.
 */
export const colorMeanings = z.partialRecord(annotationColor, z.string().trim().min(1).max(60));
export type ColorMeanings = Readonly<z.infer<typeof colorMeanings>>;

/**
 * The colour that a number key chooses.
 * @param key the `key` of a keyboard event
 * @returns the colour for '1'..'8', otherwise undefined
 */
export function colorForKey(key: string): AnnotationColor | undefined {
  return /^[1-8]$/.test(key) ? ANNOTATION_COLORS[Number(key) - 1] : undefined;
}

/**
 * The palette colour nearest to any hex colour, for annotations that come from other programs.
 * @param hex '#rgb' or '#rrggbb', any case
 * @returns the colour with the smallest distance in RGB; the default colour when `hex` is not a colour
 */
export function nearestColor(hex: string): AnnotationColor {
  const wanted = parseHex(hex);
  if (!wanted) return DEFAULT_COLOR;
  let best: AnnotationColor = DEFAULT_COLOR;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const color of ANNOTATION_COLORS) {
    const candidate = parseHex(color);
    if (!candidate) continue;
    const distance = candidate.reduce((sum, part, i) => sum + (part - (wanted[i] ?? 0)) ** 2, 0);
    if (distance < bestDistance) [best, bestDistance] = [color, distance];
  }
  return best;
}

/**
 * @param hex '#rgb' or '#rrggbb'
 * @returns red, green and blue as 0..255, or undefined when `hex` is not a colour
 */
export function parseHex(hex: string): readonly [number, number, number] | undefined {
  const match = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(hex.trim());
  if (!match) return undefined;
  const six = match[2] ?? (match[1] ?? '').replace(/./g, '$&$&');
  const part = (at: number): number => Number.parseInt(six.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}
