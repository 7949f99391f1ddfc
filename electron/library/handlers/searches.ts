import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area searches -> services. @param _core shared services */
export function searchesHandlers(_core: Core): AreaHandlers<'searches'> {
  return {};
}
