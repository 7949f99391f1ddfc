import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { all, first, query } from '@db/query';
import type { PracticeCaseTable } from '@db/schema';
import {
  allowedLicences,
  buildCase,
  missingFields,
  practiceCase,
  trustFacts,
  type PracticeCase,
  type PublishFields,
} from '@shared/domain/exchange';
import type { InquirySummary } from '@shared/domain/inquiry';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import { FileStore } from '../adapters/file-store';
import { writePackage } from '../adapters/case-package/write-package';
import type { Core } from '../core';
import { CasePackages } from './exchange-package';
import type { ExchangeSources } from './exchange-sources';

type Card = CallOutput<'exchange.list'>['cases'][number];
const integrity = z.enum(['own', 'verified', 'unverified']);
const origin = z.enum(['own', 'imported']);

/** Published and imported cases. */
export class ExchangeService {
  readonly #core: Core;
  readonly #sources: ExchangeSources;
  readonly #packages: CasePackages;

  constructor(core: Core, sources: ExchangeSources) {
    this.#core = core;
    this.#sources = sources;
    this.#packages = new CasePackages(core, sources);
  }

  /** Cases, newest first. */
  list(includeTrashed: boolean): { cases: Card[] } {
    let select = query
      .selectFrom('practice_case')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc');
    if (!includeTrashed) select = select.where('trashed_at', 'is', null);
    return { cases: all(this.#core.db, select).map((row) => toCard(row, recordOf(row))) };
  }

  /** One case with its trust facts and its family. @returns `exchange.not-found` */
  get(id: string): Result<CallOutput<'exchange.get'>> {
    const row = this.#row(id);
    if (!row) return fail('exchange.not-found');
    const record = recordOf(row);
    const known = all(
      this.#core.db,
      query.selectFrom('practice_case').selectAll().where('trashed_at', 'is', null),
    );
    const adaptations = known.filter((other) =>
      recordOf(other).isBasedOn.some((parent) => parent.caseId === row.case_id),
    );
    return ok({
      card: toCard(row, record),
      record,
      trust: mutableTrust(record),
      lineage: record.isBasedOn.map((parent) => ({
        caseId: parent.caseId,
        version: parent.version,
        title: parent.title,
        changes: parent.changes,
        localId: known.find((other) => other.case_id === parent.caseId)?.id ?? null,
      })),
      adaptations: adaptations.map((other) => ({ id: other.id, title: other.title, version: other.version })),
    });
  }

  /** What would be published now. @returns failures of the inquiry area */
  async draft(projectId: string): Promise<Result<CallOutput<'exchange.draft'>>> {
    const gathered = this.#gather(projectId);
    if (!gathered.ok) return gathered;
    const { summary, outcomes, perspectives } = gathered.value;
    const parents = this.#sources.parents(projectId);
    const licences = allowedLicences(parents.map((parent) => parent.licence));
    const reports = this.#sources.reports(projectId);
    const latest = this.#latestOf(projectId);
    const before = latest ? recordOf(latest) : null;
    const { reflection } = summary;
    const roster = await this.#sources.rosterOf(projectId);
    const fields: PublishFields = {
      title: before?.title ?? summary.title,
      summary: before?.summary ?? '',
      language: before?.language ?? 'en',
      licence: before?.licence ?? licences[0] ?? 'CC-BY-4.0',
      creators: before?.creators ?? reports[0]?.authors ?? [],
      verdict: before?.impact.verdict ?? 'too-early',
      threats: before?.confidence.threats ?? [],
      limitations: before?.confidence.limitations ?? reflection.limits,
      differently: before?.confidence.differently ?? reflection.differently,
      advice: before?.advice ?? reflection.advice,
      keywords: before?.keywords ?? [],
    };
    const record = this.#record(projectId, fields, gathered.value);
    return ok({
      fields: {
        ...fields,
        creators: [...fields.creators],
        threats: [...fields.threats],
        keywords: [...fields.keywords],
      },
      allowedLicences: [...licences],
      missing: [...missingFields(record)],
      outcomes: outcomes.length,
      withheld: outcomes.filter((outcome) => outcome.shared.kind === 'withheld').length,
      perspectives: [...perspectives],
      namesNeeded: roster.hasRows,
      namesInKey: roster.hasKey,
      claimLevel: trustFacts(record).claimLevel,
      reports: reports.map((report) => ({ id: report.id, title: report.title })),
    });
  }

  /** The pre-share check without writing anything. */
  async check(
    projectId: string,
    reportId: string | null,
    fields: PublishFields,
    names: readonly string[],
  ): Promise<Result<CallOutput<'exchange.check'>>> {
    const gathered = this.#gather(projectId);
    if (!gathered.ok) return gathered;
    const record = this.#record(projectId, fields, gathered.value);
    const files = await this.#packages.build(record, gathered.value.summary, reportId);
    if (!files.ok) return files;
    const findings = await this.#packages.check(files.value, projectId, names);
    return ok({
      findings: findings.map((finding) => ({ ...finding })),
      files: files.value.map((file) => file.path),
      missing: [...missingFields(record)],
    });
  }

  /**
   * Writes the package and remembers the version.
   * @returns `exchange.incomplete`, `exchange.check-failed`, `exchange.licence-not-allowed`, `exchange.not-written`, or what building fails with
   */
  async publish(
    projectId: string,
    reportId: string | null,
    fields: PublishFields,
    names: readonly string[],
    path: string,
  ): Promise<Result<CallOutput<'exchange.publish'>>> {
    const gathered = this.#gather(projectId);
    if (!gathered.ok) return gathered;
    const parents = this.#sources.parents(projectId);
    if (!allowedLicences(parents.map((parent) => parent.licence)).includes(fields.licence)) {
      return fail('exchange.licence-not-allowed', { licence: fields.licence });
    }
    const record = this.#record(projectId, fields, gathered.value);
    const missing = missingFields(record);
    if (missing.length > 0) return fail('exchange.incomplete', { count: missing.length });
    const files = await this.#packages.build(record, gathered.value.summary, reportId);
    if (!files.ok) return files;
    const findings = await this.#packages.check(files.value, projectId, names);
    if (findings.length > 0) return fail('exchange.check-failed', { count: findings.length });
    try {
      await writePackage(path, files.value, record.publishedAt);
    } catch (error) {
      return fail('exchange.not-written', undefined, String(error));
    }
    const id = this.#keep(record, {
      origin: 'own',
      integrity: 'own',
      projectId,
      reportId,
      fileId: null,
      manifestHash: '',
    });
    return ok({
      id,
      caseId: record.caseId,
      version: record.version,
      path,
      files: files.value.map((file) => file.path),
      bytes: (await stat(path)).size,
    });
  }

