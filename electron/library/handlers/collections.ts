import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area collections -> services. @param _core shared services */
export function collectionsHandlers(_core: Core): AreaHandlers<'collections'> {
  return {};
}
