import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area duplicates -> services. @param _core shared services */
export function duplicatesHandlers(_core: Core): AreaHandlers<'duplicates'> {
  return {};
}
