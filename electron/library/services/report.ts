import {
  listReportableProjects,
  listReports,
  readReport,
  readSection,
  readSections,
  readExports,
  type ReportRow,
} from '@db/repositories/report';
import type { StyleId, StyleLocale } from '@shared/domain/report/citation';
import { checkReport, type CheckFinding } from '@shared/domain/report/claim-check';
import type { ReportContent, ReportSection } from '@shared/domain/report/document';
import type { EvidenceEntry } from '@shared/domain/report/evidence';
import { emptySections, prefill, type PrefilledReport } from '@shared/domain/report/prefill';
import type { ReportTemplate, TemplateLanguage } from '@shared/domain/report/template';
import { collectClaims, countWords } from '@shared/domain/report/walk';
import type { ClaimLevel } from '@shared/domain/claims';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { analysisForReport } from './report-analysis';
import type { ReportEvidence } from './report-evidence';
import { exportRecord } from './report-export-log';
import type { InquiryPort } from './report-inquiry-port';
import { defaultLocale, reportFacts, toSection, type ReportFacts } from './report-rows';
import { reportTemplate, reportTemplates } from './report-templates';
import { reportWords } from './report-words';
import { authorNames } from './settings';

/** A report read whole, for the page, the check and the exports. */
export interface LoadedReport {
  readonly row: ReportRow;
  readonly facts: ReportFacts;
  readonly template: ReportTemplate | undefined;
  readonly sections: readonly (ReportSection & { readonly required: boolean })[];
  readonly evidence: readonly EvidenceEntry[];
  readonly claimLevel: ClaimLevel;
}

/** Reports: started, written, checked. */
export class ReportService {
  private readonly core: Pick<Core, 'db' | 'commands' | 'ids' | 'clock'>;
  private readonly evidence: ReportEvidence;
  private readonly inquiry: InquiryPort;

  constructor(
    core: Pick<Core, 'db' | 'commands' | 'ids' | 'clock'>,
    evidence: ReportEvidence,
    inquiry: InquiryPort,
  ) {
    this.core = core;
    this.evidence = evidence;
    this.inquiry = inquiry;
  }

  /** Templates as they are offered. */
  templates(language: TemplateLanguage): CallOutput<'report.templates'> {
    return {
      templates: reportTemplates().map((template) => ({
        id: template.id,
        title: template.title[language],
        description: template.description[language],
        sections: template.sections.length,
      })),
    };
  }

  /** Inquiries a report can start from, the last changed first. */
  projects(): CallOutput<'report.projects'> {
    return { projects: [...listReportableProjects(this.core.db)] };
  }

  /** Reports that are not in the trash, the last changed first. */
  list(): CallOutput<'report.list'> {
    const reports = listReports(this.core.db).map((row) => {
      const template = reportTemplate(row.template_id);
      const sections = readSections(this.core.db, row.id).map((section) => toSection(section, template));
      const { language, styleId } = reportFacts(row);
      return {
        id: row.id,
        title: row.title,
        templateId: row.template_id,
        projectId: row.project_id,
        projectTitle: row.project_title,
        styleId,
        language,
        words: countWords(sections),
        claims: collectClaims(sections).length,
        updatedAt: row.updated_at,
      };
    });
    return { reports };
  }

  /** Reports of an inquiry, the last changed first. */
  ofProject(
    projectId: string,
  ): readonly { readonly id: string; readonly title: string; readonly authors: readonly string[] }[] {
    return listReports(this.core.db)
      .filter((row) => row.project_id === projectId)
      .map((row) => ({ id: row.id, title: row.title, authors: reportFacts(row).authors }));
  }

