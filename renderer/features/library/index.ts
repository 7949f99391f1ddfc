import './i18n';
import { lazy } from 'react';
import { provideChosenPapers } from '../../lib/chosen-papers';
import type { Feature } from '../../lib/feature';
import addToCollection from './commands/add-to-collection';
import columns from './commands/columns';
import changeTogether from './commands/change-together';
import citationKeys from './commands/citation-keys';
import copyCitation from './commands/copy-citation';
import copyKeys from './commands/copy-keys';
import copyPandoc from './commands/copy-pandoc';
import copyReferences from './commands/copy-references';
import focusSearch from './commands/focus-search';
import newCollection from './commands/new-collection';
import newRecord from './commands/new-record';
import read from './commands/read';
import showTrash from './commands/show-trash';
import { relevanceKeys } from './commands/relevance-keys';
import { tagKeys } from './commands/tag-keys';
import showUnfiled from './commands/show-unfiled';
import tagPapers from './commands/tag-papers';
import takeOut from './commands/take-out';
import trash from './commands/trash';
import { selectedIds, useLibrary } from './state';

provideChosenPapers(() => {
  const { view, sort, shown } = useLibrary.getState();
  return { ids: selectedIds(), shown, list: { view, sort } };
});

/** The library place. Address: /library or /library/ITEM. */
export const feature = {
  Place: lazy(() => import('./view')),
  commands: [
    focusSearch,
    read,
    addToCollection,
    takeOut,
    tagPapers,
    copyCitation,
    copyReferences,
    copyKeys,
    copyPandoc,
    trash,
    newRecord,
    newCollection,
    showUnfiled,
    showTrash,
    columns,
    changeTogether,
    citationKeys,
    ...tagKeys,
    ...relevanceKeys,
  ],
} satisfies Feature;
