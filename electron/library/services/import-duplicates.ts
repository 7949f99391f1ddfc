import type Database from 'better-sqlite3';
import {
  findByDoi,
  findByTitleKey,
  findCandidate,
  listIdentified,
  type CandidateRow,
} from '@db/repositories/import-lookups';
import { readSettingValues } from '@db/repositories/setting';
import {
  cslItemSchema,
  DUPLICATE_RULES_SETTING,
  duplicateKeys,
  duplicateProfile,
  judgeProfiles,
  readDuplicateRules,
  type CslItem,
  type DuplicateReason,
  type DuplicateRules,
} from '@shared/domain/bibliography';
import { familyName, mainCreators } from '@shared/domain/bibliography/creators';
import type { DuplicateKeys, DuplicateProfile } from '@shared/domain/bibliography/duplicates';
import { titleKey } from '@shared/domain/bibliography/plain-text';
import { NearTitles } from './import-near';

/** What the library already has of a work. */
export type KnownWork =
  | {
      readonly kind: 'same';
      readonly reason: DuplicateReason;
      readonly itemId: string;
      readonly title: string;
    }
  | { readonly kind: 'version'; readonly itemId: string; readonly title: string };

/**
 * Finds the record of the same work. DOI and title have indexed columns; the rarer identifiers are read once and kept
 * in memory while an import runs. Nearly equal titles are known after `prepare`.
 */
export class DuplicateFinder {
  #identifiers: Map<string, Set<string>> | undefined;
  #near: NearTitles | undefined;
  readonly rules: DuplicateRules;

  /** @param db connection of the library; its duplicate rules are those of the moment */
  constructor(private readonly db: Database.Database) {
    this.rules = readDuplicateRules(readSettingValues(db)[DUPLICATE_RULES_SETTING]);
  }

  /** Reads what nearly equal titles are found by, when the rules ask for it: then records are found as in the duplicates room. */
  async prepare(): Promise<void> {
    if (this.rules.titles !== 'similar') return;
    const near = new NearTitles();
    await near.read(this.db);
    this.#near = near;
  }

  /**
   * @param item a record about to be added
   * @returns the record of the same work, else one of another version of it (a preprint), else undefined
   */
  find(item: CslItem, profile: DuplicateProfile = duplicateProfile(item)): KnownWork | undefined {
    let best: KnownWork | undefined;
    for (const row of this.#candidates(profile)) {
      const other = parseCsl(row.csl);
      if (other === undefined) continue;
      const verdict = judgeProfiles(profile, duplicateProfile(other), this.rules);
      const named = { itemId: row.id, title: row.title };
      if (verdict.kind === 'same') {
        // Of records that the person keeps apart, the one with the same identifier is meant.
        if (best?.kind === 'same' && strengthOf(best.reason) >= strengthOf(verdict.reason)) continue;
        best = { kind: 'same', reason: verdict.reason, ...named };
      } else if (verdict.kind === 'version') best ??= { kind: 'version', ...named };
    }
    return best;
  }

  /** Remembers a record that was just added. */
  add(itemId: string, item: CslItem): void {
    const keys = duplicateKeys(item);
    if (this.#near) {
      const [first] = mainCreators(item);
      this.#near.add(itemId, keys.title, first === undefined ? '' : titleKey(familyName(first)));
    }
    const identifiers = (this.#identifiers ??= this.#readIdentifiers());
    for (const key of identifierKeys(keys)) {
      const ids = identifiers.get(key);
      if (ids === undefined) identifiers.set(key, new Set([itemId]));
      else ids.add(itemId);
    }
  }

  #candidates(profile: DuplicateProfile): readonly CandidateRow[] {
    const { keys, creators } = profile;
    const found = new Map<string, CandidateRow>();
    const put = (row: CandidateRow | undefined): void => {
      if (row !== undefined) found.set(row.id, row);
    };
    if (keys.doi !== undefined) findByDoi(this.db, keys.doi).forEach(put);
    const identifiers = (this.#identifiers ??= this.#readIdentifiers());
    for (const key of identifierKeys(keys)) {
      for (const id of identifiers.get(key) ?? []) put(findCandidate(this.db, id));
    }
    findByTitleKey(this.db, keys.title).forEach(put);
    if (this.#near && keys.title !== '') {
      for (const id of this.#near.find(keys.title, creators[0]?.family ?? ''))
        put(findCandidate(this.db, id));
    }
    return [...found.values()];
  }

  #readIdentifiers(): Map<string, Set<string>> {
    const identifiers = new Map<string, Set<string>>();
    for (const row of listIdentified(this.db)) {
      const item = parseCsl(row.csl);
      if (item === undefined) continue;
      for (const key of identifierKeys(duplicateKeys(item))) {
        const ids = identifiers.get(key);
        if (ids === undefined) identifiers.set(key, new Set([row.id]));
        else ids.add(row.id);
      }
    }
    return identifiers;
  }
}

/** An identifier says more than an equal title, and that more than a near one. */
function strengthOf(reason: DuplicateReason): number {
  return reason === 'similar-title' ? 0 : reason === 'title' ? 1 : 2;
}

function identifierKeys({ isbns, ericId, pmid }: DuplicateKeys): readonly string[] {
  return [
    ...isbns.map((isbn) => `isbn:${isbn}`),
    ...(ericId === undefined ? [] : [`eric:${ericId}`]),
    ...(pmid === undefined ? [] : [`pmid:${pmid}`]),
  ];
}

/** @param text the `csl` column @returns the record, or undefined when a foreign hand broke it */
export function parseCsl(text: string): CslItem | undefined {
  try {
    const parsed = cslItemSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
