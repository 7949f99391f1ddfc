import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area notes -> services. @param _core shared services */
export function notesHandlers(_core: Core): AreaHandlers<'notes'> {
  return {};
}
