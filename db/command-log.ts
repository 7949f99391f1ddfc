import type Database from 'better-sqlite3';
import type { Clock, Ids } from '@shared/lib/ports';
import { fail, ok, type Result } from '@shared/lib/result';
import { ChangeSet, type Change } from './change-set';
import { all, prepared, query } from './query';

/** A committed entry as listeners see it. */
export interface CommittedEntry {
  readonly sequence: number;
  readonly groupId: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly name: string;
  readonly changes: readonly Change[];
}

/** An undoable or redoable step as the UI shows it. */
export interface Step {
  readonly groupId: string;
  readonly name: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A step that was taken back or brought again. */
export interface ReplayedStep extends Step {
  /** Citation keys that stayed as they are, because they were given out since. */
  readonly keptKeys: number;
}

export interface RunOptions {
  /** Values for the step's label, e.g. {title: …}; stored in the log. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Entries with the same group are one undo step (all chunks of an import). */
  readonly groupId?: string;
  /** Typing in one field: consecutive entries with this key within COALESCE_MS are one undo step. */
  readonly coalesceKey?: string;
}

const COALESCE_MS = 5_000;
const STACK_LIMIT = 200;
const HISTORY_ENTRIES_READ = 5_000;

/**
 * The append-only log of everything the person changed, and the only writer of tracked tables.
 * Undo and redo append entries too, so the log replayed in order always gives the library.
 */
export class CommandLog {
  readonly #db: Database.Database;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #deviceId: string;
  readonly #listeners = new Set<(entry: CommittedEntry) => void>();
  #undo: Step[] = [];
  #redo: Step[] = [];
  #last: { key: string; groupId: string; at: number } | null = null;

  constructor(db: Database.Database, clock: Clock, ids: Ids, deviceId: string) {
    this.#db = db;
    this.#clock = clock;
    this.#ids = ids;
    this.#deviceId = deviceId;
    this.#readStacks();
  }

