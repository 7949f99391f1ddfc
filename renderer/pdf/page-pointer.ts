import { readSelection, type SelectedPart } from './dom-selection';
import type { PageMark } from './marks-layer';
import type { PageStack } from './page-stack';

/** Selected text and where it stands in the window, so that a menu can be put beside it. */
export interface ViewSelection {
  readonly parts: readonly SelectedPart[];
  readonly text: string;
  readonly frame: DOMRect;
}

/** What the pointer did. */
export interface PointerEvents {
  readonly onSelection: (selection: ViewSelection | undefined) => void;
  readonly onMarkPressed: (id: string) => void;
  readonly onPagePressed: (pageIndex: number, x: number, y: number) => void;
  readonly onPointerDown: () => void;
  readonly onWheelZoom: (direction: 1 | -1) => void;
  /** While this is true the browser's selection is not the user's own. */
  readonly isBusy: () => boolean;
}

/** Turns the pointer's work on the pages into selections and presses. */
export class PagePointer {
  readonly #stack: PageStack;
  readonly #marks: () => readonly PageMark[];
  readonly #events: PointerEvents;
  readonly #listeners = new AbortController();
  #selection: ViewSelection | undefined;
  #down = false;

  /**
   * @param stack the pages
   * @param marks marks that can be pressed, the topmost last
   * @param events callbacks
   */
  constructor(stack: PageStack, marks: () => readonly PageMark[], events: PointerEvents) {
    this.#stack = stack;
    this.#marks = marks;
    this.#events = events;
    this.#listen();
  }

  clear(): void {
    document.getSelection()?.removeAllRanges();
    this.#set(undefined);
  }

  destroy(): void {
    this.#listeners.abort();
  }

  #listen(): void {
    const { signal } = this.#listeners;
    const { scroller } = this.#stack;
    const onDown = (): void => {
      this.#down = true;
      this.#events.onPointerDown();
    };
    const onUp = (event: PointerEvent): void => {
      if (!this.#down) return;
      this.#down = false;
      this.#read();
      const inside = event.target instanceof Node && scroller.contains(event.target);
      if (!this.#selection && inside) this.#press(event);
    };
    const onChange = (): void => {
      if (!this.#down && !this.#events.isBusy()) this.#read();
    };
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.#events.onWheelZoom(event.deltaY < 0 ? 1 : -1);
    };
    scroller.addEventListener('pointerdown', onDown, { signal });
    document.addEventListener('pointerup', onUp, { signal });
    document.addEventListener('selectionchange', onChange, { signal });
    scroller.addEventListener('wheel', onWheel, { signal, passive: false });
  }

  #read(): void {
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    if (!range || range.collapsed || !range.intersectsNode(this.#stack.scroller)) {
      this.#set(undefined);
      return;
    }
    const parts = readSelection(range, this.#stack.views);
    const frame = range.getBoundingClientRect();
    this.#set(parts.length === 0 ? undefined : { parts, text: range.toString(), frame });
  }

  #set(selection: ViewSelection | undefined): void {
    if (!selection && !this.#selection) return;
    this.#selection = selection;
    this.#events.onSelection(selection);
  }

  #press(event: PointerEvent): void {
    const point = this.#stack.pointAt(event.clientX, event.clientY);
    if (!point || (event.target instanceof Element && event.target.closest('a'))) return;
    const { pageIndex, x, y } = point;
    const hit = this.#marks().findLast(
      (mark) =>
        mark.pageIndex === pageIndex &&
        mark.rects.some(([x1, y1, x2, y2]) => x >= x1 && x <= x2 && y >= y1 && y <= y2),
    );
    if (hit) this.#events.onMarkPressed(hit.id);
    else this.#events.onPagePressed(pageIndex, x, y);
  }
}
