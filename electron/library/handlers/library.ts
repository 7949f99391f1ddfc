import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { LibraryReads } from '../services/library';
import { LibraryEdits } from '../services/library-edit';
import type { AreaHandlers } from './handler';

/** Calls of area library -> services. @param core shared services */
export function libraryHandlers(core: Core): AreaHandlers<'library'> {
  const reads = new LibraryReads(core);
  const edits = new LibraryEdits(core);
  return {
    'library.list': (input) => ok(reads.list(input)),
    'library.ids': (input) => ok(reads.ids(input)),
    'library.position': (input) => ok(reads.position(input, input.itemId)),
    'library.counts': () => ok(reads.counts()),
    'library.get': (input) => reads.get(input.itemId),
    'library.usedIn': (input) => ok(reads.usedIn(input.itemId)),
    'library.create': (input) => edits.create(input.csl, input.collectionId),
    'library.update': (input) => {
      const done = edits.update(input.itemId, input.fields, input.design);
      return done.ok ? reads.get(input.itemId) : done;
    },
    'library.setStatus': (input) => edits.setStatus(input.itemIds, input.readStatus),
    'library.approve': (input) => {
      const done = edits.approve(input.itemId, input.fields);
      return done.ok ? reads.get(input.itemId) : done;
    },
    'library.markOpened': (input) => edits.markOpened(input.itemId),
    'library.trash': (input) => edits.trash(input.itemIds),
    'library.restore': (input) => edits.restore(input.itemIds),
    'library.previewEmptyTrash': () => ok(reads.previewEmptyTrash()),
    'library.desk': () => ok(reads.desk()),
    'library.emptyTrash': () => edits.emptyTrash(),
  };
}
