import { NotebookPen } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { createNote } from '../note-actions';

const command: Command = {
  id: 'notes.new',
  titleKey: 'items:notes.newFree',
  shortcut: 'mod+shift+n',
  menu: 'file',
  icon: NotebookPen,
  run: async ({ go }) => {
    const noteId = await createNote(null);
    if (noteId !== undefined) go(`/notes/${noteId}?new=1`);
  },
};
export default command;
