import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { NotesService } from '../services/notes';
import type { AreaHandlers } from './handler';

/** Calls of area notes -> services. @param core shared services */
export function notesHandlers(core: Core): AreaHandlers<'notes'> {
  const notes = new NotesService(core);
  return {
    'notes.list': (input) => ok(notes.list(input.itemId)),
    'notes.all': () => ok(notes.all()),
    'notes.create': (input) => notes.create(input.itemId, input.body, input.format),
    'notes.update': (input) => notes.update(input.noteId, input.body, input.format),
    'notes.trash': (input) => notes.trash(input.noteId),
  };
}
