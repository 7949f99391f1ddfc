import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { ReadingLog } from '../services/reading';
import type { AreaHandlers } from './handler';

/** Calls of area reading -> services. @param core shared services */
export function readingHandlers(core: Core): AreaHandlers<'reading'> {
  const log = new ReadingLog(core);
  return {
    'reading.list': (input) => ok(log.list(input.itemId)),
    'reading.add': ({ itemId, ...fields }) => log.add(itemId, fields),
    'reading.update': ({ entryId, ...fields }) => log.update(entryId, fields),
    'reading.remove': (input) => log.remove(input.entryId),
    'reading.export': (input) => log.exportCsv(input.path, input.header),
  };
}
