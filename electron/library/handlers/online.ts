import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area online -> services. @param _core shared services */
export function onlineHandlers(_core: Core): AreaHandlers<'online'> {
  return {};
}
