import i18next from 'i18next';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/** Makes an empty note. @returns its id, undefined when it failed */
export async function createNote(itemId: string | null): Promise<string | undefined> {
  const done = await call('notes.create', { itemId, format: 'html' });
  if (done.ok) return done.value.id;
  reportFailure(done.error);
  return undefined;
}

/** Puts a note in the trash and offers to undo it. */
export async function trashNote(noteId: string): Promise<void> {
  const done = await call('notes.trash', { noteId });
  if (done.ok)
    toast({
      text: i18next.t('library:steps.notes.trash'),
      action: { label: i18next.t('common:action.undo'), run: () => void call('history.undo', {}) },
    });
  else reportFailure(done.error);
}
