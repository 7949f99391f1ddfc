import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area import -> services. @param _core shared services */
export function importHandlers(_core: Core): AreaHandlers<'import'> {
  return {};
}
