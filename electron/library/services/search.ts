import { itemCondition, planSearch } from '@db/search/match';
import { dropSearchIndex, ensureSearchSchema } from '@db/search/schema';
import { onSettle } from '@db/search/settle';
import { hitKinds, matchingItemIds, searchKind, type SearchHit } from '@db/search/search';
import { parseSearch } from '@shared/domain/search/query';
import { fail, ok, type Result } from '@shared/lib/result';
import { pdfTextOf } from '../adapters/pdf-text/pdf-text-of';
import type { Core } from '../core';
import { FulltextService, type FulltextStatus } from './fulltext';
import { SearchRecords } from './search-records';
import { SearchValues } from './search-values';

/** Hits of one kind, best first. */
export interface SearchGroup {
  readonly kind: (typeof hitKinds)[number];
  readonly hits: readonly SearchHit[];
  /** There are more than were asked for. */
  readonly hasMore: boolean;
}

/** What one search found. */
export interface SearchResult {
  /** False when operators did not fit and the text was searched as plain words. */
  readonly understood: boolean;
  readonly groups: readonly SearchGroup[];
  /** Time the search took, in milliseconds. */
  readonly milliseconds: number;
}

/** One search over metadata, notes, annotations, full text, journal and reports. */
export class SearchService {
  readonly #core: Core;
  readonly #records: SearchRecords;
  readonly #fulltext: FulltextService;
  readonly #values: SearchValues;
  /** Newest search of each search box: an older one gives up. */
  readonly #newest = new Map<string, number>();
  #counter = 0;

  constructor(core: Core) {
    this.#core = core;
    ensureSearchSchema(core.db);
    this.#records = new SearchRecords(core.db, core.commands);
    this.#fulltext = new FulltextService(core, pdfTextOf(core));
    this.#values = new SearchValues(core.db);
    onSettle(core.db, () => {
      this.#records.settle();
    });
    this.#records.follow();
    this.#records.catchUp();
  }

  /** Begins background indexing. */
  start(): void {
    this.#fulltext.start();
  }

  /** Ends background work; it goes on at the next start. */
  async stop(): Promise<void> {
    this.#records.stop();
    await this.#fulltext.stop();
  }

  /**
   * Searches every kind of text.
   * @param input `text`: what was typed; `limit`: hits per kind; `session`: the search box, whose newer search ends an
   *   older one with `search.superseded`
   */
  async query(input: {
    readonly text: string;
    readonly limit: number;
    readonly session?: string | undefined;
  }): Promise<Result<SearchResult>> {
    const started = performance.now();
    const ticket = (this.#counter += 1);
    if (input.session !== undefined) this.#newest.set(input.session, ticket);
    await this.#records.settleInSteps();
    const { node, understood } = parseSearch(input.text);
    if (node === null) return ok({ understood, groups: [], milliseconds: 0 });
    const plan = planSearch(node);
    const groups: SearchGroup[] = [];
    for (const kind of hitKinds) {
      // A newer keystroke that arrived meanwhile is heard between the kinds.
      if (input.session !== undefined) {
        await new Promise((resolve) => setImmediate(resolve));
        if (this.#newest.get(input.session) !== ticket) return fail('search.superseded');
      }
      const hits = searchKind(this.#core.db, kind, plan, input.limit + 1);
      if (hits.length > 0)
        groups.push({ kind, hits: hits.slice(0, input.limit), hasMore: hits.length > input.limit });
    }
    return ok({ understood, groups, milliseconds: performance.now() - started });
  }

  /**
   * Ids of the items with a match in any of their texts, for filtering a list.
   * @param text what was typed
   * @param limit largest number of ids
   */
  itemIds(
    text: string,
    limit: number,
  ): Result<{ readonly understood: boolean; readonly itemIds: readonly string[] | null }> {
    this.#records.settle();
    const { node, understood } = parseSearch(text);
    if (node === null) return ok({ understood, itemIds: null });
    return ok({ understood, itemIds: matchingItemIds(this.#core.db, itemCondition(node), limit) });
  }

  /** Values of a field that begin as typed. */
  values(...wanted: Parameters<SearchValues['find']>): ReturnType<SearchValues['find']> {
    return this.#values.find(...wanted);
  }

  /** How reading each document went. */
  documents(page: Parameters<FulltextService['documents']>[0]): ReturnType<FulltextService['documents']> {
    return this.#fulltext.documents(page);
  }

  /** Reads documents anew. @param fileIds stored files */
  retry(fileIds: readonly string[]): Promise<FulltextStatus> {
    return this.#fulltext.retry(fileIds);
  }

  /** Waits until the index holds everything the library does, for scripts and tests. */
  async settled(): Promise<void> {
    this.#records.settle(Infinity);
    await this.#fulltext.settled();
  }

  /** How far the full-text index is. */
  status(): FulltextStatus {
    return this.#fulltext.status();
  }

  /** @param paused whether background reading rests */
  setPaused(paused: boolean): FulltextStatus {
    return this.#fulltext.setPaused(paused);
  }

  /** Throws the index away and builds it anew from the library and its files. */
  rebuild(): FulltextStatus {
    const { paused } = this.#fulltext.setPaused(true);
    dropSearchIndex(this.#core.db);
    ensureSearchSchema(this.#core.db);
    this.#records.rebuild();
    return paused ? this.#fulltext.setPaused(false) : this.#fulltext.status();
  }
}
