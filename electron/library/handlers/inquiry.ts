import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area inquiry -> services. @param _core shared services */
export function inquiryHandlers(_core: Core): AreaHandlers<'inquiry'> {
  return {};
}
