import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area reading -> services. @param _core shared services */
export function readingHandlers(_core: Core): AreaHandlers<'reading'> {
  return {};
}
