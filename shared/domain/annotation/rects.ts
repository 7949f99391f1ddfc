import { z } from 'zod';

/**
 * A rectangle on a page in PDF points (1/72 inch), as in PDF itself: origin at the lower left, y grows upwards.
 * Order: left, bottom, right, top. Coordinates are those of the unrotated page, so they hold at any zoom and rotation.
 */
export const pdfRect = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type PdfRect = Readonly<z.infer<typeof pdfRect>>;

/** Share of the smaller height that two boxes must overlap vertically to stand on one line. */
const SAME_LINE_OVERLAP = 0.5;
/** Widest gap, in heights of the line, that is still closed: a word space, but not the gutter between two columns. */
const WIDEST_GAP = 0.9;

/**
 * Puts the corners of a rectangle in order and rounds them to a hundredth of a point.
 * @param rect corners in any order, PDF points
 */
export function orderRect(rect: PdfRect): PdfRect {
  const [x1, y1, x2, y2] = rect;
  return [round(Math.min(x1, x2)), round(Math.min(y1, y2)), round(Math.max(x1, x2)), round(Math.max(y1, y2))];
}

/**
 * Joins the boxes of single words or glyph runs into one box per line, keeping reading order.
 * Columns stay apart: a gap wider than about one line height is not closed.
 * @param rects boxes in reading order, PDF points
 * @returns ordered, non-empty boxes, one per line of each column
 */
export function mergeLines(rects: readonly PdfRect[]): readonly PdfRect[] {
  const lines: PdfRect[] = [];
  for (const raw of rects) {
    const rect = orderRect(raw);
    if (rect[2] - rect[0] <= 0 || rect[3] - rect[1] <= 0) continue;
    const at = lines.findLastIndex((line) => onOneLine(line, rect));
    const line = lines[at];
    if (line) lines[at] = unite(line, rect);
    else lines.push(rect);
  }
  return lines;
}

/**
 * @param rects at least one box
 * @returns the smallest box around all of them; a zero box when there is none
 */
export function boundingRect(rects: readonly PdfRect[]): PdfRect {
  const [first, ...rest] = rects;
  return first ? rest.reduce(unite, first) : [0, 0, 0, 0];
}

/**
 * Corner points of a box in the order that PDF viewers expect for `QuadPoints`: upper left, upper right, lower left,
 * lower right (the order of the widespread viewers, which differs from the text of ISO 32000 12.5.6.10).
 * @param rect PDF points
 */
export function quadPoints(rect: PdfRect): readonly number[] {
  const [left, bottom, right, top] = rect;
  return [left, top, right, top, left, bottom, right, bottom];
}

function onOneLine(a: PdfRect, b: PdfRect): boolean {
  const overlap = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const low = Math.min(a[3] - a[1], b[3] - b[1]);
  const high = Math.max(a[3] - a[1], b[3] - b[1]);
  const gap = Math.max(a[0], b[0]) - Math.min(a[2], b[2]);
  return overlap >= low * SAME_LINE_OVERLAP && gap <= high * WIDEST_GAP;
}

function unite(a: PdfRect, b: PdfRect): PdfRect {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
