import { createCitationFormatter } from '../adapters/citation-formatter';
import { createDocxWriter } from '../adapters/docx-writer';
import type { Core } from '../core';
import { CitationService } from './citation';
import { ReportService } from './report';
import { ReportEvidence } from './report-evidence';
import { ReportExporter } from './report-export';
import type { InquiryPort } from './report-inquiry-port';

/** The services of writing, built together because reports and citations share the citation thread. */
export interface WritingServices {
  readonly citations: CitationService;
  readonly evidence: ReportEvidence;
  readonly reports: ReportService;
  readonly exporter: ReportExporter;
}

/** @param core shared services; @param inquiry what reports take from inquiries */
export function buildWritingServices(core: Core, inquiry: InquiryPort): WritingServices {
  const citations = new CitationService(core, createCitationFormatter(core.workers));
  const evidence = new ReportEvidence(core, inquiry);
  const reports = new ReportService(core, evidence, inquiry);
  const exporter = new ReportExporter(core, {
    reports,
    citations,
    docx: createDocxWriter(core.workers),
    inquiry,
  });
  return { citations, evidence, reports, exporter };
}
