import './i18n';
import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import allNotes from './commands/all-notes';
import newNote from './commands/new-note';

const ItemNotes = lazy(async () => ({ default: (await import('./item-notes')).ItemNotes }));

/** Notes: on papers (in the library's panel and beside the reader) and on none. Address: /notes or /notes/NOTE. */
export const feature = {
  Place: lazy(() => import('./view')),
  slots: { 'item.notes': ItemNotes, 'reader.notes': ItemNotes },
  commands: [allNotes, newNote],
} satisfies Feature;
