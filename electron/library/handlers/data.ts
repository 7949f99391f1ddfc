import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area data -> services. @param _core shared services */
export function dataHandlers(_core: Core): AreaHandlers<'data'> {
  return {};
}