  /** Starts a report. @returns its id; `report.template-unknown`, or what the inquiry answered */
  create(input: {
    readonly templateId: string;
    readonly projectId: string | null;
    readonly title: string;
    readonly language: TemplateLanguage;
    readonly styleId: StyleId;
  }): Result<{ reportId: string }> {
    const template = reportTemplate(input.templateId);
    if (template === undefined) return fail('report.template-unknown', { templateId: input.templateId });
    const filled = this.filled(template, input.projectId, input.language);
    if (!filled.ok) return filled;
    const reportId = this.core.ids.next();
    const now = this.core.clock.now();
    const title = input.title.trim() === '' ? filled.value.title : input.title.trim();
    this.core.commands.run(
      'write.create',
      (change) => {
        change.insert('report', {
          id: reportId,
          project_id: input.projectId,
          template_id: template.id,
          template_version: String(template.version),
          title,
          language: input.language,
          style_id: input.styleId,
          citation_locale: defaultLocale(input.language),
          metadata: JSON.stringify({ authors: authorNames(this.core.db) }),
          created_at: now,
          updated_at: now,
          trashed_at: null,
        });
        filled.value.sections.forEach((section, position) => {
          change.insert('report_section', {
            id: this.core.ids.next(),
            report_id: reportId,
            section_key: section.key,
            heading: section.heading,
            position,
            is_required: template.sections.find((one) => one.key === section.key)?.required === true ? 1 : 0,
            body: JSON.stringify(section.content),
            updated_at: now,
          });
        });
        for (const link of filled.value.links) {
          const row = this.evidence.linkRow({ reportId, ...link }, input.projectId, input.language);
          if (row !== null) change.insert('link', row);
        }
      },
      { params: { title } },
    );
    return ok({ reportId });
  }

  /** @returns the report whole, or `report.not-found` */
  load(reportId: string): Result<LoadedReport> {
    const row = readReport(this.core.db, reportId);
    if (row === undefined) return fail('report.not-found');
    const facts = reportFacts(row);
    const template = reportTemplate(row.template_id);
    const sections = readSections(this.core.db, reportId).map((section) => ({
      ...toSection(section, template),
      required: section.is_required === 1,
    }));
    const claimIds = collectClaims(sections).map((claim) => claim.claimId);
    const evidence = this.evidence.resolve(claimIds, row.project_id, facts.language);
    const level = row.project_id === null ? ok<ClaimLevel>(0) : this.inquiry.claimLevel(row.project_id);
    if (!level.ok) return level;
    return ok({ row, facts, template, sections, evidence, claimLevel: level.value });
  }

  /** @returns the report as the page shows it, or `report.not-found` */
  get(reportId: string): Result<CallOutput<'report.get'>> {
    const loaded = this.load(reportId);
    if (!loaded.ok) return loaded;
    const { row, facts, template, sections, evidence, claimLevel } = loaded.value;
    const { language } = facts;
    return ok({
      id: row.id,
      title: row.title,
      projectId: row.project_id,
      projectTitle: row.project_title,
      templateId: row.template_id,
      templateTitle: template?.title[language] ?? row.template_id,
      wordGuide: template?.wordGuide ?? null,
      language,
      styleId: facts.styleId,
      locale: facts.locale,
      authors: [...facts.authors],
      sections: sections.map((section) => ({
        ...section,
        prompt: template?.sections.find((planned) => planned.key === section.key)?.prompt[language] ?? '',
      })),
      evidence: [...evidence],
      claimLevel: { level: claimLevel, sentence: levelSentence(claimLevel, language) },
      exports: readExports(this.core.db, reportId).flatMap(exportRecord),
      updatedAt: row.updated_at,
    });
  }