  /** Calls back after each commit, in order. @returns the function that stops it */
  onCommitted(listener: (entry: CommittedEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Runs one command in one transaction and logs it; nothing is logged when it changes nothing.
   * @param name command name `area.verb`, key of the step's label in the locales
   * @param work the writes; what it returns is returned; when it throws, nothing has changed
   */
  run<T>(name: string, work: (change: ChangeSet) => T, options: RunOptions = {}): T {
    const groupId = options.groupId ?? this.#groupFor(options.coalesceKey);
    const params = options.params ?? {};
    const { value, entry } = this.#commit('do', name, groupId, null, params, work);
    if (entry) {
      this.#redo = [];
      putOnTop(this.#undo, { groupId, name, params });
      if (this.#undo.length > STACK_LIMIT) this.#undo.shift();
      this.#last = options.coalesceKey
        ? { key: options.coalesceKey, groupId, at: Date.parse(this.#clock.now()) }
        : null;
      this.#emit(entry);
    }
    return value;
  }

  /** The step that undo would take back, and the one redo would bring again. */
  state(): { readonly undo: Step | null; readonly redo: Step | null } {
    return { undo: this.#undo.at(-1) ?? null, redo: this.#redo.at(-1) ?? null };
  }

  /** Takes back the last step. @returns the step; `history.nothing-to-undo`, or `history.conflict` if later data depends on it */
  undo(): Result<ReplayedStep> {
    const step = this.#undo.at(-1);
    if (!step) return fail('history.nothing-to-undo');
    return this.#replay('undo', step, this.#undo, this.#redo);
  }

  /** Brings the last undone step again. @returns the step; `history.nothing-to-redo` or `history.conflict` */
  redo(): Result<ReplayedStep> {
    const step = this.#redo.at(-1);
    if (!step) return fail('history.nothing-to-redo');
    return this.#replay('redo', step, this.#redo, this.#undo);
  }

  /** Entries after a sequence number, in order: what a projection reads to catch up. */
  entriesAfter(sequence: number, limit: number): readonly CommittedEntry[] {
    const select = query
      .selectFrom('command_log')
      .select(['sequence', 'group_id', 'kind', 'name', 'changes'])
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(limit);
    return all(this.#db, select).map((row) => ({
      sequence: row.sequence,
      groupId: row.group_id,
      kind: row.kind,
      name: row.name,
      changes: JSON.parse(row.changes) as Change[],
    }));
  }

  /** Changes of every step that undo or redo can still replay, as stored (JSON). What they name must not be lost. */
  *changesInReach(): Generator<string> {
    const read = prepared(this.#db, 'SELECT changes FROM command_log WHERE group_id = ? ORDER BY sequence');
    for (const { groupId } of [...this.#undo, ...this.#redo])
      for (const { changes } of read.all(groupId) as readonly { readonly changes: string }[]) yield changes;
  }

  #replay(kind: 'undo' | 'redo', step: Step, from: Step[], to: Step[]): Result<ReplayedStep> {
    const rows = all(
      this.#db,
      query
        .selectFrom('command_log')
        .select('changes')
        .where('group_id', '=', step.groupId)
        .orderBy('sequence'),
    );
    const groups = rows.map((row) => JSON.parse(row.changes) as Change[]);
    try {
      const { value: keptKeys, entry } = this.#commit(
        kind,
        step.name,
        this.#ids.next(),
        step.groupId,
        step.params,
        (change) => {
          if (kind === 'undo') for (const changes of groups.reverse()) change.applyInverse(changes);
          else for (const changes of groups) change.applyForward(changes);
          return change.keptKeys;
        },
      );
      from.pop();
      to.push(step);
      this.#last = null;
      if (entry) this.#emit(entry);
      return ok({ ...step, keptKeys });
    } catch (error) {
      return fail('history.conflict', { name: step.name }, String(error));
    }
  }

  #commit<T>(
    kind: 'do' | 'undo' | 'redo',
    name: string,
    groupId: string,
    targetGroupId: string | null,
    params: Readonly<Record<string, string | number>>,
    work: (change: ChangeSet) => T,
  ): { value: T; entry: CommittedEntry | null } {
    const changeSet = new ChangeSet(this.#db);
    let sequence = 0;
    const value = this.#db.transaction(() => {
      const result = work(changeSet);
      if (changeSet.changes.length > 0) {
        const insert = prepared(
          this.#db,
          `INSERT INTO command_log (id, group_id, kind, target_group_id, name, params, changes, device_id, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        );
        const id = this.#ids.next();
        const changes = JSON.stringify(changeSet.changes);
        const at = this.#clock.now();
        sequence = Number(
          insert.run(
            id,
            groupId,
            kind,
            targetGroupId,
            name,
            JSON.stringify(params),
            changes,
            this.#deviceId,
            at,
          ).lastInsertRowid,
        );
      }
      return result;
    })();
    const entry = sequence > 0 ? { sequence, groupId, kind, name, changes: changeSet.changes } : null;
    return { value, entry };
  }

  #groupFor(coalesceKey: string | undefined): string {
    const last = this.#last;
    if (coalesceKey && last?.key === coalesceKey && Date.parse(this.#clock.now()) - last.at < COALESCE_MS)
      return last.groupId;
    return this.#ids.next();
  }

  #emit(entry: CommittedEntry): void {
    for (const listener of this.#listeners) listener(entry);
  }

  #readStacks(): void {
    const select = query
      .selectFrom('command_log')
      .select(['group_id', 'kind', 'target_group_id', 'name', 'params'])
      .orderBy('sequence', 'desc')
      .limit(HISTORY_ENTRIES_READ);
    const undo: Step[] = [];
    const redo: Step[] = [];
    for (const row of all(this.#db, select).reverse()) {
      if (row.kind === 'do') {
        redo.length = 0;
        const step = {
          groupId: row.group_id,
          name: row.name,
          params: JSON.parse(row.params) as Step['params'],
        };
        putOnTop(undo, step);
        continue;
      }
      const [from, to] = row.kind === 'undo' ? [undo, redo] : [redo, undo];
      const index = from.findIndex((step) => step.groupId === row.target_group_id);
      if (index >= 0) to.push(...from.splice(index, 1));
    }
    this.#undo = undo.slice(-STACK_LIMIT);
    this.#redo = redo;
  }
}

/** A step stands once on the stack, also when the person did something else between two chunks of an import. */
function putOnTop(stack: Step[], step: Step): void {
  const index = stack.findIndex((other) => other.groupId === step.groupId);
  if (index < 0) stack.push(step);
  else stack.push(...stack.splice(index, 1));
}
