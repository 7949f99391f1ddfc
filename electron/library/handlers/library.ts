import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area library -> services. @param _core shared services */
export function libraryHandlers(_core: Core): AreaHandlers<'library'> {
  return {};
}
