import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Calls of area appraisal -> services. @param _core shared services */
export function appraisalHandlers(_core: Core): AreaHandlers<'appraisal'> {
  return {};
}
