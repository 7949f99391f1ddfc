import { readItem } from '@db/repositories/item';
import { readAllNotes, readNote, readNotes, type NoteWithTitle } from '@db/repositories/note';
import type { NoteTable } from '@db/schema';
import { noteFormat, type Note, type NoteFormat } from '@shared/ipc/contract/notes';
import { fail, ok, type Result } from '@shared/lib/result';
import { cleanNoteHtml } from '../adapters/note-html';
import type { Core } from '../core';

/** Free notes on papers, or on none. */
export class NotesService {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>) {
    this.#core = core;
  }

  list(itemId: string | null): Note[] {
    return readNotes(this.#core.db, itemId).map(toNote);
  }

  /** Every note with the title of its paper, the last changed first. */
  all(): (Note & { itemTitle: string })[] {
    return readAllNotes(this.#core.db).map((row) => ({ ...toNote(row), itemTitle: row.item_title ?? '' }));
  }

  /** @returns the note, or `library.item-missing` */
  create(itemId: string | null, body: string, format: NoteFormat): Result<Note> {
    const { db, commands, clock, ids } = this.#core;
    if (itemId !== null && !readItem(db, itemId)) return fail('library.item-missing');
    const at = clock.now();
    const row: NoteTable = {
      id: ids.next(),
      item_id: itemId,
      body: stored(body, format),
      created_at: at,
      updated_at: at,
      trashed_at: null,
      format,
    };
    commands.run('notes.create', (change) => {
      change.insert('note', row);
    });
    return ok(toNote(row));
  }

  /**
   * Typing that goes on is one step. A note keeps its format unless another is given.
   * @returns `notes.missing`
   */
  update(noteId: string, body: string, format?: NoteFormat): Result<Note> {
    const { db, commands, clock } = this.#core;
    const row = readNote(db, noteId);
    if (!row) return fail('notes.missing');
    const next = format ?? noteFormat.parse(row.format);
    const text = stored(body, next);
    if (row.body === text && row.format === next) return ok(toNote(row));
    const updated = { ...row, body: text, format: next, updated_at: clock.now() };
    commands.run(
      'notes.update',
      (change) => {
        change.update('note', noteId, { body: text, format: next, updated_at: updated.updated_at });
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

function stored(body: string, format: NoteFormat): string {
  return format === 'html' ? cleanNoteHtml(body) : body;
}

function toNote(row: NoteTable | NoteWithTitle): Note {
  return {
    id: row.id,
    itemId: row.item_id,
    body: row.body,
    format: noteFormat.parse(row.format),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
