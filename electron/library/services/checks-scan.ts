import {
  readAttachedFiles,
  readContainerCounts,
  readKeysTwice,
  readRecordsAfter,
  readRecordsIn,
  readRecordsOf,
  readRetractions,
  type CheckedRow,
} from '@db/repositories/checks';
import { checkRecord, containerSpellings, type Finding } from '@shared/domain/checks';
import type { Core } from '../core';
import { presentFiles } from '../adapters/present-files';
import { parseCsl } from './import-duplicates';
import { Slices } from './slices';

type Needs = Pick<Core, 'db' | 'commands' | 'clock' | 'paths'>;

/** A finding without its words, as all of them are kept in memory. */
export interface KnownFinding {
  readonly check: string;
  readonly hasFix: boolean;
}

export interface CheckReport {
  /** Findings by record; records without any are not there. */
  readonly findings: ReadonlyMap<string, readonly KnownFinding[]>;
  readonly records: number;
  readonly took: number;
  readonly longestBlock: number;
}

const PAGE = 50;

/** Looks at every record once, then only at those that changed; what needs the whole library is asked again each time. */
export class ChecksScan {
  readonly #core: Needs;
  readonly #own = new Map<string, readonly KnownFinding[]>();
  readonly #changed = new Set<string>();
  #records = new Set<string>();
  /** Records whose files are not where they should be, with the names of the files. */
  #missing: ReadonlyMap<string, readonly string[]> = new Map();
  /** What the last look at the whole library said. */
  #shared: ReadonlyMap<string, readonly KnownFinding[]> = new Map();
  #spellings: ReadonlyMap<string, string> = new Map();
  #keyKeepers: ReadonlySet<string> = new Set();
  #isRead = false;
  #epoch = 0;
  #report: CheckReport | undefined;
  #running: Promise<CheckReport> | undefined;

  constructor(core: Needs) {
    this.#core = core;
    core.commands.onCommitted(({ changes }) => {
      for (const { table, id, before, after } of changes) {
        if (table === 'item') {
          const matters = ['csl', 'trashed_at', 'citation_key', 'retraction'];
          if (before !== null && after !== null && !matters.some((column) => column in after)) continue;
          this.#changed.add(id);
        } else if (table !== 'attachment' && table !== 'file') continue;
        this.#epoch += 1;
        this.#report = undefined;
      }
    });
  }

  /** What is odd as the library is now. */
  async report(): Promise<CheckReport> {
    if (this.#running) await this.#running;
    if (this.#report) return this.#report;
    this.#running ??= this.#look().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Everything odd in one record, with words and fixes; library-wide kinds as of the last report. */
  findingsOf(row: CheckedRow): readonly Finding[] {
    const item = parseCsl(row.csl);
    const own = item === undefined ? [] : checkRecord(item, this.#context());
    return [...this.#sharedOf(row), ...own];
  }

  /** @returns whether the record is the one of those with its key that keeps it */
  keepsKey(itemId: string): boolean {
    return this.#keyKeepers.has(itemId);
  }

  #context(): { readonly year: number } {
    return { year: Number(this.#core.clock.now().slice(0, 4)) };
  }

  async #look(): Promise<CheckReport> {
    const started = performance.now();
    const slices = new Slices();
    const epoch = this.#epoch;
    await this.#readRecords(slices);
    this.#missing = await this.#filesMissing();
    await slices.turn();
    const findings = new Map(this.#own);
    this.#shared = await this.#lookAtAll(slices);
    for (const [itemId, known] of this.#shared)
      findings.set(itemId, [...known, ...(findings.get(itemId) ?? [])]);
    const report: CheckReport = {
      findings,
      records: this.#records.size,
      took: performance.now() - started,
      longestBlock: slices.longest,
    };
    if (this.#epoch === epoch) this.#report = report;
    return report;
  }

  async #readRecords(slices: Slices): Promise<void> {
    const { db } = this.#core;
    if (!this.#isRead) {
      this.#changed.clear();
      this.#records = new Set();
      let after = '';
      for (;;) {
        const rows = readRecordsAfter(db, after, PAGE);
        for (const row of rows) {
          this.#put(row);
          await slices.turn();
        }
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
        this.#own.delete(id);
        this.#records.delete(id);
      }
      for (const row of readRecordsOf(db, ids)) {
        this.#put(row);
        await slices.turn();
      }
    }
  }

  #put(row: CheckedRow): void {
    this.#records.add(row.id);
    const item = parseCsl(row.csl);
    const found = item === undefined ? [] : checkRecord(item, this.#context());
    if (found.length === 0) return;
    this.#own.set(
      row.id,
      found.map(({ check, fix }) => ({ check, hasFix: fix !== undefined })),
    );
  }

  async #filesMissing(): Promise<ReadonlyMap<string, readonly string[]>> {
    const attached = readAttachedFiles(this.#core.db);
    const present = await presentFiles(
      this.#core.paths.files,
      attached.flatMap(({ linked_path }) => linked_path ?? []),
    );
    const missing = new Map<string, string[]>();
    for (const { item_id, title, file_id, linked_path } of attached) {
      if (present.has(linked_path ?? file_id)) continue;
      missing.set(item_id, [...(missing.get(item_id) ?? []), title]);
    }
    return missing;
  }

  async #lookAtAll(slices: Slices): Promise<ReadonlyMap<string, readonly KnownFinding[]>> {
    const { db } = this.#core;
    const found = new Map<string, KnownFinding[]>();
    const add = (itemId: string, finding: KnownFinding): void => {
      found.set(itemId, [...(found.get(itemId) ?? []), finding]);
    };
    for (const { id } of readRetractions(db)) add(id, { check: 'retracted', hasFix: false });
    for (const itemId of this.#missing.keys()) add(itemId, { check: 'file-missing', hasFix: false });
    const firstOf = new Set<string>();
    const keepers = new Set<string>();
    for (const row of readKeysTwice(db)) {
      // The first of each key keeps it; a pinned key stays whatever comes.
      const isFirst = !firstOf.has(row.citation_key);
      firstOf.add(row.citation_key);
      if (isFirst) keepers.add(row.id);
      add(row.id, { check: 'key-twice', hasFix: !isFirst && row.citation_key_pinned === 0 });
    }
    this.#keyKeepers = keepers;
    await slices.turn();
    this.#spellings = containerSpellings(readContainerCounts(db));
    for (const name of this.#spellings.keys()) {
      for (const itemId of readRecordsIn(db, name))
        add(itemId, { check: 'container-spelling', hasFix: true });
      await slices.turn();
    }
    return found;
  }

  #sharedOf(row: CheckedRow): readonly Finding[] {
    return (this.#shared.get(row.id) ?? []).flatMap(({ check }): readonly Finding[] => {
      const item = parseCsl(row.csl);
      switch (check) {
        case 'retracted':
          return [{ check, field: 'title', value: '' }];
        case 'file-missing':
          return [{ check, field: 'file', value: (this.#missing.get(row.id) ?? []).join(', ') }];
        case 'key-twice':
          return [{ check, field: 'citation-key', value: item?.['citation-key'] ?? '' }];
        case 'container-spelling': {
          const name = item?.['container-title'] ?? '';
          const better = this.#spellings.get(name);
          return better === undefined
            ? []
            : [{ check, field: 'container-title', value: name, fix: { 'container-title': better } }];
        }
        default:
          return [];
      }
    });
  }
}
