import {
  cursorAt,
  cursorRange,
  moveCursor,
  textUnits,
  type CursorUnit,
  type TextCursor,
  type TextSpan,
  type TextUnits,
} from './text-cursor';

/** What the selector needs of the document. */
export interface SelectorHost {
  readonly pageCount: number;
  readonly locale: string;
  /** The text of a page with line feeds only between paragraphs of different size. */
  readonly flow: (pageIndex: number) => Promise<string>;
  /** Shows and announces the selected stretch; undefined when the mode ends. */
  readonly show: (selection: KeyboardSelection | undefined) => void;
}

/** What is selected with the keyboard. */
export interface KeyboardSelection extends TextSpan {
  readonly pageIndex: number;
  /** The words that the last key moved over, to be read aloud. */
  readonly spoken: string;
}

/**
 * Selects text without a mouse: arrows move by word and by sentence, Shift keeps the other end, and movement goes on to
 * the next page that has text. The host highlights the selection on Enter.
 */
export class KeyboardSelector {
  readonly #host: SelectorHost;
  #pageIndex = 0;
  #units: TextUnits = { words: [], sentences: [] };
  #text = '';
  #cursor: TextCursor | undefined;

  constructor(host: SelectorHost) {
    this.#host = host;
  }

  get active(): boolean {
    return this.#cursor !== undefined;
  }

  /** What is selected now. */
  get selection(): KeyboardSelection | undefined {
    if (!this.#cursor) return undefined;
    const range = cursorRange(this.#cursor);
    const { start, end } = this.#cursor.focus;
    return {
      ...range,
      pageIndex: this.#pageIndex,
      spoken: this.#text.slice(start, end).replace(/\s+/g, ' '),
    };
  }

  /**
   * Begins at the first word at or behind an offset, on the given page or the next one that has text.
   * @returns false when no page from there on has text (a scan)
   */
  async begin(pageIndex: number, offset: number): Promise<boolean> {
    for (let page = pageIndex; page < this.#host.pageCount; page += 1) {
      await this.#load(page);
      this.#cursor = cursorAt(this.#units, page === pageIndex ? offset : 0);
      if (this.#cursor) {
        this.#host.show(this.selection);
        return true;
      }
    }
    return false;
  }

  end(): void {
    this.#cursor = undefined;
    this.#host.show(undefined);
  }

  /** Moves by one unit; without `extend` it goes on to the neighbouring page at the end of a page. */
  async move(unit: CursorUnit, step: 1 | -1, extend: boolean): Promise<void> {
    if (!this.#cursor) return;
    const moved = moveCursor(this.#units, this.#cursor, unit, step, extend);
    if (moved) this.#cursor = moved;
    else if (!extend) await this.#crossPage(unit, step);
    this.#host.show(this.selection);
  }

  async #crossPage(unit: CursorUnit, step: 1 | -1): Promise<void> {
    const home = this.#pageIndex;
    for (let page = home + step; page >= 0 && page < this.#host.pageCount; page += step) {
      await this.#load(page);
      const spans = unit === 'word' ? this.#units.words : this.#units.sentences;
      const span = step === 1 ? spans[0] : spans.at(-1);
      if (span) {
        this.#cursor = { anchor: span, focus: span };
        return;
      }
    }
    await this.#load(home);
  }

  async #load(pageIndex: number): Promise<void> {
    this.#pageIndex = pageIndex;
    this.#text = await this.#host.flow(pageIndex);
    this.#units = textUnits(this.#text, this.#host.locale);
  }
}
