import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { CollectionsService } from '../services/collections';
import type { AreaHandlers } from './handler';

/** Calls of area collections -> services. @param core shared services */
export function collectionsHandlers(core: Core): AreaHandlers<'collections'> {
  const collections = new CollectionsService(core);
  return {
    'collections.list': () => ok(collections.list()),
    'collections.create': (input) => collections.create(input.name, input.parentId),
    'collections.rename': (input) => collections.rename(input.collectionId, input.name),
    'collections.move': (input) => collections.move(input.collectionId, input.parentId, input.beforeId),
    'collections.remove': (input) => collections.remove(input.collectionId),
    'collections.addItems': (input) => collections.addItems(input.collectionId, input.itemIds),
    'collections.removeItems': (input) => collections.removeItems(input.collectionId, input.itemIds),
  };
}
