import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { SearchesService } from '../services/searches';
import type { AreaHandlers } from './handler';

/** Calls of area searches -> services. @param core shared services */
export function searchesHandlers(core: Core): AreaHandlers<'searches'> {
  const searches = new SearchesService(core);
  return {
    'searches.list': () => ok(searches.list()),
    'searches.counts': async () => ok(await searches.counts()),
    'searches.preview': (input) => ok(searches.preview(input.condition)),
    'searches.fromText': (input) => ok(searches.fromText(input.text)),
    'searches.create': (input) => searches.create(input.name, input.condition),
    'searches.update': (input) => searches.update(input.searchId, input),
    'searches.remove': (input) => searches.remove(input.searchId),
    'searches.move': (input) => searches.move(input.searchId, input.beforeId),
  };
}
