import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area exchange -> services. @param _core shared services */
export function exchangeHandlers(_core: Core): AreaHandlers<'exchange'> {
  return {};
}
