import type Database from 'better-sqlite3';
import { keepFixedKey } from './kept-keys';
import { prepared } from './query';
import type { RowImage } from './row-image';
import type { NewRow, TrackedTable, TrackedTables } from './schema';

/** One row image pair: null before = inserted, null after = removed. */
export interface Change {
  readonly table: TrackedTable;
  readonly id: string;
  readonly before: RowImage | null;
  readonly after: RowImage | null;
}
/** Thrown when a command addresses a row that is not there: a bug or a lost race, never user input. */
export class MissingRowError extends Error {
  constructor(table: string, id: string) {
    super(`No row ${id} in ${table}`);
    this.name = 'MissingRowError';
  }
}

/**
 * Collects the writes of one command while applying them.
 * It is the only way to write tracked tables: before and after images go to the command log, which makes every change
 * undoable and replicable.
 */
export class ChangeSet {
  readonly #db: Database.Database;
  readonly #changes: Change[] = [];
  #keptKeys = 0;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** All changes so far, in order. */
  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** Citation keys that a replay would have changed and that stayed, because they were given out since. */
  get keptKeys(): number {
    return this.#keptKeys;
  }

  /** Inserts a whole row. @param table tracked table @param row every column that has no default */
  insert<T extends TrackedTable>(table: T, row: NewRow<T>): void {
    const image = { ...row } as RowImage;
    insertRow(this.#db, table, image);
    this.#changes.push({ table, id: String(image['id']), before: null, after: image });
  }

  /**
   * Inserts a row as it was kept outside of the database (a sidecar). SQLite checks types and references.
   * @throws SqliteError when the row does not fit the table
   */
  insertImage(table: TrackedTable, image: RowImage): void {
    insertRow(this.#db, table, image);
    this.#changes.push({ table, id: String(image['id']), before: null, after: image });
  }

  /**
   * Changes some columns of one row; columns that already hold the value are left out, and no change is logged if none differs.
   * @throws MissingRowError when the row is not there
   */
  update<T extends TrackedTable>(table: T, id: string, patch: Partial<TrackedTables[T]>): void {
    const current = readRow(this.#db, table, id);
    if (!current) throw new MissingRowError(table, id);
    const before: Record<string, string | number | null> = {};
    const after: Record<string, string | number | null> = {};
    for (const [column, value] of Object.entries(patch as RowImage)) {
      if (current[column] === value) continue;
      before[column] = current[column] ?? null;
      after[column] = value;
    }
    if (Object.keys(after).length === 0) return;
    updateRow(this.#db, table, id, after);
    this.#changes.push({ table, id, before, after });
  }

  /** Removes one row for good (trash is an update of trashed_at). @throws MissingRowError */
  remove(table: TrackedTable, id: string): void {
    const before = readRow(this.#db, table, id);
    if (!before) throw new MissingRowError(table, id);
    prepared(this.#db, `DELETE FROM "${table}" WHERE id = ?`).run(id);
    this.#changes.push({ table, id, before, after: null });
  }

  /** Applies the inverse of logged changes (last first), recording them as changes of this set. */
  applyInverse(changes: readonly Change[]): void {
    for (const change of [...changes].reverse())
      this.#apply({ ...change, before: change.after, after: change.before });
  }

  /** Applies logged changes again, in order. */
  applyForward(changes: readonly Change[]): void {
    for (const change of changes) this.#apply(change);
  }

  #apply(change: Change): void {
    const { table, id, before, after } = change;
    if (before === null && after !== null) insertRow(this.#db, table, after);
    else if (after === null) prepared(this.#db, `DELETE FROM "${table}" WHERE id = ?`).run(id);
    else {
      const image = table === 'item' && 'csl' in after ? this.#withFixedKey(id, after) : after;
      updateRow(this.#db, table, id, image);
      this.#changes.push({ table, id, before, after: image });
      return;
    }
    this.#changes.push({ table, id, before, after });
  }

  #withFixedKey(id: string, after: RowImage): RowImage {
    const current = readRow(this.#db, 'item', id);
    if (!current) return after;
    const { image, isKept } = keepFixedKey(current, after);
    if (isKept) this.#keptKeys += 1;
    return image;
  }
}

function readRow(db: Database.Database, table: TrackedTable, id: string): RowImage | undefined {
  return prepared(db, `SELECT * FROM "${table}" WHERE id = ?`).get(id) as RowImage | undefined;
}

function insertRow(db: Database.Database, table: TrackedTable, row: RowImage): void {
  const columns = Object.keys(row);
  const sql = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  prepared(db, sql).run(...columns.map((name) => row[name]));
}

function updateRow(db: Database.Database, table: TrackedTable, id: string, patch: RowImage): void {
  const columns = Object.keys(patch);
  const sql = `UPDATE "${table}" SET ${columns.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`;
  prepared(db, sql).run(...columns.map((name) => patch[name]), id);
}
