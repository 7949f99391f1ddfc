import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { TagsService } from '../services/tags';
import type { AreaHandlers } from './handler';

/** Calls of area tags -> services. @param core shared services */
export function tagsHandlers(core: Core): AreaHandlers<'tags'> {
  const tags = new TagsService(core);
  return {
    'tags.list': () => ok(tags.list()),
    'tags.counts': (input) => ok(tags.counts(input.view)),
    'tags.create': (input) => tags.create(input.name, input.color),
    'tags.update': ({ tagId, ...changes }) => tags.update(tagId, changes),
    'tags.remove': (input) => tags.remove(input.tagId),
    'tags.merge': (input) => tags.merge(input.tagIds, input.intoId),
    'tags.removeUnused': () => tags.removeUnused(),
    'tags.apply': (input) => tags.apply(input.itemIds, input.tag),
    'tags.unapply': (input) => tags.unapply(input.itemIds, input.tagId),
  };
}
