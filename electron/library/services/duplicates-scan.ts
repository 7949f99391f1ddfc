import {
  readMatchRows,
  readMatchRowsOf,
  readItemPairs,
  readNotDuplicates,
  type MatchRow,
} from '@db/repositories/duplicates';
import { readCsl } from '@db/repositories/record-csl';
import { readSettingValues } from '@db/repositories/setting';
import {
  DUPLICATE_RULES_SETTING,
  readDuplicateRules,
  type DuplicateRules,
} from '@shared/domain/bibliography/duplicate-rules';
import {
  duplicateKeys,
  duplicateProfile,
  judgeProfiles,
  titlesSimilar,
  type DuplicateProfile,
} from '@shared/domain/bibliography/duplicates';
import { MAX_BUCKET, nearTitleKeys } from '@shared/domain/bibliography/duplicate-near';
import {
  groupPairs,
  pairKey,
  type DuplicateGroup,
  type MatchedPair,
} from '@shared/domain/bibliography/duplicate-groups';
import type { Core } from '../core';
import { parseCsl } from './import-duplicates';
import { Slices } from './slices';

type Needs = Pick<Core, 'db' | 'commands'>;

/** What a look through the library found and how long it took. */
export interface DuplicateReport {
  readonly groups: readonly DuplicateGroup[];
  /** Records looked at. */
  readonly records: number;
  /** Milliseconds from start to end, and the longest stretch in which nothing else could run. */
  readonly took: number;
  readonly longestBlock: number;
}

const PAGE = 100;

/**
 * Finds records of one work in the whole library. Records are read once and then only those that changed; candidates share
 * a key (identifier, title, or first creator with the beginning or end of the title), and only candidates are compared.
 */
export class DuplicateScan {
  readonly #core: Needs;
  /** Candidate keys by record. */
  readonly #keys = new Map<string, CandidateKeys>();
  readonly #changed = new Set<string>();
  #isRead = false;
  /** Grows with every change that the answer depends on. */
  #epoch = 0;
  #report: DuplicateReport | undefined;
  #running: Promise<DuplicateReport> | undefined;

  constructor(core: Needs) {
    this.#core = core;
    core.commands.onCommitted(({ changes }) => {
      for (const { table, id, before, after } of changes) {
        if (table === 'item') {
          if (before !== null && after !== null && !('csl' in after) && !('trashed_at' in after)) continue;
          this.#changed.add(id);
        } else if (table !== 'not_duplicate' && table !== 'link' && id !== DUPLICATE_RULES_SETTING) continue;
        this.#epoch += 1;
        this.#report = undefined;
      }
    });
  }