  /** Looks into a package without keeping anything. */
  async inspect(path: string): Promise<Result<CallOutput<'exchange.inspect'>>> {
    const opened = await this.#packages.open(path);
    if (!opened.ok) return opened;
    const { record } = opened.value;
    return ok({
      record,
      integrity: opened.value.integrity,
      changed: [...opened.value.changed],
      trust: mutableTrust(record),
      known: this.#known(record),
    });
  }

  /** Keeps a colleague's case. @returns `exchange.changed-files` unless the person accepted that, `exchange.already-here` */
  async import(path: string, acceptUnverified: boolean): Promise<Result<{ id: string }>> {
    const opened = await this.#packages.open(path);
    if (!opened.ok) return opened;
    const { record, changed, manifestHash } = opened.value;
    if (opened.value.integrity === 'unverified' && !acceptUnverified) {
      return fail('exchange.changed-files', { count: changed.length });
    }
    if (this.#known(record)) return fail('exchange.already-here', { title: record.title });
    const stored = await new FileStore(this.#core.paths.files).put(path);
    if (!stored.ok) return stored;
    const { id: fileId, size } = stored.value;
    const id = this.#keep(record, {
      origin: 'imported',
      integrity: opened.value.integrity,
      projectId: null,
      reportId: null,
      fileId,
      manifestHash,
      size,
    });
    return ok({ id });
  }

