import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area annotation -> services. @param _core shared services */
export function annotationHandlers(_core: Core): AreaHandlers<'annotation'> {
  return {};
}
