import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area settings -> services. @param _core shared services */
export function settingsHandlers(_core: Core): AreaHandlers<'settings'> {
  return {};
}
