import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { DuplicatesService } from '../services/duplicates';
import type { AreaHandlers } from './handler';

/** Calls of area duplicates -> services. @param core shared services */
export function duplicatesHandlers(core: Core): AreaHandlers<'duplicates'> {
  const duplicates = new DuplicatesService(core);
  return {
    'duplicates.summary': async () => ok(await duplicates.summary()),
    'duplicates.list': async ({ kind, offset, limit }) => ok(await duplicates.list(kind, offset, limit)),
    'duplicates.compare': (input) => duplicates.compare(input.itemIds),
    'duplicates.merge': ({ keeperId, itemIds, choices, answerWords }) =>
      duplicates.merge({ keeperId, goneIds: itemIds, choices }, answerWords),
    'duplicates.mergeMany': async (input) => ok(await duplicates.mergeMany(input, input.answerWords)),
    'duplicates.previewMany': async ({ offset, limit }) => ok(await duplicates.previewMany(offset, limit)),
    'duplicates.relate': (input) => duplicates.relate(input.itemIds),
    'duplicates.dismiss': (input) => duplicates.dismiss(input.itemIds),
    'duplicates.dismissed': () => ok(duplicates.dismissed()),
    'duplicates.revoke': (input) => ok(duplicates.revoke(input.pairIds)),
    'duplicates.rules': () => ok(duplicates.rules()),
    'duplicates.setRules': (input) => ok(duplicates.setRules(input.rules)),
    'duplicates.ofItem': async (input) => ok(await duplicates.ofItem(input.itemId)),
  };
}
