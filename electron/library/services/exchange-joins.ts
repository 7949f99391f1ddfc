import { DataRepository } from '@db/repositories/data';
import { all, first, query } from '@db/query';
import { describeItem } from '@shared/domain/bibliography/describe-item';
import type { CslItem } from '@shared/domain/bibliography';
import { practiceCase, type CaseReference } from '@shared/domain/exchange';
import type { InquirySummary, LineageSummary } from '@shared/domain/inquiry';
import { writeBibtex, writeCslJson } from '@shared/formats/bibliography';
import { omit } from '@shared/lib/omit';
import { ok, type Result } from '@shared/lib/result';
import { createKeyVault } from '../adapters/key-vault';
import type { PackedFile } from '../adapters/case-package/write-package';
import type { Core } from '../core';
import { DataAnalysisService } from './data-analysis';
import type { ExchangeSources } from './exchange-sources';
import { parseCsl } from './import-duplicates';
import { InquiryProjects } from './inquiry-projects';
import { InquiryStore } from './inquiry-store';
import { inquirySummary } from './inquiry-summary';
import type { WritingServices } from './report-composition';

/** The strictest licence: assumed of a parent that is not in this library any more. */
const UNKNOWN_PARENT_LICENCE = 'CC-BY-NC-SA-4.0';

/** What exchange takes from inquiry, data, writing and the library. @param core shared services @param writing the writing services */
export function exchangeSources(core: Core, writing: WritingServices): ExchangeSources {
  const data = new DataRepository(core.db);
  const analyses = new DataAnalysisService(core, data);
  return {
    summary: (projectId) => inquirySummary(core, projectId),
    outcomes: (projectId) => {
      const shared = analyses.sharedForProject(projectId);
      if (!shared.ok) return shared;
      const claim = analyses.claim(projectId);
      if (!claim.ok) return claim;
      return ok({
        outcomes: shared.value.map((analysis) => ({
          measureId: analysis.name,
          construct: analysis.measure.name,
          perspective: analysis.perspective,
          shared: analysis.result,
        })),
        perspectives: claim.value.perspectives,
      });
    },
    rosterOf: (projectId) => rosterOf(core, data, projectId),
    reports: (projectId) => writing.reports.ofProject(projectId),
    reportFiles: (reportId) => reportFiles(writing, reportId),
    references: (summary) => references(core, summary),
    startInquiry: ({ title, modelId, basedOn, record }) =>
      new InquiryProjects(new InquiryStore(core)).create({
        title,
        modelId,
        guidance: 'guided',
        basedOn: {
          caseId: basedOn.caseId,
          version: String(basedOn.version),
          title: basedOn.title,
          changes: basedOn.changes,
        },
        values: {
          ...(record.problem === '' ? {} : { 'problem.statement': record.problem }),
          ...(record.question === '' ? {} : { 'question.main': record.question }),
        },
      }),
    parents: (projectId) => parents(core, projectId),
  };
}

function parents(core: Core, projectId: string): readonly CaseReference[] {
  const row = first(core.db, query.selectFrom('project').select('is_based_on').where('id', '=', projectId));
  if (!row?.is_based_on) return [];
  const lineage: LineageSummary | null = new InquiryProjects(new InquiryStore(core)).lineage(row.is_based_on);
  if (!lineage) return [];
  const version = Number(lineage.version);
  const parent = first(
    core.db,
    query
      .selectFrom('practice_case')
      .selectAll()
      .where('case_id', '=', lineage.caseId)
      .where('version', '=', version),
  );
  const licence = parent ? practiceCase.parse(JSON.parse(parent.content)).licence : UNKNOWN_PARENT_LICENCE;
  return [{ caseId: lineage.caseId, version, title: lineage.title, licence, changes: lineage.changes }];
}

async function rosterOf(
  core: Core,
  data: DataRepository,
  projectId: string,
): ReturnType<ExchangeSources['rosterOf']> {
  return {
    pseudonyms: [...data.pseudonyms(projectId)],
    hasRows: data.datasets(projectId).length > 0,
    hasKey: await createKeyVault(core.paths.keys).has(projectId),
  };
}

/** The package check looks at these files itself, so they are rendered without being exported. */
async function reportFiles(
  writing: WritingServices,
  reportId: string,
): Promise<Result<readonly PackedFile[]>> {
  const rendered = await writing.exporter.render(reportId, [
    { format: 'docx', name: 'report/report.docx' },
    { format: 'html', name: 'report/report.html' },
  ]);
  if (!rendered.ok) return rendered;
  const encoder = new TextEncoder();
  return ok(
    rendered.value.map(({ name, content }) => ({
      path: name,
      bytes: typeof content === 'string' ? encoder.encode(content) : content,
    })),
  );
}

/** CSL-JSON and BibTeX without anything private: `custom` (local extras, file names) and notes stay here. */
function references(
  core: Core,
  summary: InquirySummary,
): { cslJson: string; bibtex: string; lines: readonly string[] } {
  const links = [...summary.rationale.links, ...summary.problem.evidenceLinks];
  const ids = [...new Set(links.map((link) => link.itemId))];
  const rows =
    ids.length === 0
      ? []
      : all(core.db, query.selectFrom('item').select('csl').where('id', 'in', ids).orderBy('sort_authors'));
  const items = rows.flatMap((row) => parseCsl(row.csl) ?? []).map(withoutPrivate);
  return { cslJson: writeCslJson(items), bibtex: writeBibtex(items), lines: items.map(describeItem) };
}

function withoutPrivate(item: CslItem): CslItem {
  return omit(item, ['custom', 'note']);
}
