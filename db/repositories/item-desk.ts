import type Database from 'better-sqlite3';
import { all, query } from '../query';
import { mainDocument } from './main-document';

export interface LastReadRow {
  readonly id: string;
  readonly attachment_id: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
  readonly last_page_index: number;
  readonly page_count: number | null;
  readonly opened_at: string | null;
  readonly is_sample: number;
}

/** Papers with a PDF that are not read to the end: the last opened first, then those marked as being read. */
export function readLastRead(db: Database.Database, limit: number): readonly LastReadRow[] {
  return all(
    db,
    query
      .selectFrom('item')
      .innerJoin('attachment', (join) => join.on('attachment.id', '=', mainDocument('item.id')))
      .select([
        'item.id',
        'attachment.id as attachment_id',
        'item.title',
        'item.authors',
        'item.year',
        'attachment.last_page_index',
        'attachment.page_count',
        'item.opened_at',
        'item.is_sample',
      ])
      .where('item.trashed_at', 'is', null)
      .where('item.read_status', 'in', ['to-read', 'reading'])
      .where((eb) => eb.or([eb('item.opened_at', 'is not', null), eb('item.read_status', '=', 'reading')]))
      .orderBy('item.opened_at', 'desc')
      .orderBy('item.id')
      .limit(limit),
  );
}

export interface SmallWinRow {
  readonly id: string;
  readonly project_id: string;
  readonly project_title: string;
  readonly date: string;
  readonly title: string;
  readonly description: string;
}

/** Journal entries that the person called a small win, the latest first. */
export function readSmallWins(db: Database.Database, limit: number): readonly SmallWinRow[] {
  return all(
    db,
    query
      .selectFrom('journal_entry')
      .innerJoin('project', 'project.id', 'journal_entry.project_id')
      .select([
        'journal_entry.id',
        'journal_entry.project_id',
        'project.title as project_title',
        'journal_entry.date',
        'journal_entry.title',
        'journal_entry.description',
      ])
      .where('journal_entry.is_small_win', '=', 1)
      .where('journal_entry.trashed_at', 'is', null)
      .where('project.trashed_at', 'is', null)
      .orderBy('journal_entry.date', 'desc')
      .orderBy('journal_entry.id', 'desc')
      .limit(limit),
  );
}
