import { RenderingCancelledException, TextLayer, type PDFPageProxy, type RenderTask } from 'pdfjs-dist';
import type { PageViewport } from 'pdfjs-dist/types/src/display/page_viewport';
import { drawLinks, type LinkActions } from './link-layer';
import { drawMarks, type PageMark } from './marks-layer';
import { canvasRatio, type PageBox } from './page-layout';
import type { LoadedText, PageStore } from './page-store';
import styles from './pdf-viewer.module.css';

/** CSS pixels per PDF point at 100 %. */
export const CSS_PIXELS_PER_POINT = 96 / 72;

/** One page in the document: picture, marks, selectable text, links. It exists only while the page is near the view. */
export class PageView {
  readonly element = document.createElement('section');
  readonly pageIndex: number;
  readonly #store: PageStore;
  readonly #links: LinkActions;
  readonly #marksLayer = layer(styles.marks);
  readonly #overlayLayer = layer(styles.overlay);
  readonly #textLayer = layer(styles.textLayer);
  readonly #linkLayer = layer(styles.links);
  readonly #endOfText = layer(styles.endOfText);
  #canvas: HTMLCanvasElement | undefined;
  #task: RenderTask | undefined;
  #page: PDFPageProxy | undefined;
  #viewport: PageViewport | undefined;
  #text: LoadedText | undefined;
  #spans: readonly HTMLElement[] = [];
  #drawnScale = 0;
  #released = false;
  #marks: readonly PageMark[] = [];
  #overlays: readonly PageMark[] = [];

  /**
   * @param pageIndex zero-based
   * @param name what a screen reader calls the page
   * @param store where pages and texts come from
   * @param links what links do
   */
  constructor(pageIndex: number, name: string, store: PageStore, links: LinkActions) {
    this.pageIndex = pageIndex;
    this.#store = store;
    this.#links = links;
    this.element.className = styles.page ?? '';
    this.element.dataset.page = String(pageIndex);
    this.element.setAttribute('aria-label', name);
    this.element.setAttribute('aria-busy', 'true');
    this.element.append(this.#marksLayer, this.#overlayLayer, this.#textLayer, this.#linkLayer);
  }

  /** Viewport at 100 %; undefined until the page was read. */
  get viewport(): PageViewport | undefined {
    return this.#viewport;
  }

  /** Text and its elements; undefined until the text layer is complete. */
  get text(): LoadedText | undefined {
    return this.#text;
  }

  /** Elements of the text layer, one per run of the page text. */
  get spans(): readonly HTMLElement[] {
    return this.#spans;
  }

  /**
   * Puts the page in its place; cheap, done at every change of zoom.
   * @param box place in CSS pixels
   * @param scale zoom factor
   */
  place(box: PageBox, scale: number): void {
    this.element.style.top = `${String(box.top)}px`;
    this.element.style.width = `${String(box.width)}px`;
    this.element.style.height = `${String(box.height)}px`;
    const unit = this.#page?.userUnit ?? 1;
    this.element.style.setProperty('--total-scale-factor', String(scale * CSS_PIXELS_PER_POINT * unit));
  }

  /** @returns whether the picture is missing or was drawn for another zoom */
  needsDrawing(scale: number): boolean {
    return this.#drawnScale !== scale;
  }

  /** @param marks annotations of this page; @param overlays search hits, selection, flash */
  setMarks(marks: readonly PageMark[], overlays: readonly PageMark[]): void {
    this.#marks = marks;
    this.#overlays = overlays;
    if (!this.#viewport) return;
    drawMarks(this.#marksLayer, marks, this.#viewport);
    drawMarks(this.#overlayLayer, overlays, this.#viewport);
  }

  /**
   * Draws the picture for a zoom factor, and at the first time text and links.
   * @returns false when it was interrupted by a release or another zoom
   */
  async draw(scale: number): Promise<boolean> {
    this.#task?.cancel();
    const page = (this.#page ??= await this.#store.page(this.pageIndex));
    if (this.#gone()) return false;
    this.#viewport ??= page.getViewport({ scale: CSS_PIXELS_PER_POINT });
    this.element.style.setProperty(
      '--total-scale-factor',
      String(scale * CSS_PIXELS_PER_POINT * page.userUnit),
    );
    this.setMarks(this.#marks, this.#overlays);
    if (!(await this.#drawPicture(page, scale))) return false;
    if (!this.#text) await this.#drawText(page);
    this.element.removeAttribute('aria-busy');
    return true;
  }

  /** Remembers that the page cannot be drawn, so that it is not tried again and again at the same zoom. */
  markFailed(scale: number): void {
    this.#drawnScale = scale;
    this.element.removeAttribute('aria-busy');
    this.element.dataset.failed = 'true';
  }

  /** Frees picture, text and the page's resources. The element leaves the document. */
  release(): void {
    this.#released = true;
    this.#task?.cancel();
    this.#dropCanvas(this.#canvas);
    this.element.remove();
    this.#page?.cleanup();
  }

  async #drawPicture(page: PDFPageProxy, scale: number): Promise<boolean> {
    const size = page.getViewport({ scale: scale * CSS_PIXELS_PER_POINT });
    const ratio = canvasRatio(size, window.devicePixelRatio);
    const viewport = page.getViewport({ scale: scale * CSS_PIXELS_PER_POINT * ratio });
    const canvas = document.createElement('canvas');
    canvas.className = styles.picture ?? '';
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    canvas.setAttribute('role', 'presentation');
    // The first picture grows on the screen as it is drawn; a later one replaces the old at once, without a flicker.
    const first = this.#canvas === undefined;
    if (first) this.#show(canvas);
    const task = page.render({ canvas, viewport });
    this.#task = task;
    try {
      await task.promise;
    } catch (error) {
      if (!first) this.#dropCanvas(canvas);
      if (error instanceof RenderingCancelledException) return false;
      throw error;
    }
    if (this.#gone()) return false;
    if (!first) this.#show(canvas);
    this.#drawnScale = scale;
    return true;
  }

  async #drawText(page: PDFPageProxy): Promise<void> {
    const viewport = page.getViewport({ scale: CSS_PIXELS_PER_POINT });
    const text = await this.#store.text(this.pageIndex);
    if (this.#gone()) return;
    const textLayer = new TextLayer({
      textContentSource: text.content,
      container: this.#textLayer,
      viewport,
    });
    await textLayer.render();
    if (this.#gone()) return;
    this.#textLayer.append(this.#endOfText);
    this.#spans = textLayer.textDivs;
    this.#text = text;
    await drawLinks(this.#linkLayer, page, viewport, this.#links);
  }

  #show(canvas: HTMLCanvasElement): void {
    this.#dropCanvas(this.#canvas);
    this.#canvas = canvas;
    this.element.prepend(canvas);
  }

  /** A canvas of size zero gives its memory back at once instead of at some later collection. */
  #dropCanvas(canvas: HTMLCanvasElement | undefined): void {
    if (!canvas) return;
    canvas.width = 0;
    canvas.height = 0;
    canvas.remove();
  }

  #gone(): boolean {
    return this.#released;
  }
}

function layer(className: string | undefined): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className ?? '';
  return element;
}
