import type { LinkActions } from './link-layer';
import { NOTE_SIZE, viewRect, type PageMark } from './marks-layer';
import {
  currentPage,
  layoutPages,
  pagesToDraw,
  visiblePages,
  zoomFactor,
  type PageBox,
  type PageSize,
  type Zoom,
} from './page-layout';
import type { PageStore } from './page-store';
import { CSS_PIXELS_PER_POINT, PageView } from './page-view';
import { toPdfPoint } from './pdfjs-values';
import styles from './pdf-viewer.module.css';
import type { ViewPlace } from './view-history';
import type { PdfRect } from '@shared/domain/annotation';

/** What the stack tells its owner. */
export interface StackEvents {
  /** The view moved, was zoomed, or a page was drawn. */
  readonly changed: () => void;
  readonly drawFailed: (pageIndex: number, error: unknown) => void;
}

/** The scrolled column of pages: layout, zoom, and which pages hold a picture. */
export class PageStack {
  readonly scroller = document.createElement('div');
  readonly #content = document.createElement('div');
  readonly #store: PageStore;
  readonly #links: LinkActions;
  readonly #pageName: (pageIndex: number) => string;
  readonly #events: StackEvents;
  readonly #views = new Map<number, PageView>();
  readonly #known = new Set<number>();
  readonly #observer = new ResizeObserver(() => {
    this.#resized();
  });
  #sizes: PageSize[];
  #boxes: readonly PageBox[] = [];
  #zoom: Zoom = 'width';
  #scale = 1;
  #marksOf: (pageIndex: number) => readonly [readonly PageMark[], readonly PageMark[]] = () => [[], []];
  #drawing = false;
  #again = false;
  #suspended = false;
  #frame = 0;

  /**
   * @param pageCount pages of the document
   * @param firstPage size of the first page; the others are taken to be alike until they are read
   * @param store where pages come from
   * @param links what links do
   * @param pageName what a screen reader calls a page
   * @param events callbacks
   */
  constructor(
    pageCount: number,
    firstPage: PageSize,
    store: PageStore,
    links: LinkActions,
    pageName: (pageIndex: number) => string,
    events: StackEvents,
  ) {
    this.#store = store;
    this.#links = links;
    this.#pageName = pageName;
    this.#events = events;
    this.#sizes = Array.from({ length: pageCount }, () => firstPage);
    this.scroller.className = styles.scroller ?? '';
    this.#content.className = styles.content ?? '';
    this.scroller.append(this.#content);
    this.scroller.addEventListener('scroll', () => {
      this.#schedule();
    });
    this.#observer.observe(this.scroller);
  }

  get scale(): number {
    return this.#scale;
  }

  get zoom(): Zoom {
    return this.#zoom;
  }

  get pageIndex(): number {
    return currentPage(this.#boxes, this.scroller.scrollTop, this.scroller.clientHeight);
  }

  get views(): readonly PageView[] {
    return [...this.#views.values()];
  }

  view(pageIndex: number): PageView | undefined {
    return this.#views.get(pageIndex);
  }

  /** Where the reader is now. */
  get place(): ViewPlace {
    const pageIndex = this.pageIndex;
    const box = this.#boxes[pageIndex];
    const offset = box ? (this.scroller.scrollTop - box.top) / box.height : 0;
    return { pageIndex, offset };
  }

  /** @param source gives annotations and overlays of a page whenever it is drawn */
  setMarkSource(source: (pageIndex: number) => readonly [readonly PageMark[], readonly PageMark[]]): void {
    this.#marksOf = source;
    this.refreshMarks();
  }

  refreshMarks(): void {
    for (const view of this.#views.values()) view.setMarks(...this.#marksOf(view.pageIndex));
  }

  /** Changes the zoom and keeps the place in the middle of the window where it is. */
  setZoom(zoom: Zoom): void {
    this.#zoom = zoom;
    const size = this.#sizes[this.pageIndex];
    if (!size || this.scroller.clientWidth === 0) return;
    const scale = zoomFactor(zoom, size, {
      width: this.scroller.clientWidth,
      height: this.scroller.clientHeight,
    });
    this.#relayout(Math.round(scale * 1000) / 1000);
  }

  /** Scrolls to a place; the offset is a share of the page's height from its top. */
  goTo(place: ViewPlace): void {
    const box = this.#boxes[place.pageIndex];
    if (!box) return;
    this.scroller.scrollTop = box.top + place.offset * box.height - (place.offset === 0 ? 8 : 0);
    this.#schedule();
  }

  /**
   * The place that shows a box in the upper third of the window.
   * @param rect PDF points
   */
  async placeOf(pageIndex: number, rect: PdfRect): Promise<ViewPlace> {
    const page = await this.#store.page(pageIndex);
    const viewport = page.getViewport({ scale: CSS_PIXELS_PER_POINT });
    this.#learnSize(pageIndex, { width: viewport.width, height: viewport.height });
    const [, top] = viewRect(rect, viewport);
    const third = this.scroller.clientHeight / 3 / this.#scale;
    return { pageIndex, offset: (top - Math.max(third, NOTE_SIZE)) / viewport.height };
  }

  /** Scrolls as little as needed to bring a box into view. */
  async reveal(pageIndex: number, rect: PdfRect): Promise<void> {
    const page = await this.#store.page(pageIndex);
    const box = this.#boxes[pageIndex];
    if (!box) return;
    const [, top, , bottom] = viewRect(rect, page.getViewport({ scale: CSS_PIXELS_PER_POINT * this.#scale }));
    const { scrollTop, clientHeight } = this.scroller;
    const margin = Math.min(80, clientHeight / 4);
    if (box.top + top < scrollTop + margin) this.scroller.scrollTop = box.top + top - margin;
    else if (box.top + bottom > scrollTop + clientHeight - margin) {
      this.scroller.scrollTop = box.top + bottom + margin - clientHeight;
    }
  }

  /**
   * The point of a page under the pointer.
   * @param clientX pointer, CSS pixels of the window
   * @returns page and PDF point, or undefined beside the pages
   */
  pointAt(clientX: number, clientY: number): { pageIndex: number; x: number; y: number } | undefined {
    for (const view of this.#views.values()) {
      const frame = view.element.getBoundingClientRect();
      const inside =
        clientX >= frame.left && clientX < frame.right && clientY >= frame.top && clientY < frame.bottom;
      if (!inside || !view.viewport) continue;
      const [x, y] = toPdfPoint(
        view.viewport,
        ((clientX - frame.left) / frame.width) * view.viewport.width,
        ((clientY - frame.top) / frame.height) * view.viewport.height,
      );
      return { pageIndex: view.pageIndex, x, y };
    }
    return undefined;
  }

  /** Frees all pictures while nobody looks (another tab, a minimised window); `resume` draws what is in view again. */
  suspend(): void {
    this.#suspended = true;
    for (const view of this.#views.values()) view.release();
    this.#views.clear();
  }

  resume(): void {
    if (!this.#suspended) return;
    this.#suspended = false;
    this.#schedule();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.suspend();
    this.scroller.remove();
  }

  #resized(): void {
    if (this.scroller.clientWidth === 0) return;
    if (this.#boxes.length === 0 || typeof this.#zoom === 'string') this.setZoom(this.#zoom);
    this.#schedule();
  }

  #relayout(scale: number): void {
    const middle = this.scroller.clientHeight / 2;
    const page = currentPage(this.#boxes, this.scroller.scrollTop, this.scroller.clientHeight);
    const old = this.#boxes[page];
    const share = old ? (this.scroller.scrollTop + middle - old.top) / old.height : 0;
    this.#scale = scale;
    this.#boxes = layoutPages(this.#sizes, scale);
    const last = this.#boxes.at(-1);
    const widest = this.#boxes.reduce((most, box) => Math.max(most, box.width), 0);
    this.#content.style.height = `${String((last ? last.top + last.height : 0) + 20)}px`;
    this.#content.style.width = `${String(widest)}px`;
    for (const view of this.#views.values()) this.#place(view);
    const now = this.#boxes[page];
    if (old && now) this.scroller.scrollTop = now.top + share * now.height - middle;
    this.#schedule();
  }

  #learnSize(pageIndex: number, size: PageSize): void {
    if (this.#known.has(pageIndex)) return;
    this.#known.add(pageIndex);
    const guess = this.#sizes[pageIndex];
    if (guess && Math.abs(guess.width - size.width) < 0.5 && Math.abs(guess.height - size.height) < 0.5)
      return;
    this.#sizes[pageIndex] = size;
    this.#relayout(this.#scale);
  }

  #schedule(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.#suspended || this.#boxes.length === 0) return;
      this.#events.changed();
      void this.#drawNeeded();
    });
  }

  /** Draws one page after the other, the visible ones first; a call during a run makes that run look again. */
  async #drawNeeded(): Promise<void> {
    this.#again = true;
    if (this.#drawing) return;
    this.#drawing = true;
    while (this.#takeAgain()) {
      const wanted = this.#wantedPages();
      for (const [pageIndex, view] of this.#views) {
        if (wanted.includes(pageIndex)) continue;
        view.release();
        this.#views.delete(pageIndex);
      }
      for (const pageIndex of wanted) {
        const view = this.#viewFor(pageIndex);
        if (!view.needsDrawing(this.#scale)) continue;
        await this.#drawOne(view);
        this.#again = true;
        break;
      }
    }
    this.#drawing = false;
  }

  #takeAgain(): boolean {
    const again = this.#again && !this.#suspended;
    this.#again = false;
    return again;
  }

  #wantedPages(): readonly number[] {
    const visible = visiblePages(this.#boxes, this.scroller.scrollTop, this.scroller.clientHeight);
    return pagesToDraw(visible, this.#boxes.length);
  }

  #viewFor(pageIndex: number): PageView {
    const known = this.#views.get(pageIndex);
    if (known) return known;
    const view = new PageView(pageIndex, this.#pageName(pageIndex), this.#store, this.#links);
    this.#views.set(pageIndex, view);
    this.#place(view);
    view.setMarks(...this.#marksOf(pageIndex));
    const next = [...this.#content.children].find(
      (child) => child instanceof HTMLElement && Number(child.dataset.page) > pageIndex,
    );
    this.#content.insertBefore(view.element, next ?? null);
    return view;
  }

  async #drawOne(view: PageView): Promise<void> {
    try {
      await view.draw(this.#scale);
      const viewport = view.viewport;
      if (viewport) this.#learnSize(view.pageIndex, { width: viewport.width, height: viewport.height });
      this.#events.changed();
    } catch (error) {
      view.markFailed(this.#scale);
      if (!this.#suspended) this.#events.drawFailed(view.pageIndex, error);
    }
  }

  #place(view: PageView): void {
    const box = this.#boxes[view.pageIndex];
    if (box) view.place(box, this.#scale);
  }
}
