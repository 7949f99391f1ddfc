import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import type { CitationKeys } from '../services/citation-keys';
import { LibraryReads } from '../services/library';
import { LibraryBatch } from '../services/library-batch';
import { LibraryEdits } from '../services/library-edit';
import { RelatedItems } from '../services/library-related';
import type { TrashService } from '../services/trash';
import type { AreaHandlers } from './handler';

/** Calls of area library -> services. @param core shared services @param keys citation keys @param trash what was deleted */
export function libraryHandlers(
  core: Core,
  keys: CitationKeys,
  trash: TrashService,
): AreaHandlers<'library'> {
  const reads = new LibraryReads(core);
  const edits = new LibraryEdits(core);
  const batch = new LibraryBatch(core);
  const related = new RelatedItems(core);
  return {
    'library.list': (input) => ok(reads.list(input)),
    'library.ids': (input) => ok(reads.ids(input)),
    'library.position': (input) => ok(reads.position(input, input.itemId)),
    'library.counts': () => ok(reads.counts()),
    'library.get': (input) => reads.get(input.itemId),
    'library.usedIn': (input) => ok(reads.usedIn(input.itemId)),
    'library.create': (input) => edits.create(input.csl, input.collectionId),
    'library.update': (input) => {
      const done = edits.update(input.itemId, input);
      return done.ok ? reads.get(input.itemId) : done;
    },
    'library.setStatus': (input) => edits.setStatus(input.itemIds, input.readStatus),
    'library.setRelevance': (input) => edits.setRelevance(input.itemIds, input.relevance),
    'library.batch': (input) => batch.apply(input.itemIds, input.operations),
    'library.previewBatch': (input) => batch.preview(input.itemIds, input.operations),
    'library.related': (input) => ok(related.list(input.itemId)),
    'library.relate': (input) => related.relate(input.itemId, input.otherIds),
    'library.unrelate': (input) => related.unrelate(input.itemId, input.otherId),
    'library.previewKeys': (input) => keys.preview(input.pattern),
    'library.makeKeys': (input) => keys.make(input.itemIds, input.replace),
    'library.setKey': (input) => keys.set(input.itemId, input.key, input.evenIfFixed),
    'library.keyUses': (input) => ok(keys.uses(input.itemId)),
    'library.giveKeys': (input) => keys.give(input.itemIds),
    'library.pinKeys': (input) => ok(keys.pin(input.itemIds)),
    'library.approve': (input) => {
      const done = edits.approve(input.itemId, input.fields);
      return done.ok ? reads.get(input.itemId) : done;
    },
    'library.markOpened': (input) => edits.markOpened(input.itemId),
    'library.trash': (input) => edits.trash(input.itemIds),
    'library.restore': (input) => edits.restore(input.itemIds),
    'library.previewEmptyTrash': () => ok(trash.previewAll()),
    'library.desk': () => ok(reads.desk()),
    'library.emptyTrash': () => trash.empty(),
  };
}
