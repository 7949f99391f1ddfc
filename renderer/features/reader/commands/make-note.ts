import { NotebookPen } from 'lucide-react';
import { chosenPapers } from '../../../lib/chosen-papers';
import type { Command } from '../../../lib/command';
import { makeNote } from '../make-note';

/** Makes a note of what is marked in the chosen papers: page by page, or across papers by what the colours mean. */
export const noteCommands: readonly Command[] = (
  [
    ['note-from-annotations', 'reading'],
    ['note-by-meaning', 'meaning'],
  ] as const
).map(([name, order]) => ({
  id: `reader.${name}`,
  titleKey: `reader:commands.${name}` as const,
  menu: 'paper',
  icon: NotebookPen,
  isEnabled: ({ address }) => address.startsWith('/library') && chosenPapers().ids.length > 0,
  run: ({ go }) => makeNote(chosenPapers().ids, order, go),
}));
