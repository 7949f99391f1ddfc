import {
  anchorQuote,
  boundingRect,
  quoteAt,
  readableQuote,
  sortIndex,
  type Anchor,
  type AnnotationTarget,
  type PdfRect,
  type QuoteQuery,
} from '@shared/domain/annotation';
import { selectInBrowser, type SelectedPart } from './dom-selection';
import type { FindOptions } from './find-text';
import { Finder, type FindState } from './finder';
import { KeyboardSelector, type KeyboardSelection } from './keyboard-selector';
import type { PdfDestination } from './link-layer';
import { NOTE_SIZE, type PageMark } from './marks-layer';
import type { OpenDocument } from './open-document';
import { resolveDestination } from './outline';
import { nextZoom, type Zoom } from './page-layout';
import { PagePointer, type ViewSelection } from './page-pointer';
import { PageStack } from './page-stack';
import { PageStore } from './page-store';
import { CSS_PIXELS_PER_POINT } from './page-view';
import { toPdfPoint } from './pdfjs-values';
import { guardSelection } from './selection-guard';
import { canStep, EMPTY_HISTORY, recordJump, stepHistory, type ViewPlace } from './view-history';

/** What a toolbar shows. */
export interface ViewState {
  readonly pageIndex: number;
  readonly pageLabel: string;
  readonly scale: number;
  readonly zoom: Zoom;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** What the viewer tells its owner, and the few words it needs. */
export interface ViewerHost {
  readonly locale: string;
  readonly pageName: (label: string) => string;
  readonly internalLinkLabel: string;
  readonly onView: (state: ViewState) => void;
  readonly onSelection: (selection: ViewSelection | undefined) => void;
  /** The keyboard's selection moved, or its mode ended. */
  readonly onKeyboardSelection: (selection: KeyboardSelection | undefined) => void;
  readonly onMarkPressed: (id: string) => void;
  readonly onPagePressed: (pageIndex: number, x: number, y: number) => void;
  readonly onFind: (state: FindState) => void;
  readonly onExternalLink: (url: string) => void;
  readonly onDrawFailed: (pageIndex: number) => void;
}

/** Shows an open PDF in an element: data in, callbacks out, no storage. */
export class PdfViewer {
  readonly keyboard: KeyboardSelector;
  readonly #document: OpenDocument;
  readonly #host: ViewerHost;
  readonly #store: PageStore;
  readonly #stack: PageStack;
  readonly #finder: Finder;
  readonly #pointer: PagePointer;
  readonly #stopGuarding: () => void;
  #marks: readonly PageMark[] = [];
  #overlays: readonly PageMark[] = [];
  #flash: readonly PageMark[] = [];
  #history = EMPTY_HISTORY;
  #flashTimer = 0;

