import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area health -> services. @param _core shared services */
export function healthHandlers(_core: Core): AreaHandlers<'health'> {
  return {};
}
