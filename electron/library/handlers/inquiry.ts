import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { InquiryProjects } from '../services/inquiry-projects';
import { InquiryRecords } from '../services/inquiry-records';
import { InquiryStages } from '../services/inquiry-stages';
import { InquiryStore } from '../services/inquiry-store';
import { summaryFrom } from '../services/inquiry-summary';
import type { AreaHandlers } from './handler';

/** Calls of area inquiry -> services. @param core shared services */
export function inquiryHandlers(core: Core): AreaHandlers<'inquiry'> {
  const store = new InquiryStore(core);
  const projects = new InquiryProjects(store);
  const stages = new InquiryStages(store, projects);
  const records = new InquiryRecords(store);
  return {
    'inquiry.content': () => ok(store.content()),
    'inquiry.list': () => ok(projects.list()),
    'inquiry.create': (input) => projects.create(input),
    'inquiry.update': ({ projectId, ...patch }) => projects.update(projectId, patch),
    'inquiry.setTrashed': ({ projectId, isTrashed }) => projects.setTrashed(projectId, isTrashed),
    'inquiry.get': ({ projectId, cycleId }) => projects.detail(projectId, cycleId),
    'inquiry.setField': ({ projectId, cycleId, key, value }) =>
      projects.setField(projectId, cycleId, key, value),
    'inquiry.fieldHistory': ({ projectId, cycleId, key }) => projects.fieldHistory(projectId, cycleId, key),
    'inquiry.enterStage': ({ projectId, stageId }) => stages.enter(projectId, stageId),
    'inquiry.completeStage': ({ projectId, stageId }) => stages.complete(projectId, stageId),
    'inquiry.skipStage': ({ projectId, stageId, reason }) => stages.skip(projectId, stageId, reason),
    'inquiry.returnToStage': ({ projectId, from, to, reason }) => stages.goBack(projectId, from, to, reason),
    'inquiry.decide': ({ projectId, decision, reason }) => stages.decide(projectId, decision, reason),
    'inquiry.previewModel': ({ projectId, modelId }) => stages.preview(projectId, modelId),
    'inquiry.switchModel': ({ projectId, modelId }) => stages.switchTo(projectId, modelId),
    'inquiry.findEvidence': ({ text }) => ok(records.candidates(text)),
    'inquiry.link': (input) => records.link(input),
    'inquiry.setUse': ({ linkId, use }) => records.setUse(linkId, use),
    'inquiry.unlink': ({ linkId }) => records.unlink(linkId),
    'inquiry.journal': ({ projectId }) => records.journal(projectId),
    'inquiry.writeEntry': (input) => records.writeEntry(input),
    'inquiry.trashEntry': ({ entryId }) => records.trashEntry(entryId),
    'inquiry.addParticipants': (input) => records.addParticipants(input),
    'inquiry.setConsent': (input) => records.setConsent(input),
    'inquiry.withdraw': ({ id }) => records.withdraw(id),
    'inquiry.summary': ({ projectId, cycleId }) => summaryFrom(store, projectId, cycleId),
  };
}
