import {
  duplicateKeys,
  judgeDuplicate,
  type CslItem,
  type DuplicateReason,
} from '@shared/domain/bibliography';
import type { DuplicateFinder } from './import-duplicates';

/** A work that is there already: in the library, or earlier in the files of the same import. */
export interface KnownBefore {
  readonly reason: DuplicateReason;
  /** Null for a record of the files. */
  readonly itemId: string | null;
  readonly title: string;
  /** File and line of the earlier record, null for one of the library. */
  readonly earlier: { readonly source: string; readonly line: number } | null;
}

interface Seen {
  readonly item: CslItem;
  readonly source: string;
  readonly line: number;
}

/** Finds doubles among records that are only looked at, and in the library. */
export class PreviewIndex {
  readonly #seen = new Map<string, Seen[]>();

  /** @param library finds works of the library; nothing is added to it */
  constructor(private readonly library: DuplicateFinder) {}

  /**
   * @param item a record of the files
   * @param source name of its file @param line its line
   * @returns the same work met before, undefined for a new one; the record is remembered
   */
  meet(item: CslItem, source: string, line: number): KnownBefore | undefined {
    const known = this.library.find(item);
    if (known?.kind === 'same') {
      const { reason, itemId, title } = known;
      return { reason, itemId, title, earlier: null };
    }
    const keys = keysOf(item);
    for (const key of keys) {
      for (const seen of this.#seen.get(key) ?? []) {
        const verdict = judgeDuplicate(item, seen.item);
        if (verdict.kind !== 'same') continue;
        const { source: earlierSource, line: earlierLine } = seen;
        return {
          reason: verdict.reason,
          itemId: null,
          title: seen.item.title ?? '',
          earlier: { source: earlierSource, line: earlierLine },
        };
      }
    }
    for (const key of keys) {
      const entry = this.#seen.get(key);
      if (entry === undefined) this.#seen.set(key, [{ item, source, line }]);
      // A thousand records called "Editorial" need not be compared each with each.
      else if (entry.length < 50) entry.push({ item, source, line });
    }
    return undefined;
  }
}

function keysOf(item: CslItem): readonly string[] {
  const { doi, isbns, ericId, pmid, title } = duplicateKeys(item);
  return [
    ...(doi === undefined ? [] : [`doi:${doi}`]),
    ...isbns.map((isbn) => `isbn:${isbn}`),
    ...(ericId === undefined ? [] : [`eric:${ericId}`]),
    ...(pmid === undefined ? [] : [`pmid:${pmid}`]),
    `title:${title}`,
  ];
}
