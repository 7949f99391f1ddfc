import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area learn -> services. @param _core shared services */
export function learnHandlers(_core: Core): AreaHandlers<'learn'> {
  return {};
}
