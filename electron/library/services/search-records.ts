import type Database from 'better-sqlite3';
import type { CommandLog, CommittedEntry } from '@db/command-log';
import { prepared } from '@db/query';
import { allRecords, LAST_SEQUENCE, recordsOf, refreshRecords, type RecordKey } from '@db/search/records';
import { clearRecords, readState, writeState } from '@db/search/schema';
import { educationWords } from './education-words';

/** Records refreshed in one transaction. */
const BATCH = 20;
/** Time one step of refreshing may take, in milliseconds, so that calls in between are answered at once. */
const STEP_MS = 12;
const LOG_BATCH = 200;
/** Up to this many waiting records a read brings the index up to date before it answers; more go on behind it. */
const SETTLE_LIMIT = 60;
/** A search that may wait takes in up to so many, in steps. */
const WAIT_LIMIT = 2_000;
const LAST_ENTRY = 'last-entry';
const TEXT_VERSION_KEY = 'record-text';
/** Raised when records give other texts: their index is built anew, that of the pages stays. */
const TEXT_VERSION = '2';

/**
 * Keeps the index of items, notes, annotations, journal and reports in step with the command log. It is a projection:
 * each committed entry names the records to read anew; at boot it catches up from the last entry taken in.
 */
export class SearchRecords {
  readonly #db: Database.Database;
  readonly #commands: CommandLog;
  readonly #waiting = new Map<string, RecordKey>();
  #sequence = 0;
  #scheduled: NodeJS.Immediate | null = null;
  #unsubscribe: (() => unknown) | null = null;

  readonly #onCaughtUp: () => void;
  /** Reads may have missed something since: they are told when the backlog is done. */
  #isBehind = false;

  /** @param onCaughtUp called when a backlog too large for a read to wait for has been taken in */
  constructor(db: Database.Database, commands: CommandLog, onCaughtUp: () => void) {
    this.#onCaughtUp = onCaughtUp;
    this.#db = db;
    this.#commands = commands;
  }

  /** Follows the command log from now on; what happened before is taken in with `catchUp`. */
  follow(): void {
    this.#unsubscribe ??= this.#commands.onCommitted((entry) => {
      this.#take(entry);
      this.#schedule();
    });
  }

  /** Takes in what was committed since the index was last written, or everything when that cannot be told. */
  catchUp(): void {
    const last = Number(readState(this.#db, LAST_SEQUENCE) ?? '-1');
    const isOfNow = readState(this.#db, TEXT_VERSION_KEY) === TEXT_VERSION;
    if (last < 0 || !isOfNow || !this.#knowsEntry(last)) {
      this.rebuild();
      return;
    }
    this.#sequence = last;
    for (;;) {
      const entries = this.#commands.entriesAfter(this.#sequence, LOG_BATCH);
      for (const entry of entries) this.#take(entry);
      if (entries.length < LOG_BATCH) break;
    }
    this.#schedule();
  }

  /** Reads every record anew. */
  rebuild(): void {
    this.#waiting.clear();
    clearRecords(this.#db);
    this.#sequence = this.#latestSequence();
    for (const key of allRecords(this.#db)) this.#waiting.set(`${key.kind}/${key.id}`, key);
    if (this.#waiting.size === 0) this.#refresh([]);
    this.#schedule();
  }

  /** Number of records whose index entry is not up to date. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Brings a small backlog up to date at once, so that a search finds what was just written. */
  settle(limit = SETTLE_LIMIT): void {
    if (this.#waiting.size <= limit) while (this.#waiting.size > 0) this.#step();
  }

  /** As `settle` for a larger backlog; other calls are answered between the steps. */
  async settleInSteps(): Promise<void> {
    while (this.#waiting.size > 0 && this.#waiting.size <= WAIT_LIMIT) {
      this.#step();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Stops following; the rest is taken in next time. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    if (this.#scheduled !== null) clearImmediate(this.#scheduled);
    this.#scheduled = null;
  }

  #take(entry: CommittedEntry): void {
    for (const key of recordsOf(this.#db, entry.changes)) this.#waiting.set(`${key.kind}/${key.id}`, key);
    this.#sequence = Math.max(this.#sequence, entry.sequence);
  }

  #schedule(): void {
    if (this.#scheduled !== null || this.#waiting.size === 0) return;
    this.#scheduled = setImmediate(() => {
      this.#scheduled = null;
      if (this.#unsubscribe === null) return;
      if (this.#waiting.size > SETTLE_LIMIT) this.#isBehind = true;
      this.#step();
      if (this.#waiting.size === 0 && this.#isBehind) {
        this.#isBehind = false;
        this.#onCaughtUp();
      }
      this.#schedule();
    });
  }

  #step(): void {
    const until = performance.now() + STEP_MS;
    do {
      const batch: RecordKey[] = [];
      for (const [name, key] of this.#waiting) {
        if (batch.length === BATCH) break;
        batch.push(key);
        this.#waiting.delete(name);
      }
      this.#refresh(batch);
    } while (this.#waiting.size > 0 && performance.now() < until);
  }

  /** The last sequence is stored only when nothing waits: a crash in between repeats work, and loses none. */
  #refresh(batch: readonly RecordKey[]): void {
    const isLast = this.#waiting.size === 0;
    refreshRecords(this.#db, batch, isLast ? this.#sequence : null, educationWords);
    if (!isLast) return;
    writeState(this.#db, LAST_ENTRY, this.#entryId(this.#sequence) ?? '');
    writeState(this.#db, TEXT_VERSION_KEY, TEXT_VERSION);
  }

  #latestSequence(): number {
    const row = prepared(this.#db, 'SELECT coalesce(max(sequence), 0) AS sequence FROM command_log').get();
    return (row as { sequence: number }).sequence;
  }

  #entryId(sequence: number): string | null {
    const row = prepared(this.#db, 'SELECT id FROM command_log WHERE sequence = ?').get(sequence);
    return (row as { id: string } | undefined)?.id ?? null;
  }

  /** After a restore the log may be another one with the same numbers. */
  #knowsEntry(sequence: number): boolean {
    return (this.#entryId(sequence) ?? '') === (readState(this.#db, LAST_ENTRY) ?? '');
  }
}
