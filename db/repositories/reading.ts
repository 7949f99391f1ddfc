import type Database from 'better-sqlite3';
import { all, first, query } from '../query';
import type { ReadingLogEntryTable } from '../schema';

export type ReadingRow = ReadingLogEntryTable & {
  readonly item_title: string;
  readonly item_authors: string;
  readonly item_year: number | null;
};

function entries() {
  return query
    .selectFrom('reading_log_entry')
    .innerJoin('item', 'item.id', 'reading_log_entry.item_id')
    .selectAll('reading_log_entry')
    .select(['item.title as item_title', 'item.authors as item_authors', 'item.year as item_year'])
    .where('item.trashed_at', 'is', null)
    .orderBy('reading_log_entry.date', 'desc')
    .orderBy('reading_log_entry.id', 'desc');
}

/** Entries of one paper, or of the whole library; the latest first. */
export function readReadingLog(db: Database.Database, itemId?: string): readonly ReadingRow[] {
  return all(
    db,
    itemId === undefined ? entries() : entries().where('reading_log_entry.item_id', '=', itemId),
  );
}

/** @returns one entry, undefined when there is none */
export function readReadingEntry(db: Database.Database, entryId: string): ReadingLogEntryTable | undefined {
  return first(db, query.selectFrom('reading_log_entry').selectAll().where('id', '=', entryId));
}
