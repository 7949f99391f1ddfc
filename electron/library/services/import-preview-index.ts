import { MAX_BUCKET, nearTitleKeys } from '@shared/domain/bibliography/duplicate-near';
import type { DuplicateRules } from '@shared/domain/bibliography/duplicate-rules';
import {
  duplicateProfile,
  judgeProfiles,
  titlesSimilar,
  type DuplicateProfile,
  type DuplicateReason,
} from '@shared/domain/bibliography/duplicates';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
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
  readonly profile: DuplicateProfile;
  readonly title: string;
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
    const profile = duplicateProfile(item);
    const known = this.library.find(item, profile);
    if (known?.kind === 'same') {
      const { reason, itemId, title } = known;
      return { reason, itemId, title, earlier: null };
    }
    const keys = keysOf(profile, this.library.rules);
    for (const key of keys) {
      for (const seen of this.#seen.get(key) ?? []) {
        if (key.startsWith('near') && !titlesSimilar(profile.keys.title, seen.profile.keys.title)) continue;
        const verdict = judgeProfiles(profile, seen.profile, this.library.rules);
        if (verdict.kind !== 'same') continue;
        return {
          reason: verdict.reason,
          itemId: null,
          title: seen.title,
          earlier: { source: seen.source, line: seen.line },
        };
      }
    }
    for (const key of keys) {
      const entry = this.#seen.get(key);
      const seen = { profile, title: item.title ?? '', source, line };
      if (entry === undefined) this.#seen.set(key, [seen]);
      // A thousand records called "Editorial" need not be compared each with each.
      else if (entry.length < MAX_BUCKET) entry.push(seen);
    }
    return undefined;
  }
}

/** The strongest first: near titles last. */
function keysOf({ keys, creators }: DuplicateProfile, rules: DuplicateRules): readonly string[] {
  const { doi, isbns, ericId, pmid, title } = keys;
  return [
    ...(doi === undefined ? [] : [`doi:${doi}`]),
    ...isbns.map((isbn) => `isbn:${isbn}`),
    ...(ericId === undefined ? [] : [`eric:${ericId}`]),
    ...(pmid === undefined ? [] : [`pmid:${pmid}`]),
    `title:${title}`,
    ...(rules.titles === 'similar' ? nearTitleKeys(title, creators[0]?.family ?? '') : []),
  ];
}
