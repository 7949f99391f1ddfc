import { DataRepository } from '@db/repositories/data';
import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { DataAnalysisService } from './data-analysis';
import { inquirySummary } from './inquiry-summary';
import type { InquiryPort } from './report-inquiry-port';

/** What reports take from inquiries and their data. @param core shared services */
export function createInquiryPort(core: Core): InquiryPort {
  const data = new DataRepository(core.db);
  const analyses = new DataAnalysisService(core, data);
  return {
    summary: (projectId) => inquirySummary(core, projectId),
    releasedAnalyses: (projectId) => analyses.sharedForProject(projectId),
    pseudonyms: (projectId) => [...data.pseudonyms(projectId)],
    claimLevel: (projectId) => {
      const claim = analyses.claim(projectId);
      return claim.ok ? ok(claim.value.level) : claim;
    },
  };
}
