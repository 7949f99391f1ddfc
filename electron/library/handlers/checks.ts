import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area checks -> services. @param _core shared services */
export function checksHandlers(_core: Core): AreaHandlers<'checks'> {
  return {};
}