  private constructor(
    document: OpenDocument,
    stack: (viewer: PdfViewer) => PageStack,
    store: PageStore,
    host: ViewerHost,
  ) {
    this.#document = document;
    this.#host = host;
    this.#store = store;
    this.#finder = new Finder(
      document.pageCount,
      (page) => this.pageText(page),
      (state) => {
        void this.#showHits();
        host.onFind(state);
      },
    );
    this.keyboard = new KeyboardSelector({
      pageCount: document.pageCount,
      locale: host.locale,
      flow: async (page) => (await store.text(page)).pageText.flow,
      show: (selection) => void this.#showKeyboardSelection(selection),
    });
    this.#stack = stack(this);
    this.#stack.setMarkSource((page) => [
      this.#marks.filter((mark) => mark.pageIndex === page),
      [...this.#overlays, ...this.#flash].filter((mark) => mark.pageIndex === page),
    ]);
    this.#stopGuarding = guardSelection(this.#stack.scroller);
    this.#pointer = new PagePointer(this.#stack, () => this.#marks, {
      onSelection: host.onSelection,
      onMarkPressed: host.onMarkPressed,
      onPagePressed: host.onPagePressed,
      onPointerDown: () => {
        if (this.keyboard.active) this.keyboard.end();
      },
      onWheelZoom: (direction) => {
        this.stepZoom(direction);
      },
      isBusy: () => this.keyboard.active,
    });
  }

  /**
   * Shows a document.
   * @param container positioned element to fill
   * @param document an open document; closing it stays with the caller
   * @param host callbacks and words
   */
  static async create(container: HTMLElement, document: OpenDocument, host: ViewerHost): Promise<PdfViewer> {
    const store = new PageStore(document.pdf);
    const first = (await store.page(0)).getViewport({ scale: CSS_PIXELS_PER_POINT });
    const viewer = new PdfViewer(
      document,
      (self) =>
        new PageStack(
          document.pageCount,
          { width: first.width, height: first.height },
          store,
          {
            goTo: (destination) => void self.goToDestination(destination),
            openExternal: host.onExternalLink,
            internalLabel: host.internalLinkLabel,
          },
          (page) => host.pageName(document.pageLabels[page] ?? String(page + 1)),
          {
            changed: () => {
              self.#emitView();
            },
            drawFailed: host.onDrawFailed,
          },
        ),
      store,
      host,
    );
    container.append(viewer.#stack.scroller);
    viewer.#stack.setZoom('width');
    return viewer;
  }

  /** The element that scrolls and takes the keyboard focus. */
  get scroller(): HTMLElement {
    return this.#stack.scroller;
  }

  get place(): ViewPlace {
    return this.#stack.place;
  }

  /** @param marks all annotations of the document */
  setMarks(marks: readonly PageMark[]): void {
    this.#marks = marks;
    this.#stack.refreshMarks();
  }

  setZoom(zoom: Zoom): void {
    this.#stack.setZoom(zoom);
    this.#emitView();
  }

  stepZoom(direction: 1 | -1): void {
    this.setZoom(nextZoom(this.#stack.scale, direction));
  }

  /** Jumps to a place and records the jump. */
  goTo(place: ViewPlace): void {
    this.#history = recordJump(this.#history, this.#stack.place, place);
    this.#stack.goTo(place);
    this.#emitView();
  }

  /** Shows a place without a trace in the history, as when a document is opened where it was left. */
  restore(place: ViewPlace): void {
    this.#stack.goTo(place);
  }

  /** Goes back (-1) or forward (1) along the jumps. */
  stepHistory(direction: 1 | -1): void {
    const step = stepHistory(this.#history, direction, this.#stack.place);
    if (!step) return;
    this.#history = step.history;
    this.#stack.goTo(step.place);
    this.#emitView();
  }

  /** @param destination of a link or an outline entry */
  async goToDestination(destination: PdfDestination): Promise<void> {
    const target = await resolveDestination(this.#document.pdf, destination);
    if (!target) return;
    const { pageIndex, top } = target;
    if (top === undefined) this.goTo({ pageIndex, offset: 0 });
    else this.goTo(await this.#stack.placeOf(pageIndex, [0, top, 1, top]));
  }

  /** Jumps to a box on a page and lets it flash. */
  async show(pageIndex: number, rects: readonly PdfRect[]): Promise<void> {
    if (rects.length === 0) {
      this.goTo({ pageIndex, offset: 0 });
      return;
    }
    this.goTo(await this.#stack.placeOf(pageIndex, boundingRect(rects)));
    this.#flash = [{ id: 'flash', pageIndex, kind: 'flash', rects }];
    this.#stack.refreshMarks();
    window.clearTimeout(this.#flashTimer);
    this.#flashTimer = window.setTimeout(() => {
      this.#flash = [];
      this.#stack.refreshMarks();
    }, 2200);
  }

  /** @param pageIndex zero-based @returns the text of the page */
  async pageText(pageIndex: number): Promise<string> {
    return (await this.#store.text(pageIndex)).pageText.text;
  }

  /** Finds a quotation in this copy of the document. */
  async anchor(query: QuoteQuery, expectedPage: number): Promise<Anchor | undefined> {
    return anchorQuote(query, expectedPage, this.#document.pageCount, (page) => this.pageText(page));
  }

  /** Describes a stretch of text for storage: boxes, quotation with context, position, fingerprint. */
  async describe(part: SelectedPart): Promise<AnnotationTarget> {
    const { pageText } = await this.#store.text(part.pageIndex);
    const rects = pageText.rects(part.start, part.end);
    const quote = quoteAt(pageText.text, part.start, part.end);
    return this.#target(part.pageIndex, rects, part.start, {
      quote: readableQuote(quote.exact),
      prefix: quote.prefix.replace(/\s+/g, ' '),
      suffix: quote.suffix.replace(/\s+/g, ' '),
      end: part.end,
    });
  }

  /** Describes a point for a note; x and y in PDF points. */
  async describePoint(pageIndex: number, x: number, y: number): Promise<AnnotationTarget> {
    const half = NOTE_SIZE / 2;
    const rect: PdfRect = [x - half, y - half, x + half, y + half];
    return this.#target(pageIndex, [rect], 0, { quote: '', prefix: '', suffix: '', end: 0 });
  }

  find(query: string, options: FindOptions): void {
    void this.#finder.find(query, options, this.#stack.pageIndex);
  }

  stepFind(direction: 1 | -1): void {
    this.#finder.step(direction);
  }

  /** Begins to select with the keyboard at the first word in view. @returns false when there is no text (a scan) */
  async beginKeyboardSelection(): Promise<boolean> {
    const { pageIndex, offset } = this.#stack.place;
    const page = await this.#store.page(pageIndex);
    const viewport = page.getViewport({ scale: CSS_PIXELS_PER_POINT });
    const { pageText } = await this.#store.text(pageIndex);
    const [, limit] = toPdfPoint(viewport, 0, Math.max(0, offset) * viewport.height);
    const first = pageText.runs.findIndex((run) => run.str.trim() !== '' && (run.transform[5] ?? 0) < limit);
    return this.keyboard.begin(pageIndex, pageText.starts[Math.max(0, first)] ?? 0);
  }

  clearSelection(): void {
    if (this.keyboard.active) this.keyboard.end();
    this.#pointer.clear();
  }

  /** @param hidden whether nobody sees the viewer; its pictures are then freed */
  setHidden(hidden: boolean): void {
    if (hidden) this.#stack.suspend();
    else this.#stack.resume();
  }

  destroy(): void {
    window.clearTimeout(this.#flashTimer);
    this.#pointer.destroy();
    this.#stopGuarding();
    this.#stack.destroy();
  }

  async #target(
    pageIndex: number,
    rects: readonly PdfRect[],
    start: number,
    text: { quote: string; prefix: string; suffix: string; end: number },
  ): Promise<AnnotationTarget> {
    const page = await this.#store.page(pageIndex);
    const [, , , top = 0] = page.view;
    return {
      ...text,
      pageIndex,
      pageLabel: this.#document.pageLabels[pageIndex] ?? String(pageIndex + 1),
      rects: rects.map(([x1, y1, x2, y2]) => [x1, y1, x2, y2]),
      start,
      sortIndex: sortIndex(pageIndex, start, rects, top),
      fingerprint: this.#document.fingerprint,
    };
  }

  async #showHits(): Promise<void> {
    const { hits } = this.#finder.state;
    const current = this.#finder.currentHit;
    const near = hits.filter((hit) => Math.abs(hit.pageIndex - (current?.pageIndex ?? 0)) < 40).slice(0, 800);
    const marks = await Promise.all(
      near.map(async (hit): Promise<PageMark> => {
        const { pageText } = await this.#store.text(hit.pageIndex);
        return {
          id: `find-${String(hit.pageIndex)}-${String(hit.start)}`,
          pageIndex: hit.pageIndex,
          kind: hit === current ? 'find-current' : 'find',
          rects: pageText.rects(hit.start, hit.end),
        };
      }),
    );
    if (current !== this.#finder.currentHit) return;
    this.#overlays = marks;
    this.#stack.refreshMarks();
    const shown = marks.find((mark) => mark.kind === 'find-current');
    if (shown) await this.#stack.reveal(shown.pageIndex, boundingRect(shown.rects));
  }

  async #showKeyboardSelection(selection: KeyboardSelection | undefined): Promise<void> {
    this.#host.onKeyboardSelection(selection);
    if (!selection) {
      this.#overlays = [];
      this.#stack.refreshMarks();
      return;
    }
    const { pageText } = await this.#store.text(selection.pageIndex);
    const rects = pageText.rects(selection.start, selection.end);
    this.#overlays = [{ id: 'cursor', pageIndex: selection.pageIndex, kind: 'cursor', rects }];
    this.#stack.refreshMarks();
    await this.#stack.reveal(selection.pageIndex, boundingRect(rects));
    const view = this.#stack.view(selection.pageIndex);
    if (view) selectInBrowser(view, selection.start, selection.end);
  }

  #emitView(): void {
    const pageIndex = this.#stack.pageIndex;
    this.#host.onView({
      pageIndex,
      pageLabel: this.#document.pageLabels[pageIndex] ?? String(pageIndex + 1),
      scale: this.#stack.scale,
      zoom: this.#stack.zoom,
      canGoBack: canStep(this.#history, -1),
      canGoForward: canStep(this.#history, 1),
    });
  }
}
