import type { PdfHead, PdfPageLayout, PdfTextItem } from '@shared/domain/pdf-metadata/types';

/** A run set on a page of a paper: text, place, size; y from the bottom, as in PDF. */
export interface SetRun {
  readonly text: string;
  readonly y: number;
  readonly x?: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly font?: string;
}

/** Width of a run: half an em per character is near enough for every heuristic. */
const widthOf = (text: string, size: number): number => 0.5 * size * text.length;

/**
 * A page of A4 with runs set on it; its text has one line per baseline.
 * @param pageIndex zero-based
 * @param runs from top to bottom
 */
export function aPage(pageIndex: number, runs: readonly SetRun[]): PdfPageLayout {
  const items = runs.map(({ text, y, x = 72, size = 10, bold = false, font = 'Serif' }): PdfTextItem => {
    return { text, x, y, width: widthOf(text, size), size, font, bold, italic: false };
  });
  const text = runs.map((run) => run.text).join('\n');
  return { pageIndex, label: null, text, width: 595, height: 842, items };
}

/** Ten lines of running text, so that there is a body size. */
export function bodyLines(
  from: number,
  line = 'Pupils read aloud in pairs for ten minutes on four days of the week and',
): SetRun[] {
  return Array.from({ length: 10 }, (_, index) => ({ text: line, y: from - 12 * index }));
}

/**
 * The head of a document.
 * @param pages runs of each page
 * @param info information dictionary
 * @param xmp XMP properties
 */
export function aHead(
  pages: readonly (readonly SetRun[])[],
  info: Readonly<Record<string, string>> = {},
  xmp: Readonly<Record<string, readonly string[]>> = {},
): PdfHead {
  return {
    pageCount: Math.max(pages.length, 9),
    fingerprint: '0123456789abcdef0123456789abcdef',
    description: { info, xmp },
    hasOutline: false,
    textLayer: 'present',
    repaired: null,
    pages: pages.map((runs, index) => aPage(index, runs)),
  };
}
