import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cslItemSchema, makeCitationKey, uniqueCitationKey, type CslItem } from '@shared/domain/bibliography';
import type { ShareFinding } from '@shared/domain/exchange/share-check';
import type { ReportExport } from '@shared/domain/report/export-model';
import { buildEvidenceTrail } from '@shared/domain/report/evidence';
import { collectCitations } from '@shared/domain/report/walk';
import { writeBibtex } from '@shared/formats/bibliography';
import { reportToHtml } from '@shared/formats/report-html/page';
import { reportToMarkdown } from '@shared/formats/report-markdown/document';
import { fail, ok, type Result } from '@shared/lib/result';
import type { DocxWriter } from '../adapters/docx-writer';
import type { Core } from '../core';
import type { CitationService } from './citation';
import type { LoadedReport, ReportService } from './report';
import { ExportCheckpoint, ExportPayload } from './report-export-log';
import type { InquiryPort } from './report-inquiry-port';
import { checkReportBeforeSharing } from './report-share';
import { reportWords } from './report-words';

/** One file of an export; `name` may hold a folder of its own, parted by `/`. */
export interface ReportFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const KIND = 'report.export';

/** Writes reports to files. Each export is a job row, so the export log survives and is no undo step. */
export class ReportExporter {
  private readonly core: Pick<Core, 'jobs' | 'host' | 'clock' | 'paths'>;
  private readonly reports: ReportService;
  private readonly citations: CitationService;
  private readonly docx: DocxWriter;
  private readonly inquiry: InquiryPort;
  private readonly outcomes = new Map<string, Result<ExportCheckpoint>>();

  constructor(
    core: Pick<Core, 'jobs' | 'host' | 'clock' | 'paths'>,
    services: {
      readonly reports: ReportService;
      readonly citations: CitationService;
      readonly docx: DocxWriter;
      readonly inquiry: InquiryPort;
    },
  ) {
    this.core = core;
    this.reports = services.reports;
    this.citations = services.citations;
    this.docx = services.docx;
    this.inquiry = services.inquiry;
    core.jobs.register(
      KIND,
      {
        payload: (value) => ExportPayload.parse(value),
        checkpoint: (value) => ExportCheckpoint.parse(value),
      },
      async (context) => {
        const written = await this.write(context.payload);
        this.outcomes.set(context.jobId, written);
        if (!written.ok) return written;
        context.progress(written.value.bytes, written.value.bytes);
        context.commit(written.value, []);
        return ok(null);
      },
    );
  }

  /**
   * Exports a report and waits for it.
   * @returns what was written; `report.needs-decision` when the check before sharing found something and nobody decided;
   *   `report.not-found`, `report.folder-missing`, `report.not-writable`, `report.docx-failed`,
   *   `print.failed`, `host.no-window`, or a failure of the citation engine
   */
  async export(payload: ExportPayload): Promise<Result<ExportCheckpoint & { path: string }>> {
    const jobId = this.core.jobs.start(KIND, payload);
    await this.core.jobs.finished(jobId);
    const outcome = this.outcomes.get(jobId);
    this.outcomes.delete(jobId);
    if (outcome === undefined) return fail('job.crashed');
    return outcome.ok ? ok({ ...outcome.value, path: payload.path }) : outcome;
  }

  /**
   * The files of a report without writing them, for a package.
   * @param reportId the report; @param names one file name per wanted format
   */
  async render(
    reportId: string,
    names: readonly { readonly format: ExportPayload['format']; readonly name: string }[],
  ): Promise<Result<readonly ReportFile[]>> {
    const loaded = this.reports.load(reportId);
    if (!loaded.ok) return loaded;
    const report = await this.model(loaded.value);
    if (!report.ok) return report;
    const files: ReportFile[] = [];
    for (const { format, name } of names) {
      const made = await this.files(report.value, format, name);
      if (!made.ok) return made;
      files.push(...made.value);
    }
    return ok(files);
  }

