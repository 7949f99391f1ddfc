import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area tags -> services. @param _core shared services */
export function tagsHandlers(_core: Core): AreaHandlers<'tags'> {
  return {};
}
