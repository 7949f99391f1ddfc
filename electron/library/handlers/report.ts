import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area report -> services. @param _core shared services */
export function reportHandlers(_core: Core): AreaHandlers<'report'> {
  return {};
}