  /** Everything an export needs of a report, its citations formatted. */
  private async model(loaded: LoadedReport): Promise<Result<ReportExport>> {
    const { row, facts, sections, evidence } = loaded;
    const formatted = await this.citations.format(facts.styleId, facts.locale, collectCitations(sections));
    if (!formatted.ok) return formatted;
    return ok({
      title: row.title,
      authors: facts.authors,
      language: facts.locale,
      date: this.core.clock.now(),
      sections,
      formatted: formatted.value,
      trail: buildEvidenceTrail(sections, evidence),
      labels: reportWords(facts.language).export,
    });
  }

  /** What the check before sharing finds in a report, evidence included. @returns `report.not-found` */
  async shareCheck(reportId: string): Promise<Result<readonly ShareFinding[]>> {
    const loaded = this.reports.load(reportId);
    if (!loaded.ok) return loaded;
    const report = await this.model(loaded.value);
    if (!report.ok) return report;
    const { project_id: projectId } = loaded.value.row;
    const pseudonyms = projectId === null ? [] : this.inquiry.pseudonyms(projectId);
    return ok(checkReportBeforeSharing(report.value, pseudonyms, this.core.paths.root));
  }

  private async write({ reportId, format, path, decided }: ExportPayload): Promise<Result<ExportCheckpoint>> {
    if (!decided) {
      const found = await this.shareCheck(reportId);
      if (!found.ok) return found;
      if (found.value.length > 0) return fail('report.needs-decision', { count: found.value.length });
    }
    const files = await this.render(reportId, [{ format, name: basename(path) }]);
    return files.ok ? writeFiles(dirname(path), files.value) : files;
  }

  private async files(
    report: ReportExport,
    format: ExportPayload['format'],
    name: string,
  ): Promise<Result<readonly ReportFile[]>> {
    switch (format) {
      case 'html':
        return ok([{ name, content: reportToHtml(report) }]);
      case 'docx': {
        const bytes = await this.docx.write(report);
        return bytes.ok ? ok([{ name, content: bytes.value }]) : bytes;
      }
      case 'pdf': {
        const html = reportToHtml(report);
        const bytes = await this.core.host.printToPdf({
          html,
          language: report.language,
          title: report.title,
        });
        return bytes.ok ? ok([{ name, content: bytes.value }]) : bytes;
      }
      case 'markdown':
        return ok(this.markdown(report, name));
    }
  }

  private markdown(report: ReportExport, name: string): readonly ReportFile[] {
    const stem = name.replace(/\.(?:md|markdown)$/iu, '');
    const items = withKeys(
      this.citations.records(report.formatted.bibliography.map((entry) => entry.itemId)).flatMap((record) => {
        const item = cslItemSchema.safeParse(record);
        return item.success ? [item.data] : [];
      }),
    );
    const keys = new Map(items.map((item) => [item.id, item['citation-key']]));
    const { markdown, figures } = reportToMarkdown(report, {
      bibFile: `${stem}.bib`,
      figureFolder: `${stem}-figures`,
      keyOf: (itemId) => keys.get(itemId),
    });
    return [
      { name, content: markdown },
      ...(items.length === 0 ? [] : [{ name: `${stem}.bib`, content: writeBibtex(items) }]),
      ...figures.map((figure) => ({ name: figure.path, content: Buffer.from(figure.pngBase64, 'base64') })),
    ];
  }
}

/** Gives every record a key of its own, so that the text and the bibliography agree. */
function withKeys(items: readonly CslItem[]): CslItem[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const key = uniqueCitationKey(item['citation-key'] ?? makeCitationKey(item), (candidate) =>
      taken.has(candidate),
    );
    taken.add(key);
    return { ...item, 'citation-key': key };
  });
}

function writeFiles(folder: string, files: readonly ReportFile[]): Result<ExportCheckpoint> {
  const first = files[0]?.name ?? '';
  if (!existsSync(folder)) return fail('report.folder-missing', { fileName: first });
  let bytes = 0;
  for (const file of files) {
    const path = join(folder, file.name);
    const partial = `${path}.partial`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(partial, file.content);
      renameSync(partial, path);
    } catch (error) {
      rmSync(partial, { force: true });
      return fail('report.not-writable', { fileName: file.name }, String(error));
    }
    bytes += typeof file.content === 'string' ? Buffer.byteLength(file.content) : file.content.byteLength;
  }
  return ok({ files: files.map((file) => file.name), bytes });
}
