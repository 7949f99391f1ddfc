import type { PdfRect } from '@shared/domain/annotation';
import type { PageViewport } from 'pdfjs-dist/types/src/display/page_viewport';
import { toViewPoint } from './pdfjs-values';
import styles from './pdf-viewer.module.css';

/** What is drawn over a page: an annotation, a hit of the search, the keyboard's selection, a short flash. */
export type MarkKind = 'highlight' | 'underline' | 'note' | 'find' | 'find-current' | 'cursor' | 'flash';

/** A mark on one page; boxes in PDF points. */
export interface PageMark {
  readonly id: string;
  readonly pageIndex: number;
  readonly kind: MarkKind;
  readonly rects: readonly PdfRect[];
  readonly color?: string;
  readonly selected?: boolean;
  readonly commented?: boolean;
}

/** Side of the symbol of a note, PDF points. */
export const NOTE_SIZE = 20;

/**
 * Draws the marks of a page as plain elements in percent of the page, so that zooming needs no new drawing.
 * @param layer element that covers the page; its former marks are replaced
 * @param marks marks of this page
 * @param viewport any viewport of the page
 */
export function drawMarks(layer: HTMLElement, marks: readonly PageMark[], viewport: PageViewport): void {
  const pieces = marks.flatMap((mark) =>
    mark.rects.map((rect, i) => {
      const piece = document.createElement('div');
      piece.className = [styles.mark, styles[mark.kind]].join(' ');
      piece.dataset.markId = mark.id;
      piece.dataset.kind = mark.kind;
      if (mark.selected === true) piece.dataset.selected = 'true';
      if (mark.commented === true && i === mark.rects.length - 1) piece.dataset.commented = 'true';
      if (mark.color !== undefined) piece.style.setProperty('--mark-color', mark.color);
      placeOnPage(piece, rect, viewport);
      return piece;
    }),
  );
  layer.replaceChildren(...pieces);
}

/**
 * Lays an element over a box of a page.
 * @param element absolutely positioned child of an element that covers the page
 * @param rect PDF points
 * @param viewport any viewport of the page
 */
export function placeOnPage(element: HTMLElement, rect: PdfRect, viewport: PageViewport): void {
  const [x1, y1, x2, y2] = viewRect(rect, viewport);
  element.style.left = percent(x1 / viewport.width);
  element.style.top = percent(y1 / viewport.height);
  element.style.width = percent((x2 - x1) / viewport.width);
  element.style.height = percent((y2 - y1) / viewport.height);
}

/**
 * @param rect PDF points
 * @param viewport viewport of the page
 * @returns left, top, right, bottom in the units of the viewport
 */
export function viewRect(rect: PdfRect, viewport: PageViewport): readonly [number, number, number, number] {
  const [ax, ay] = toViewPoint(viewport, rect[0], rect[1]);
  const [bx, by] = toViewPoint(viewport, rect[2], rect[3]);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
