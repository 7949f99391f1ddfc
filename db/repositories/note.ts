import type Database from 'better-sqlite3';
import { all, first, query } from '../query';
import type { NoteTable } from '../schema';

/** Notes of a paper (of none, for null) outside the trash, newest first. */
export function readNotes(db: Database.Database, itemId: string | null): readonly NoteTable[] {
  const select = query.selectFrom('note').selectAll().where('trashed_at', 'is', null);
  const owned = itemId === null ? select.where('item_id', 'is', null) : select.where('item_id', '=', itemId);
  return all(db, owned.orderBy('created_at', 'desc').orderBy('id', 'desc'));
}

/** @returns one note outside the trash, undefined when there is none */
export function readNote(db: Database.Database, noteId: string): NoteTable | undefined {
  return first(
    db,
    query.selectFrom('note').selectAll().where('id', '=', noteId).where('trashed_at', 'is', null),
  );
}

export type NoteWithTitle = NoteTable & { readonly item_title: string | null };

/** Every note outside the trash whose paper is not in it either, the last changed first. */
export function readAllNotes(db: Database.Database): readonly NoteWithTitle[] {
  return all(
    db,
    query
      .selectFrom('note')
      .leftJoin('item', 'item.id', 'note.item_id')
      .selectAll('note')
      .select('item.title as item_title')
      .where('note.trashed_at', 'is', null)
      .where('item.trashed_at', 'is', null)
      .orderBy('note.updated_at', 'desc')
      .orderBy('note.id', 'desc'),
  );
}
