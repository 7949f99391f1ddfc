import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area citation -> services. @param _core shared services */
export function citationHandlers(_core: Core): AreaHandlers<'citation'> {
  return {};
}