  /** Changes title, style or authors. @returns `report.not-found` when there is no such report */
  update(input: {
    readonly reportId: string;
    readonly title?: string | undefined;
    readonly styleId?: StyleId | undefined;
    readonly locale?: StyleLocale | undefined;
    readonly authors?: readonly string[] | undefined;
  }): Result<{ updatedAt: string }> {
    const row = readReport(this.core.db, input.reportId);
    if (row === undefined) return fail('report.not-found');
    const now = this.core.clock.now();
    const typing = input.title === undefined ? {} : { coalesceKey: `report.title:${input.reportId}` };
    this.core.commands.run(
      'write.update',
      (change) => {
        change.update('report', input.reportId, {
          ...(input.title === undefined ? {} : { title: input.title }),
          ...(input.styleId === undefined ? {} : { style_id: input.styleId }),
          ...(input.locale === undefined ? {} : { citation_locale: input.locale }),
          ...(input.authors === undefined ? {} : { metadata: JSON.stringify({ authors: input.authors }) }),
          updated_at: now,
        });
      },
      { params: { title: input.title ?? row.title }, ...typing },
    );
    return ok({ updatedAt: now });
  }

  /** Saves a section; saves in quick succession are one undo step. @returns `report.section-not-found` */
  updateSection(sectionId: string, content: ReportContent): Result<{ updatedAt: string }> {
    const row = readSection(this.core.db, sectionId);
    if (row === undefined) return fail('report.section-not-found');
    const now = this.core.clock.now();
    const body = JSON.stringify(content);
    if (body === row.body) return ok({ updatedAt: row.updated_at });
    this.core.commands.run(
      'write.section',
      (change) => {
        change.update('report_section', sectionId, { body, updated_at: now });
        change.update('report', row.report_id, { updated_at: now });
      },
      { params: { heading: row.heading }, coalesceKey: `report.section:${sectionId}` },
    );
    return ok({ updatedAt: now });
  }

  /** Into the trash (`trashed`) or back. @returns `report.not-found` */
  setTrashed(reportId: string, trashed: boolean): Result<{ reportId: string }> {
    const row = readReport(this.core.db, reportId);
    if (row === undefined) return fail('report.not-found');
    this.core.commands.run(
      trashed ? 'write.trash' : 'write.restore',
      (change) => {
        change.update('report', reportId, { trashed_at: trashed ? this.core.clock.now() : null });
      },
      { params: { title: row.title } },
    );
    return ok({ reportId });
  }

  /** What to look at before sharing. @returns `report.not-found` */
  check(reportId: string): Result<CallOutput<'report.check'>> {
    const loaded = this.load(reportId);
    if (!loaded.ok) return loaded;
    const { row, facts, sections, evidence, claimLevel } = loaded.value;
    const findings = checkReport({
      title: row.title,
      sections,
      evidence,
      requiredKeys: sections.filter((section) => section.required).map((section) => section.key),
      language: facts.language,
      claimLevel,
    });
    return ok({ findings: findings.map(toFinding) });
  }

  private filled(
    template: ReportTemplate,
    projectId: string | null,
    language: TemplateLanguage,
  ): Result<PrefilledReport> {
    if (projectId === null) {
      return ok({ title: template.title[language], sections: emptySections(template, language), links: [] });
    }
    const summary = this.inquiry.summary(projectId);
    if (!summary.ok) return summary;
    const analyses = this.inquiry.releasedAnalyses(projectId);
    if (!analyses.ok) return analyses;
    const level = this.inquiry.claimLevel(projectId);
    if (!level.ok) return level;
    const source = {
      ...summary.value,
      analyses: analyses.value.map((analysis) => analysisForReport(analysis, language)),
      claimLevel: { level: level.value, sentence: levelSentence(level.value, language) },
    };
    const tools = { nextId: () => this.core.ids.next(), now: this.core.clock.now() };
    return ok(prefill(source, template, language, tools));
  }
}

function levelSentence(level: ClaimLevel, language: TemplateLanguage): string {
  return reportWords(language)['claim-level'][level];
}

function toFinding(finding: CheckFinding): CallOutput<'report.check'>['findings'][number] {
  if (finding.kind !== 'above-claim-level') return { ...finding };
  const { text, allowedFrom, alternatives } = finding.finding;
  return {
    kind: finding.kind,
    sectionId: finding.sectionId,
    text: finding.text,
    wording: text,
    allowedFrom: allowedFrom === 'never' ? null : allowedFrom,
    alternatives: [...alternatives],
  };
}
