import './i18n';
import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import addToCollection from './commands/add-to-collection';
import copyCitation from './commands/copy-citation';
import focusSearch from './commands/focus-search';
import newCollection from './commands/new-collection';
import newRecord from './commands/new-record';
import read from './commands/read';
import showTrash from './commands/show-trash';
import { relevanceKeys } from './commands/relevance-keys';
import { tagKeys } from './commands/tag-keys';
import showUnfiled from './commands/show-unfiled';
import tagPapers from './commands/tag-papers';
import trash from './commands/trash';

/** The library place. Address: /library or /library/ITEM. */
export const feature = {
  Place: lazy(() => import('./view')),
  slots: {
    'reader.notes': lazy(async () => ({ default: (await import('./panel/notes-tab')).NotesTab })),
  },
  commands: [
    focusSearch,
    read,
    addToCollection,
    tagPapers,
    copyCitation,
    trash,
    newRecord,
    newCollection,
    showUnfiled,
    showTrash,
    ...tagKeys,
    ...relevanceKeys,
  ],
} satisfies Feature;
