import { ContentStore } from '../adapters/content-store';
import type { Core } from '../core';
import { AppraisalService } from '../services/appraisal';
import type { AreaHandlers } from './handler';

/** Calls of area appraisal -> services. @param core shared services */
export function appraisalHandlers(core: Core): AreaHandlers<'appraisal'> {
  const appraisals = new AppraisalService(core, new ContentStore(core.resources));
  return {
    'appraisal.set': (input) => appraisals.set(input.setId, input.language),
    'appraisal.get': (input) => appraisals.get(input.itemId, input.setId),
    'appraisal.answer': (input) => appraisals.answer(input, input),
    'appraisal.judge': (input) => appraisals.judge(input.itemId, input.setId, input.overallJudgement),
    'appraisal.anchor': (input) => appraisals.anchor(input, input.annotationId),
    'appraisal.unanchor': (input) => appraisals.unanchor(input.linkId),
    'appraisal.papers': (input) => appraisals.papers(input.setId),
    'appraisal.paperOf': (input) => appraisals.paperOf(input.itemId),
    'appraisal.ofItem': (input) => appraisals.ofItem(input.itemId),
  };
}
