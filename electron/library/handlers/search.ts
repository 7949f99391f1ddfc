import { ok } from '@shared/lib/result';
import type { SearchService } from '../services/search';
import type { AreaHandlers } from './handler';

/** Calls of area search -> service. @param search the search service */
export function searchHandlers(search: SearchService): AreaHandlers<'search'> {
  return {
    'search.query': async (input) => {
      const found = await search.query(input);
      if (!found.ok) return found;
      const groups = found.value.groups.map((group) => ({
        ...group,
        hits: group.hits.map((hit) => ({ ...hit, snippet: [...hit.snippet] })),
      }));
      return ok({ ...found.value, groups });
    },
    'search.itemIds': (input) => {
      const found = search.itemIds(input.text, input.limit);
      if (!found.ok) return found;
      const { itemIds, understood } = found.value;
      return ok({ understood, itemIds: itemIds === null ? null : [...itemIds] });
    },
    'search.values': (input) => ok(search.values(input.field, input.prefix, input.limit)),
    'search.documents': (input) => {
      const { total, rows } = search.documents(input);
      return ok({ total, rows: [...rows] });
    },
    'search.retry': async (input) => ok(await search.retry(input.fileIds)),
    'search.status': () => ok(search.status()),
    'search.pause': (input) => ok(search.setPaused(input.paused)),
    'search.rebuild': () => ok(search.rebuild()),
  };
}
