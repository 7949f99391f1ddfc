import type Database from 'better-sqlite3';
import { readTitleRows } from '@db/repositories/import-lookups';
import { MAX_BUCKET, nearTitleKeys } from '@shared/domain/bibliography/duplicate-near';
import { titlesSimilar } from '@shared/domain/bibliography/duplicates';
import { Slices } from './slices';

const PAGE = 500;

interface Titled {
  readonly id: string;
  readonly titleKey: string;
}

/** Records by what nearly equal titles share, kept in memory while an import runs. */
export class NearTitles {
  readonly #buckets = new Map<string, Titled[]>();

  /** Reads the titles of the library in slices; calls of the window come between two. */
  async read(db: Database.Database): Promise<void> {
    const slices = new Slices();
    let after = '';
    for (;;) {
      const rows = readTitleRows(db, after, PAGE);
      for (const { id, title_key, sort_authors } of rows) this.add(id, title_key, sort_authors);
      await slices.turn();
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }

  /** @param id record @param titleKey normalised title @param creator normalised name of the first creator, the family name first */
  add(id: string, titleKey: string, creator: string): void {
    for (const key of nearTitleKeys(titleKey, creator)) {
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [{ id, titleKey }]);
      else if (bucket.length < MAX_BUCKET) bucket.push({ id, titleKey });
    }
  }

  /** @returns ids of the records whose title is nearly this one, and not this one */
  find(titleKey: string, creator: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const key of nearTitleKeys(titleKey, creator))
      for (const other of this.#buckets.get(key) ?? [])
        if (other.titleKey !== titleKey && !found.has(other.id) && titlesSimilar(titleKey, other.titleKey))
          found.add(other.id);
    return found;
  }
}
