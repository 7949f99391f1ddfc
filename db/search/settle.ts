import type Database from 'better-sqlite3';

const settlers = new WeakMap<Database.Database, () => void>();

/**
 * Says how the index of records is brought up to date: the one who keeps it registers here.
 * @param db connection with the index attached
 * @param settle takes in a small backlog at once; a large one goes on in the background
 */
export function onSettle(db: Database.Database, settle: () => void): void {
  settlers.set(db, settle);
}

/**
 * Brings the index up to date before it is read, so that a list finds what was just written.
 * @param db connection with the index attached
 */
export function settleIndex(db: Database.Database): void {
  settlers.get(db)?.();
}
