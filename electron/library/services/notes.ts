import { readItem } from '@db/repositories/item';
import { readNote, readNotes } from '@db/repositories/note';
import type { NoteTable } from '@db/schema';
import type { Note } from '@shared/ipc/contract/notes';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

/** Free notes on papers. */
export class NotesService {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>) {
    this.#core = core;
  }

  list(itemId: string | null): Note[] {
    return readNotes(this.#core.db, itemId).map(toNote);
  }

  /** @returns the note, or `library.item-missing` */
  create(itemId: string | null, body: string): Result<Note> {
    const { db, commands, clock, ids } = this.#core;
    if (itemId !== null && !readItem(db, itemId)) return fail('library.item-missing');
    const at = clock.now();
    const row: NoteTable = {
      id: ids.next(),
      item_id: itemId,
      body,
      created_at: at,
      updated_at: at,
      trashed_at: null,
      format: 'text',
    };
    commands.run('notes.create', (change) => {
      change.insert('note', row);
    });
    return ok(toNote(row));
  }

  /** Typing that goes on is one step. @returns `notes.missing` */
  update(noteId: string, body: string): Result<Note> {
    const { db, commands, clock } = this.#core;
    const row = readNote(db, noteId);
    if (!row) return fail('notes.missing');
    if (row.body === body) return ok(toNote(row));
    const updated = { ...row, body, updated_at: clock.now() };
    commands.run(
      'notes.update',
      (change) => {
        change.update('note', noteId, { body, updated_at: updated.updated_at });
      },
      { coalesceKey: `note:${noteId}` },
    );
    return ok(toNote(updated));
  }

  /** @returns `notes.missing` */
  trash(noteId: string): Result<{ trashed: true }> {
    const { db, commands, clock } = this.#core;
    if (!readNote(db, noteId)) return fail('notes.missing');
    commands.run('notes.trash', (change) => {
      change.update('note', noteId, { trashed_at: clock.now() });
    });
    return ok({ trashed: true });
  }
}

function toNote(row: NoteTable): Note {
  return {
    id: row.id,
    itemId: row.item_id,
    body: row.body,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
