import { isAbsolute } from 'node:path';
import { collectionExists } from '@db/repositories/import-lookups';
import {
  countReport,
  countUnapproved,
  findFoundFields,
  listImportJobs,
  listReport,
  listUnapproved,
  type ReportCounts,
  type ReportFilter,
} from '@db/repositories/import-reports';
import {
  fieldFromText,
  fieldToText,
  FOUND_FIELDS,
  itemProvenance,
  listColumns,
  type FieldProvenance,
  type FoundFieldName,
  type ItemProvenance,
} from '@shared/domain/bibliography';
import type { CallOutput, CallParsed } from '@shared/ipc/contract';
import { reportLine } from '@shared/ipc/contract/import';
import { jobState } from '@shared/ipc/contract/jobs';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { IMPORT_JOB } from '../jobs/import-job';
import { parseCsl } from './import-duplicates';
import { importPayload, type ImportPayload } from './import-payload';
import type { ImportPreviews } from './import-preview';
import { rememberedTables, rememberTables } from './import-tables';

/** Starts imports, shows their reports, and lets a person approve what was found in PDFs. */
export class ImportService {
  /** @param core shared services @param previews what has been looked at */
  constructor(
    private readonly core: Core,
    private readonly previews: ImportPreviews,
  ) {}

  /**
   * Queues an import.
   * @param input what to read, where to, and what a person decided in the preview
   * @returns the job, or `import.no-paths`, `import.relative-path`, `import.collection-missing`, `import.preview-missing`
   */
  start(input: CallParsed<'import.start'>): Result<{ jobId: string }> {
    if (input.paths.length === 0 && input.pasted === null) return fail('import.no-paths');
    if (!input.paths.every((path) => isAbsolute(path))) return fail('import.relative-path');
    if (input.collectionId !== null && !collectionExists(this.core.db, input.collectionId)) {
      return fail('import.collection-missing');
    }
    const looked = input.previewId === null ? ok(null) : this.previews.decided(input.previewId);
    if (!looked.ok) return looked;
    const { paths, collectionId, foundVia, foldersAsCollections, files, nameByPattern, choices, pasted } =
      input;
    const payload: ImportPayload = {
      paths: [...new Set(paths)],
      collectionId,
      groupId: this.core.ids.next(),
      foundVia,
      foldersAsCollections,
      files,
      nameByPattern,
      choices,
      pasted,
      // What was shown is what comes in.
      tables: looked.value?.tables ?? input.tables,
      remembered: looked.value === null ? [...rememberedTables(this.core.db)] : [],
      seen: looked.value?.seen ?? null,
    };
    if (looked.value !== null) rememberTables(this.core, looked.value.chosen);
    if (input.previewId !== null) this.previews.close(input.previewId);
    return ok({ jobId: this.core.jobs.start(IMPORT_JOB, payload) });
  }

  /** The last imports, newest first, with what became of their records. */
  history(limit: number): Result<CallOutput<'import.history'>> {
    const jobs = listImportJobs(this.core.db, IMPORT_JOB, limit).map((row) => {
      const payload = importPayload.safeParse(JSON.parse(row.payload));
      return {
        jobId: row.id,
        state: jobState.parse(row.state),
        done: row.done,
        total: row.total,
        errorCode: row.errorCode,
        createdAt: row.createdAt,
        sources: payload.success ? sourceNames(payload.data) : [],
        counts: countReport(this.core.db, row.id),
      };
    });
    return ok(jobs);
  }

  /** A page of an import's report. @returns `import.report-missing` for an unknown job */
  report(input: {
    readonly jobId: string;
    readonly show: ReportFilter;
    readonly offset: number;
    readonly limit: number;
  }): Result<{ counts: ReportCounts; lines: CallOutput<'import.report'>['lines'] }> {
    if (!this.core.jobs.get(input.jobId).ok) return fail('import.report-missing');
    return ok({
      counts: countReport(this.core.db, input.jobId),
      lines: listReport(this.core.db, input).map((line) => ({
        ...line,
        outcome: reportLine.shape.outcome.parse(line.outcome),
        details: parseDetails(line.details),
      })),
    });
  }

  /** Records whose found fields nobody has approved yet. */
  toApprove(offset: number, limit: number): Result<CallOutput<'import.toApprove'>> {
    return ok({ total: countUnapproved(this.core.db), items: listUnapproved(this.core.db, offset, limit) });
  }

  /** The fields found in a record's PDF with source and confidence. @returns `import.item-missing` */
  foundFields(itemId: string): Result<CallOutput<'import.foundFields'>> {
    const row = findFoundFields(this.core.db, itemId);
    const item = row === undefined ? undefined : parseCsl(row.csl);
    if (row === undefined || item === undefined) return fail('import.item-missing');
    const provenance = parseProvenance(row.provenance);
    const fields = FOUND_FIELDS.flatMap((field) => {
      const origin = provenance[field];
      return origin === undefined ? [] : [{ field, value: fieldToText(item, field), ...origin }];
    });
    return ok({ itemId, attachmentId: row.attachmentId, fields });
  }

  /**
   * Marks fields as right, with or without a correction; one undo step.
   * @param changes fields to approve; `value` replaces the found one
   * @returns `import.item-missing`, or `import.field-unusable` when a correction cannot be such a field: then nothing changes
   */
  approveFields(
    itemId: string,
    changes: readonly { readonly field: FoundFieldName; readonly value?: string | undefined }[],
  ): Result<{ approved: number }> {
    const row = findFoundFields(this.core.db, itemId);
    let item = row === undefined ? undefined : parseCsl(row.csl);
    if (row === undefined || item === undefined) return fail('import.item-missing');
    const provenance: Partial<Record<FoundFieldName, FieldProvenance>> = parseProvenance(row.provenance);
    for (const { field, value } of changes) {
      const current = provenance[field];
      if (value !== undefined && value !== fieldToText(item, field)) {
        const edited = fieldFromText(item, field, value);
        if (edited === undefined) return fail('import.field-unusable', { field, value: value.slice(0, 200) });
        item = edited;
        provenance[field] = { source: 'person', confidence: 1, page: null, approved: true };
      } else if (current !== undefined) {
        provenance[field] = { ...current, approved: true };
      }
    }
    const csl = item;
    this.core.commands.run(
      'import.approve-fields',
      (change) => {
        change.update('item', itemId, {
          ...listColumns(csl),
          csl: JSON.stringify(csl),
          provenance: JSON.stringify(provenance),
          updated_at: this.core.clock.now(),
        });
      },
      { params: { title: csl.title ?? '' } },
    );
    return ok({ approved: changes.length });
  }
}

function parseProvenance(text: string): ItemProvenance {
  const parsed = itemProvenance.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : {};
}

function parseDetails(text: string): Record<string, string | number> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

function sourceNames({ paths, pasted }: ImportPayload): string[] {
  const names = paths.map((path) => path.split(/[\\/]/).at(-1) ?? '');
  return pasted === null ? names : [...names, pasted.name];
}
