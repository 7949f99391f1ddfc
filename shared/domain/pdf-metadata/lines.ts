import { composeAccents } from './page-text';
import type { PdfPageLayout, PdfTextItem } from './types';

/** A piece of a printed line in one font. */
export interface LineRun {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Set smaller and above the baseline: a footnote or affiliation mark. */
  readonly raised: boolean;
}

/** One printed line of one column. Lengths in points, origin bottom left. */
export interface LayoutLine {
  readonly page: number;
  readonly runs: readonly LineRun[];
  /** Text without raised marks. */
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  /** Size, font, weight of most of the line's characters. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Neighbouring lines of the same look. */
export interface LayoutBlock {
  readonly page: number;
  readonly lines: readonly LayoutLine[];
  readonly size: number;
  readonly bold: boolean;
  readonly x: number;
  readonly end: number;
  /** Baseline of the first and the last line. */
  readonly top: number;
  readonly bottom: number;
}

/** No head has longer runs; files made to test readers have, and patterns take long over them. */
const LONGEST_RUN = 600;
/** More runs than this are a drawing or a map, not a page of text. */
const MOST_RUNS = 12_000;

interface Row {
  y: number;
  size: number;
  readonly items: { readonly item: PdfTextItem; readonly raised: boolean }[];
}

/** A gap wider than this many ems separates columns, table cells or authors set side by side. */
const COLUMN_GAP = 1.6;
/** A gap wider than this many ems is a word space. */
const WORD_GAP = 0.13;

/** Type 3 glyphs without a sane font matrix claim absurd sizes and would swallow the lines around them. */
const isStray = (item: PdfTextItem): boolean => item.text.trim().length <= 2 && item.width < 0.2 * item.size;

const touches = (row: Row, item: PdfTextItem): boolean =>
  row.items.some(({ item: other }) => {
    const after = item.x - (other.x + other.width);
    const before = other.x - (item.x + item.width);
    return Math.max(after, before) < 0.6 * row.size;
  });

const ACCENT = /^\s*[\u00b4\u00a8\u02c6\u02dc\u02c7\u02da`]\s*$/;

const covers = (line: PdfTextItem, accent: PdfTextItem): boolean =>
  accent.x >= line.x - 1 && accent.x + accent.width <= line.x + 0.9 * line.size;

function gatherRows(items: readonly PdfTextItem[]): Row[] {
  const rows: Row[] = [];
  // Large type first and accents last, so that marks join the line they stand on and do not found one.
  const accent = (item: PdfTextItem): number => (ACCENT.test(item.text) ? 1 : 0);
  const ordered = [...items].sort((a, b) => accent(a) - accent(b) || b.size - a.size || b.y - a.y);
  for (const item of ordered) {
    const levels = rows.filter(
      (row) => Math.abs(item.y - row.y) <= 0.2 * row.size && item.size >= 0.55 * row.size,
    );
    // A mark may stand on the baseline of the column beside it: the line it touches has the better claim.
    const mark = item.text.trim().length <= 5;
    const level = mark ? levels.find((row) => touches(row, item)) : levels[0];
    if (level !== undefined) {
      level.items.push({ item, raised: false });
      continue;
    }
    // An accent drawn as a glyph of its own, above its letter: it belongs to the line below it.
    const letter = ACCENT.test(item.text)
      ? rows.find(
          (row) =>
            item.y > row.y &&
            item.y - row.y < 0.7 * row.size &&
            row.items.some((at) => covers(at.item, item)),
        )
      : undefined;
    if (letter !== undefined) {
      letter.items.push({ item, raised: false });
      continue;
    }
    const host = rows.find(
      (row) =>
        item.size < 0.85 * row.size &&
        item.y - row.y > -0.35 * row.size &&
        item.y - row.y < 0.75 * row.size &&
        touches(row, item),
    );
    if (host !== undefined) host.items.push({ item, raised: item.y - host.y > 0.1 * host.size });
    else if (levels[0] !== undefined) levels[0].items.push({ item, raised: false });
    else rows.push({ y: item.y, size: item.size, items: [{ item, raised: false }] });
  }
  return rows;
}

/** "R E S E A R C H" set with spaces between letters gives "RESEARCH"; a wide gap stays a word space. */
function closeLetterSpacing(text: string): string {
  return /^(?:\S ){4,}\S$/.test(text) ? text.replace(/ /g, '') : text;
}

/** A power or a charge within running text ("2³", "10⁻⁵"), which belongs to it; a mark after a word or at the end does not. */
const isPower = (out: string, run: LineRun, next: LineRun | undefined): boolean =>
  next !== undefined && /\d$/.test(out) && /^[+\u2212\u2013-]?\d{1,2}$/.test(run.text.trim());

function runsText(runs: readonly LineRun[]): string {
  let out = '';
  let end: number | null = null;
  for (const [index, run] of runs.entries()) {
    if (run.raised && !isPower(out, run, runs[index + 1])) {
      end = run.end;
      continue;
    }
    const gap = end === null ? 0 : run.x - end;
    if (out !== '' && gap > WORD_GAP * run.size && !/\s$/.test(out)) out += ' ';
    out += run.text;
    end = run.end;
  }
  return closeLetterSpacing(
    composeAccents(out)
      .replace(/\s+/g, ' ')
      .replace(/ ([,;.:])/g, '$1')
      .trim(),
  );
}

function dominant(runs: readonly LineRun[]): LineRun | undefined {
  const weight = new Map<string, { run: LineRun; characters: number }>();
  for (const run of runs) {
    if (run.raised) continue;
    const key = `${run.font}/${run.size.toFixed(1)}`;
    const known = weight.get(key);
    if (known === undefined) weight.set(key, { run, characters: run.text.length });
    else known.characters += run.text.length;
  }
  return [...weight.values()].sort((a, b) => b.characters - a.characters)[0]?.run ?? runs[0];
}

function makeLine(page: number, y: number, runs: readonly LineRun[]): LayoutLine | null {
  const main = dominant(runs);
  const first = runs[0];
  if (main === undefined || first === undefined) return null;
  const { size, font, bold, italic } = main;
  const end = Math.max(...runs.map((run) => run.end));
  return { page, runs, text: runsText(runs), x: first.x, end, y, size, font, bold, italic };
}

/** Text drawn twice in one place, to look bold, counts once. */
function withoutDoubles(items: readonly PdfTextItem[]): readonly PdfTextItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const step = 0.3 * item.size;
    const at = (x: number, y: number): string =>
      `${String(Math.floor(x / step))}/${String(Math.floor(y / step))}/${item.text}`;
    const half = step / 2;
    const corners = [-half, half].flatMap((dx) => [-half, half].map((dy) => at(item.x + dx, item.y + dy)));
    const double = seen.has(at(item.x, item.y));
    for (const corner of corners) seen.add(corner);
    return !double;
  });
}

/** An accent comes before the letter it stands above. */
const placeInLine = (run: LineRun): number => (ACCENT.test(run.text) ? run.x - 0.6 * run.size : run.x);

/** Pages do not change once they are read, and every rule asks for their lines. */
const known = new WeakMap<PdfPageLayout, readonly LayoutLine[]>();

/**
 * Rebuilds the printed lines of a page from its runs; lines of neighbouring columns are kept apart.
 * @param page the page's runs
 * @returns lines from top to bottom, left to right
 */
export function layoutLines(page: PdfPageLayout): readonly LayoutLine[] {
  const lines = known.get(page) ?? buildLines(page);
  known.set(page, lines);
  return lines;
}

function buildLines(page: PdfPageLayout): LayoutLine[] {
  const lines: LayoutLine[] = [];
  for (const row of gatherRows(
    withoutDoubles(page.items.slice(0, MOST_RUNS).filter((item) => !isStray(item))),
  )) {
    const runs = row.items
      .map(({ item, raised }): LineRun => {
        const { x, width, size, font, bold, italic } = item;
        const text = item.text.slice(0, LONGEST_RUN);
        return { text, x, end: x + width, size, font, bold, italic, raised };
      })
      .sort((a, b) => placeInLine(a) - placeInLine(b));
    let part: LineRun[] = [];
    const flush = (): void => {
      const line = part.length > 0 ? makeLine(page.pageIndex, row.y, part) : null;
      if (line !== null && line.text !== '') lines.push(line);
      part = [];
    };
    let end = -Infinity;
    for (const run of runs) {
      if (part.length > 0 && run.x - end > COLUMN_GAP * Math.max(run.size, 0.7 * row.size)) flush();
      part.push(run);
      end = Math.max(end, run.end);
      if (part.length === 1) end = run.end;
    }
    flush();
  }
  return lines.sort((a, b) => b.y - a.y || a.x - b.x);
}

const overlaps = (a: { x: number; end: number }, b: { x: number; end: number }): boolean =>
  Math.min(a.end, b.end) - Math.max(a.x, b.x) > 0;

/**
 * Groups lines of the same size (and, for running text, weight) that follow one another.
 * @param lines lines of one page, top to bottom
 */
export function layoutBlocks(lines: readonly LayoutLine[]): LayoutBlock[] {
  const open: LayoutLine[][] = [];
  for (const line of lines) {
    const home = open.find((block) => {
      const last = block.at(-1);
      if (last === undefined) return false;
      const step = last.y - line.y;
      const sameSize = Math.abs(last.size - line.size) <= 0.04 * Math.max(last.size, line.size);
      const sameLook = last.bold === line.bold || last.font === line.font;
      return (
        sameSize && sameLook && step > 0.5 * line.size && step < 1.75 * line.size && overlaps(last, line)
      );
    });
    if (home === undefined) open.push([line]);
    else home.push(line);
  }
  return open.flatMap((block): LayoutBlock[] => {
    const [first] = block;
    const last = block.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        page: first.page,
        lines: block,
        size: first.size,
        bold: first.bold,
        x: Math.min(...block.map((line) => line.x)),
        end: Math.max(...block.map((line) => line.end)),
        top: first.y,
        bottom: last.y,
      },
    ];
  });
}

/**
 * The size most characters are set in: that of running text.
 * @param lines lines of some pages
 * @returns points; 10 when there are no lines
 */
export function bodySize(lines: readonly LayoutLine[]): number {
  const characters = new Map<number, number>();
  for (const line of lines) {
    if (line.text.length < 25) continue;
    const size = Math.round(line.size * 2) / 2;
    characters.set(size, (characters.get(size) ?? 0) + line.text.length);
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/**
 * Text of consecutive lines as one string; a word broken by a hyphen at a line end is joined when the text elsewhere
 * spells it so, and keeps its hyphen otherwise only if that spelling occurs.
 * @param lines lines in order
 * @param vocabulary lower-case text of the document's first pages
 */
export function joinLines(lines: readonly LayoutLine[], vocabulary = ''): string {
  let out = '';
  for (const { text } of lines) {
    const broken = /(\p{L}+)[-\u2010\u00ad]$/u.exec(out);
    const start = /^\p{L}+/u.exec(text)?.[0];
    if (broken?.[1] !== undefined && start !== undefined) {
      const whole = `${broken[1]}${start}`.toLowerCase();
      const hyphenated = `${broken[1]}-${start}`.toLowerCase();
      const keep = /^\p{Lu}/u.test(start) || (vocabulary.includes(hyphenated) && !vocabulary.includes(whole));
      out = keep ? out + text : out.replace(/[-\u2010\u00ad]$/, '') + text;
    } else {
      out += out === '' || /[\u2013\u2014/]$/.test(out) ? text : ` ${text}`;
    }
  }
  return out.replace(/\s+/g, ' ').trim();
}
