import { findInText, type FindOptions, type TextHit } from './find-text';

/** A hit in the document. */
export interface DocumentHit extends TextHit {
  readonly pageIndex: number;
}

/** State of a search, for the "3 of 56" beside the search box. */
export interface FindState {
  readonly query: string;
  readonly hits: readonly DocumentHit[];
  /** Place of the current hit in `hits`; -1 when there is none. */
  readonly current: number;
  /** Pages searched so far; the search is complete when this equals the page count. */
  readonly searched: number;
}

/** Most hits that are kept; nobody steps through more. */
const MOST_HITS = 5000;

/** Searches a document page by page; results arrive while the search runs. */
export class Finder {
  readonly #pageCount: number;
  readonly #pageText: (pageIndex: number) => Promise<string>;
  readonly #onState: (state: FindState) => void;
  #run = 0;
  #state: FindState = { query: '', hits: [], current: -1, searched: 0 };

  /**
   * @param pageCount pages of the document
   * @param pageText reads the text of a page
   * @param onState told at every new hit page and at every step
   */
  constructor(
    pageCount: number,
    pageText: (pageIndex: number) => Promise<string>,
    onState: (state: FindState) => void,
  ) {
    this.#pageCount = pageCount;
    this.#pageText = pageText;
    this.#onState = onState;
  }

  get state(): FindState {
    return this.#state;
  }

  get currentHit(): DocumentHit | undefined {
    return this.#state.hits[this.#state.current];
  }

  /**
   * Starts a search; a running one ends. The first hit at or behind the start page becomes current.
   * @param query what to find; empty clears
   * @param startPage page in view
   */
  async find(query: string, options: FindOptions, startPage: number): Promise<void> {
    const run = (this.#run += 1);
    this.#set({ query, hits: [], current: -1, searched: 0 });
    if (query.trim() === '') return;
    for (let step = 0; step < this.#pageCount; step += 1) {
      const pageIndex = (startPage + step) % this.#pageCount;
      const text = await this.#pageText(pageIndex).catch(() => '');
      if (run !== this.#run) return;
      const found = findInText(text, query, options).map((hit) => ({ ...hit, pageIndex }));
      this.#add(found);
      if (this.#state.hits.length >= MOST_HITS) break;
    }
    this.#set({ ...this.#state, searched: this.#pageCount });
  }

  /** Makes the next (1) or previous (-1) hit current, around the end of the document. */
  step(direction: 1 | -1): DocumentHit | undefined {
    const { hits, current } = this.#state;
    if (hits.length === 0) return undefined;
    this.#set({ ...this.#state, current: (current + direction + hits.length) % hits.length });
    return this.currentHit;
  }

  #add(found: readonly DocumentHit[]): void {
    const { hits, current, query, searched } = this.#state;
    const focus = this.currentHit ?? found[0];
    const all =
      found.length === 0
        ? hits
        : [...hits, ...found].sort((a, b) => a.pageIndex - b.pageIndex || a.start - b.start);
    const at = focus ? all.indexOf(focus) : current;
    this.#set({ query, hits: all, current: at, searched: searched + 1 });
  }

  #set(state: FindState): void {
    this.#state = state;
    this.#onState(state);
  }
}
