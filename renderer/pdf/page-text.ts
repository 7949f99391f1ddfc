import { mergeLines, orderRect, type PdfRect } from '@shared/domain/annotation';

/** One run of text as pdf.js gives it; the parts of its `TextItem` and `TextStyle` that we use. */
export interface TextRun {
  readonly str: string;
  readonly dir: string;
  /** Text matrix: font size and direction, then the origin on the base line in PDF points. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
  readonly ascent: number;
  readonly descent: number;
  readonly fontFamily: string;
  readonly vertical: boolean;
}

/** Measures a text in any unit; only ratios are used. */
export type MeasureText = (text: string, fontFamily: string) => number;

/** The text of one page and where each of its characters stands. Offsets are UTF-16 units of `text`. */
export interface PageText {
  readonly text: string;
  /** As `text`, but a line feed stands only where the size of the letters changes: between a heading and a paragraph. */
  readonly flow: string;
  readonly runs: readonly TextRun[];
  /** Offset of each run in `text`. */
  readonly starts: readonly number[];
  /** Boxes, one per line, around a stretch of text, in PDF points. */
  readonly rects: (start: number, end: number) => readonly PdfRect[];
}

/**
 * Joins the runs of a page into one text; a line end becomes a line feed.
 * @param runs runs in the order of the page's content
 * @param measure width of a text in the fallback font; the browser's text layer uses the same measure
 */
export function buildPageText(runs: readonly TextRun[], measure: MeasureText): PageText {
  let text = '';
  let flow = '';
  const starts: number[] = [];
  runs.forEach((run, i) => {
    starts.push(text.length);
    text += run.str;
    flow += run.str;
    if (!run.hasEOL) return;
    text += '\n';
    flow += sameSize(run, nextWritten(runs, i)) ? ' ' : '\n';
  });
  const rects = (start: number, end: number): readonly PdfRect[] => {
    const boxes: PdfRect[] = [];
    for (let i = runIndexAt(starts, start); i < runs.length; i += 1) {
      const run = runs[i];
      const runStart = starts[i];
      if (!run || runStart === undefined || runStart >= end) break;
      const from = Math.max(0, start - runStart);
      const to = Math.min(run.str.length, end - runStart);
      if (to > from && run.str.slice(from, to).trim() !== '')
        boxes.push(fragmentRect(run, from, to, measure));
    }
    return mergeLines(boxes);
  };
  return { text, flow, runs, starts, rects };
}

/**
 * The run that holds a character.
 * @param starts offsets of the runs, ascending
 * @param offset offset in the page text
 */
export function runIndexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function nextWritten(runs: readonly TextRun[], after: number): TextRun | undefined {
  return runs.slice(after + 1, after + 6).find((run) => run.str.trim() !== '');
}

function sameSize(a: TextRun, b: TextRun | undefined): boolean {
  if (!b) return false;
  const [one, two] = [sizeOf(a), sizeOf(b)];
  return Math.abs(one - two) <= Math.max(one, two) * 0.12;
}

function sizeOf({ transform: [, , c = 0, d = 0], height }: TextRun): number {
  return Math.hypot(c, d) || height;
}

/** Box of a part of a run: its share of the width along the base line, from descent to ascent. */
function fragmentRect(run: TextRun, from: number, to: number, measure: MeasureText): PdfRect {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = run.transform;
  const size = Math.hypot(c, d) || run.height || 1;
  const along = unit(a, b);
  const up = unit(c, d);
  const [low, high] = verticalExtent(run);
  if (run.vertical) {
    const part = run.height / Math.max(1, run.str.length);
    const half = size / 2;
    return corners(x, y, { dx: along[0], dy: along[1] }, -half, half, up, -part * to, -part * from);
  }
  const whole = measure(run.str, run.fontFamily);
  const share = (length: number): number =>
    whole > 0 ? measure(run.str.slice(0, length), run.fontFamily) / whole : length / run.str.length;
  let [left, right] = [share(from) * run.width, share(to) * run.width];
  if (run.dir === 'rtl') [left, right] = [run.width - right, run.width - left];
  return corners(x, y, { dx: along[0], dy: along[1] }, left, right, up, low * size, high * size);
}

function corners(
  x: number,
  y: number,
  along: { readonly dx: number; readonly dy: number },
  left: number,
  right: number,
  up: readonly [number, number],
  low: number,
  high: number,
): PdfRect {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const side of [left, right]) {
    for (const level of [low, high]) {
      xs.push(x + along.dx * side + up[0] * level);
      ys.push(y + along.dy * side + up[1] * level);
    }
  }
  return orderRect([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
}

/** Many fonts state no or absurd extents; the result then is that of a common text face. */
function verticalExtent(run: TextRun): readonly [number, number] {
  const descent = run.descent < 0 && run.descent >= -0.5 ? run.descent : -0.22;
  const ascent = run.ascent > 0.5 && run.ascent <= 1.1 ? run.ascent : 0.8;
  return [Math.max(descent, -0.26), Math.min(ascent, 0.95)];
}

function unit(x: number, y: number): readonly [number, number] {
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, y / length];
}
