import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area search -> services. @param _core shared services */
export function searchHandlers(_core: Core): AreaHandlers<'search'> {
  return {};
}