  /** A new inquiry that is based on a case. */
  startFrom(input: {
    id: string;
    title: string;
    modelId: string;
    changes: string;
  }): Result<{ projectId: string }> {
    const row = this.#row(input.id);
    if (!row) return fail('exchange.not-found');
    const record = recordOf(row);
    return this.#sources.startInquiry({
      title: input.title,
      modelId: input.modelId,
      basedOn: {
        caseId: record.caseId,
        version: record.version,
        title: record.title,
        licence: record.licence,
        changes: input.changes,
      },
      record: { problem: record.problem, question: record.question },
    });
  }

  /** Trash and restore. */
  setTrashed(id: string, isTrashed: boolean): Result<{ id: string }> {
    const row = this.#row(id);
    if (!row) return fail('exchange.not-found');
    this.#core.commands.run(
      isTrashed ? 'exchange.trash' : 'exchange.restore',
      (change) => {
        change.update('practice_case', id, { trashed_at: isTrashed ? this.#core.clock.now() : null });
      },
      { params: { title: row.title } },
    );
    return ok({ id });
  }

  #gather(projectId: string): Result<Gathered> {
    const summary = this.#sources.summary(projectId);
    if (!summary.ok) return summary;
    const results = this.#sources.outcomes(projectId);
    if (!results.ok) return results;
    return ok({ summary: summary.value, ...results.value });
  }

  #record(projectId: string, fields: PublishFields, gathered: Gathered): PracticeCase {
    const latest = this.#latestOf(projectId);
    const identity = {
      caseId: latest?.case_id ?? this.#core.ids.next(),
      version: (latest?.version ?? 0) + 1,
      publishedAt: this.#core.clock.now(),
      appVersion: this.#core.appVersion,
    };
    return buildCase(
      identity,
      fields,
      gathered.summary,
      gathered.outcomes,
      gathered.perspectives,
      this.#sources.parents(projectId),
    );
  }

  #keep(record: PracticeCase, row: KeptRow): string {
    const { db, commands, clock, ids } = this.#core;
    const id = ids.next();
    commands.run(
      row.origin === 'own' ? 'exchange.publish' : 'exchange.import',
      (change) => {
        if (
          row.fileId !== null &&
          !first(db, query.selectFrom('file').select('id').where('id', '=', row.fileId))
        ) {
          change.insert('file', {
            id: row.fileId,
            size: row.size ?? 0,
            media_type: 'application/zip',
            original_name: `${record.title.slice(0, 80)}.inquiry.zip`,
            created_at: clock.now(),
          });
        }
        change.insert('practice_case', {
          id,
          origin: row.origin,
          case_id: record.caseId,
          version: record.version,
          title: record.title,
          project_id: row.projectId,
          report_id: row.reportId,
          content: JSON.stringify(record),
          manifest_hash: row.manifestHash,
          integrity: row.integrity,
          file_id: row.fileId,
          created_at: clock.now(),
          trashed_at: null,
        });
      },
      { params: { title: record.title } },
    );
    return id;
  }

  #known(record: PracticeCase): boolean {
    const select = query
      .selectFrom('practice_case')
      .select('id')
      .where('case_id', '=', record.caseId)
      .where('version', '=', record.version)
      .where('trashed_at', 'is', null);
    return first(this.#core.db, select) !== undefined;
  }

  #latestOf(projectId: string): PracticeCaseTable | undefined {
    const select = query
      .selectFrom('practice_case')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('origin', '=', 'own')
      .orderBy('version', 'desc');
    return first(this.#core.db, select);
  }

  #row(id: string): PracticeCaseTable | undefined {
    return first(this.#core.db, query.selectFrom('practice_case').selectAll().where('id', '=', id));
  }
}

interface Gathered {
  readonly summary: InquirySummary;
  readonly outcomes: Parameters<typeof buildCase>[3];
  readonly perspectives: readonly string[];
}

interface KeptRow {
  readonly origin: 'own' | 'imported';
  readonly integrity: 'own' | 'verified' | 'unverified';
  readonly projectId: string | null;
  readonly reportId: string | null;
  readonly fileId: string | null;
  readonly manifestHash: string;
  readonly size?: number;
}

function recordOf(row: PracticeCaseTable): PracticeCase {
  return practiceCase.parse(JSON.parse(row.content));
}

function mutableTrust(record: PracticeCase): CallOutput<'exchange.get'>['trust'] {
  const facts = trustFacts(record);
  return { ...facts, missing: [...facts.missing] };
}

function toCard(row: PracticeCaseTable, record: PracticeCase): Card {
  return {
    id: row.id,
    caseId: row.case_id,
    version: row.version,
    title: row.title,
    origin: origin.parse(row.origin),
    integrity: integrity.parse(row.integrity),
    licence: record.licence,
    summary: record.summary,
    setting: record.context.setting === '' ? record.context.phase : record.context.setting,
    verdict: record.impact.verdict,
    claimLevel: trustFacts(record).claimLevel,
    projectId: row.project_id,
    createdAt: row.created_at,
  };
}
