/** Size of a page at 100 % in CSS pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Where a page lies in the scrolled area, in CSS pixels. */
export interface PageBox extends PageSize {
  readonly top: number;
}

/** How the page is fitted to the window: a factor (1 = 100 %), or by its width, or as a whole. */
export type Zoom = number | 'width' | 'page';

/** Most pages that keep a drawn picture, unless more of them are visible at once. */
export const MOST_DRAWN_PAGES = 3;
/** Largest picture of a page in device pixels (48 MB); a larger page is drawn coarser and stretched. */
export const MOST_CANVAS_PIXELS = 12_000_000;
export const SMALLEST_ZOOM = 0.25;
export const LARGEST_ZOOM = 5;
/** Space around pages, CSS pixels. */
export const PAGE_GAP = 20;

/** Steps of the zoom buttons. */
const ZOOM_STEPS = [0.25, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/**
 * @param sizes pages at 100 %
 * @param scale zoom factor
 * @returns boxes one below the other, with a gap before, between and after
 */
export function layoutPages(sizes: readonly PageSize[], scale: number): readonly PageBox[] {
  let top = PAGE_GAP;
  return sizes.map((size) => {
    const box = { top, width: size.width * scale, height: size.height * scale };
    top += box.height + PAGE_GAP;
    return box;
  });
}

/**
 * The pages in view, first to last.
 * @param boxes result of {@link layoutPages}
 * @param scrollTop upper edge of the view, CSS pixels
 * @param viewHeight height of the view, CSS pixels
 */
export function visiblePages(
  boxes: readonly PageBox[],
  scrollTop: number,
  viewHeight: number,
): readonly number[] {
  const first = firstBelow(boxes, scrollTop);
  const pages: number[] = [];
  for (let page = first; page < boxes.length; page += 1) {
    const box = boxes[page];
    if (!box || box.top >= scrollTop + viewHeight) break;
    pages.push(page);
  }
  return pages.length > 0 ? pages : boxes.length > 0 ? [Math.min(first, boxes.length - 1)] : [];
}

/**
 * The page that a reader would name as the current one: the one that fills most of the view.
 * @returns zero-based page, 0 for an empty document
 */
export function currentPage(boxes: readonly PageBox[], scrollTop: number, viewHeight: number): number {
  let best = 0;
  let most = -1;
  for (const page of visiblePages(boxes, scrollTop, viewHeight)) {
    const box = boxes[page];
    if (!box) continue;
    const shown = Math.min(box.top + box.height, scrollTop + viewHeight) - Math.max(box.top, scrollTop);
    if (shown > most + 1) [best, most] = [page, shown];
  }
  return best;
}

/**
 * Which pages keep a drawn picture: those in view, then neighbours in the direction of reading, up to the limit.
 * @param visible pages in view, ascending, not empty
 * @param pageCount pages of the document
 */
export function pagesToDraw(visible: readonly number[], pageCount: number): readonly number[] {
  const drawn = [...visible];
  const after = (visible.at(-1) ?? 0) + 1;
  const before = (visible[0] ?? 0) - 1;
  for (const page of [after, before, after + 1]) {
    if (drawn.length >= MOST_DRAWN_PAGES) break;
    if (page >= 0 && page < pageCount) drawn.push(page);
  }
  return drawn;
}

/**
 * Device pixels per CSS pixel for the picture of a page, lowered for pages beyond the limit.
 * @param size page on the screen, CSS pixels
 * @param deviceRatio the screen's own ratio
 */
export function canvasRatio(size: PageSize, deviceRatio: number): number {
  const pixels = size.width * size.height * deviceRatio * deviceRatio;
  return pixels <= MOST_CANVAS_PIXELS ? deviceRatio : deviceRatio * Math.sqrt(MOST_CANVAS_PIXELS / pixels);
}

/**
 * @param zoom what the user chose
 * @param page the page to fit, at 100 %
 * @param view inner size of the window, CSS pixels
 * @returns the factor, within the allowed range
 */
export function zoomFactor(zoom: Zoom, page: PageSize, view: PageSize): number {
  const byWidth = (view.width - 2 * PAGE_GAP) / page.width;
  const byHeight = (view.height - 2 * PAGE_GAP) / page.height;
  const wanted = zoom === 'width' ? byWidth : zoom === 'page' ? Math.min(byWidth, byHeight) : zoom;
  return Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, wanted));
}

/**
 * @param scale present factor
 * @param direction 1 to enlarge, -1 to reduce
 * @returns the next step of the zoom buttons
 */
export function nextZoom(scale: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? ZOOM_STEPS.find((step) => step > scale + 0.005)
      : ZOOM_STEPS.findLast((step) => step < scale - 0.005);
  return next ?? (direction === 1 ? LARGEST_ZOOM : SMALLEST_ZOOM);
}

function firstBelow(boxes: readonly PageBox[], y: number): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = boxes[middle];
    if (box && box.top + box.height <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}