  /** @returns the rules of this library */
  rules(): DuplicateRules {
    return readDuplicateRules(readSettingValues(this.#core.db)[DUPLICATE_RULES_SETTING]);
  }

  /** The groups as the library is now; the same answer until a record or the rules change. */
  async report(): Promise<DuplicateReport> {
    // What changed while a look was under way is looked at in a next one.
    if (this.#running) await this.#running;
    if (this.#report) return this.#report;
    this.#running ??= this.#look().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #look(): Promise<DuplicateReport> {
    const started = performance.now();
    const slices = new Slices();
    const epoch = this.#epoch;
    const rules = this.rules();
    await this.#readKeys(slices);
    const pairs = await this.#judge(await this.#candidates(rules, slices), rules, slices);
    const { db } = this.#core;
    const apart = new Set(readNotDuplicates(db).map((row) => pairKey(row.first_item_id, row.second_item_id)));
    const related = new Set(readItemPairs(db).map((row) => pairKey(row.from_id, row.to_id)));
    await slices.turn();
    const groups = groupPairs(pairs, apart, related);
    await slices.turn();
    const report: DuplicateReport = {
      groups,
      records: this.#keys.size,
      took: performance.now() - started,
      longestBlock: slices.longest,
    };
    if (this.#epoch === epoch) this.#report = report;
    return report;
  }

  async #readKeys(slices: Slices): Promise<void> {
    const { db } = this.#core;
    if (!this.#isRead) {
      this.#changed.clear();
      let after = '';
      for (;;) {
        const rows = readMatchRows(db, after, PAGE);
        for (const row of rows) this.#keys.set(row.id, candidateKeys(row));
        await slices.turn();
        const last = rows.at(-1);
        if (last === undefined) break;
        after = last.id;
      }
      this.#isRead = true;
    }
    while (this.#changed.size > 0) {
      const ids = [...this.#changed].slice(0, PAGE);
      for (const id of ids) {
        this.#changed.delete(id);
        this.#keys.delete(id);
      }
      for (const row of readMatchRowsOf(db, ids)) this.#keys.set(row.id, candidateKeys(row));
      await slices.turn();
    }
  }

  /** Pairs of records that share a key, each once. */
  async #candidates(rules: DuplicateRules, slices: Slices): Promise<readonly (readonly [string, string])[]> {
    const buckets = new Map<string, string[]>();
    let count = 0;
    for (const [id, { keys }] of this.#keys) {
      for (const key of keys) {
        if (key.startsWith('near') && rules.titles !== 'similar') continue;
        const bucket = buckets.get(key);
        if (bucket === undefined) buckets.set(key, [id]);
        else if (bucket.length < MAX_BUCKET) bucket.push(id);
      }
      if ((count += 1) % PAGE === 0) await slices.turn();
    }
    const seen = new Set<string>();
    const pairs: (readonly [string, string])[] = [];
    for (const [shared, bucket] of buckets) {
      const isNear = shared.startsWith('near');
      if (bucket.length < 2) continue;
      for (const [at, left] of bucket.entries()) {
        for (const right of bucket.slice(at + 1)) {
          const key = pairKey(left, right);
          await slices.turn();
          // Most that share a beginning are far apart: told from their titles alone, without reading the records.
          if (seen.has(key) || (isNear && !this.#titlesNear(left, right))) continue;
          seen.add(key);
          pairs.push([left, right]);
        }
      }
    }
    return pairs;
  }

  #titlesNear(left: string, right: string): boolean {
    const [a, b] = [this.#keys.get(left)?.title ?? '', this.#keys.get(right)?.title ?? ''];
    return a === b || titlesSimilar(a, b);
  }

  async #judge(
    candidates: readonly (readonly [string, string])[],
    rules: DuplicateRules,
    slices: Slices,
  ): Promise<readonly MatchedPair[]> {
    const profiles = new Map<string, DuplicateProfile | undefined>();
    const profile = (id: string): DuplicateProfile | undefined => {
      if (profiles.has(id)) return profiles.get(id);
      const text = readCsl(this.#core.db, id);
      const item = text === undefined ? undefined : parseCsl(text);
      const made = item === undefined ? undefined : duplicateProfile(item);
      profiles.set(id, made);
      return made;
    };
    const found: MatchedPair[] = [];
    for (const [first, second] of candidates) {
      const [left, right] = [profile(first), profile(second)];
      await slices.turn();
      if (left === undefined || right === undefined) continue;
      const verdict = judgeProfiles(left, right, rules);
      if (verdict.kind === 'same') found.push({ first, second, kind: 'same', reason: verdict.reason });
      else if (verdict.kind === 'version') {
        const [preprint, published] = left.isPreprint ? [first, second] : [second, first];
        found.push({ first: preprint, second: published, kind: 'version', reason: 'version' });
      }
    }
    return found;
  }
}

interface CandidateKeys {
  readonly title: string;
  readonly keys: readonly string[];
}

function candidateKeys(row: MatchRow): CandidateKeys {
  const text = (value: string | null): string | undefined => value ?? undefined;
  const { isbns, ericId, pmid } = duplicateKeys({
    type: row.type === 'book' ? 'book' : 'document',
    ISBN: text(row.isbn),
    PMID: text(row.pmid),
    URL: text(row.url),
    'call-number': text(row.call_number),
    number: text(row.number),
    archive_location: text(row.archive_location),
  });
  const keys = isbns.map((isbn) => `isbn ${isbn}`);
  if (row.doi !== null) keys.push(`doi ${row.doi}`);
  if (ericId !== undefined) keys.push(`eric ${ericId}`);
  if (pmid !== undefined) keys.push(`pmid ${pmid}`);
  keys.push(`title ${row.title_key}`);
  keys.push(...nearTitleKeys(row.title_key, row.sort_authors));
  return { title: row.title_key, keys };
}
