import { z } from 'zod';
import { foundFieldName, foundFieldSource } from '@shared/domain/bibliography';
import {
  AT_ONCE,
  exportFormat,
  importChoices,
  tablePlan,
  tablePlans,
  tableTarget,
} from '@shared/domain/import';
import type { importChannels } from '../channels/import';
import type { Area } from '../endpoint';

const count = z.number().int().min(0);
const path = z.string().min(1).max(4_096);
const page = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
};

/** Lines of a report per filter; `attention` are failed, passed over, and imported with a remark. */
const reportCounts = z.object({ all: count, imported: count, duplicate: count, attention: count });

export const reportLine = z.object({
  position: count,
  /** File name, or path from the chosen folder on. */
  source: z.string(),
  line: z.number().int().nullable(),
  outcome: z.enum(['imported', 'duplicate', 'failed', 'skipped']),
  /** Why, in words under `errors.<code>`. */
  code: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  itemId: z.string().nullable(),
  title: z.string(),
  /** The record as it stands in the file, when something is to be looked at. */
  raw: z.string().nullable(),
});

export const foundField = z.object({
  field: foundFieldName,
  value: z.string(),
  source: foundFieldSource,
  confidence: z.number(),
  page: z.number().int().nullable(),
  approved: z.boolean(),
});

const details = z.record(z.string(), z.union([z.string(), z.number()]));

/** Identifiers a person pasted, and what the report calls them. */
const pasted = z.object({ text: z.string().max(500_000), name: z.string().min(1).max(100) });

/** One record of a preview. */
export const previewLine = z.object({
  order: z.string(),
  /** Place in its file, from 0. */
  index: count,
  source: z.string(),
  line: z.number().int().nullable(),
  kind: z.enum(['fresh', 'duplicate', 'failed']),
  title: z.string(),
  authors: z.string(),
  year: z.number().int().nullable(),
  /** The same work that is there already: in the library (`itemId`) or earlier in the files (`earlier`). */
  duplicate: z
    .object({
      reason: z.enum(['doi', 'eric', 'pmid', 'isbn', 'title', 'similar-title', 'record', 'file']),
      itemId: z.string().nullable(),
      title: z.string(),
      earlier: z.object({ source: z.string(), line: z.number().int() }).nullable(),
    })
    .nullable(),
  /** What is to be looked at, in words under `errors.<code>`. */
  remarks: z.array(z.object({ code: z.string(), details })),
  /** Files the record names. */
  files: count,
  raw: z.string().nullable(),
});

/** A table of references as it is read. */
export const previewTable = z.object({
  state: z.enum(['read', 'waiting', 'own']),
  /** Empty for a text, which has no sheets. */
  sheet: z.string(),
  sheets: z.array(z.string()).readonly(),
  hasHeadings: z.boolean(),
  columns: z.array(z.object({ heading: z.string(), examples: z.array(z.string()).readonly() })).readonly(),
  /** What each column holds. */
  targets: z.array(tableTarget).readonly(),
  /** What the headings alone say. */
  proposed: z.array(tableTarget).readonly(),
  /** Stands for the headings. */
  head: z.string(),
  /** Rows that are not blank, and those of them that become a record. */
  rows: count,
  records: count,
});

/** Files into the library and records out of it. The work itself is a job of kind `import`. */
export const importContract = {
  /** Reads what would be imported, without writing; progress comes as `job.progress` of kind `import-preview`. */
  'import.preview': {
    input: z.object({
      paths: z.array(path).max(5_000).default([]),
      pasted: pasted.nullable().default(null),
      /** What columns of tables hold, as a person said in a preview of the same paths before. */
      tables: tablePlans.default([]),
    }),
    output: z.object({ previewId: z.string() }),
  },
  'import.previewState': {
    input: z.object({ previewId: z.uuid() }),
    output: z.object({
      state: z.enum(['running', 'done', 'failed']),
      done: count,
      total: count,
      files: z.array(
        z.object({
          /** Names the file in choices and filters. */
          order: z.string(),
          name: z.string(),
          format: z.string().nullable(),
          encoding: z.string().nullable(),
          /** A table of references: read by what its columns hold, waiting for a person to say it, or one of our own. */
          table: z.enum(['read', 'waiting', 'own']).nullable(),
          records: count,
          fresh: count,
          duplicate: count,
          attention: count,
          /** Why the file as a whole cannot be imported. */
          code: z.string().nullable(),
          details,
        }),
      ),
    }),
  },
  'import.previewLines': {
    input: z.object({
      previewId: z.uuid(),
      show: z.enum(['all', 'fresh', 'duplicate', 'attention']).default('all'),
      order: z.string().max(5_000).nullable().default(null),
      ...page,
    }),
    output: z.object({ total: count, lines: z.array(previewLine) }),
  },
  /** What the columns of a table hold; with a plan, what they would hold then and how many records would come in. */
  'import.previewTable': {
    input: z.object({
      previewId: z.uuid(),
      order: z.string().max(5_000),
      plan: tablePlan.nullable().default(null),
    }),
    output: previewTable,
  },
  'import.closePreview': {
    input: z.object({ previewId: z.uuid() }),
    output: z.object({ closed: z.literal(true) }),
  },
  /** What people called the sources of their imports, the last used first. */
  'import.foundVia': { input: z.object({}), output: z.object({ words: z.array(z.string()) }) },
  'import.start': {
    input: z.object({
      paths: z.array(path).max(5_000).default([]),
      pasted: pasted.nullable().default(null),
      collectionId: z.uuid().nullable().default(null),
      foundVia: z.string().trim().max(200).default(''),
      foldersAsCollections: z.boolean().default(false),
      files: z.enum(['copy', 'link']).default('copy'),
      /** Documents get names by the pattern of the settings. */
      nameByPattern: z.boolean().default(false),
      choices: importChoices.default(AT_ONCE),
      /** What columns of tables hold; those of the preview are used when there was one. */
      tables: tablePlans.default([]),
      /** The preview the choices were made in; its files are not imported when they have changed since. */
      previewId: z.uuid().nullable().default(null),
    }),
    output: z.object({ jobId: z.string() }),
  },
  'import.history': {
    input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
    output: z.array(
      z.object({
        jobId: z.string(),
        state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
        done: count,
        total: count.nullable(),
        errorCode: z.string().nullable(),
        createdAt: z.string(),
        sources: z.array(z.string()),
        counts: reportCounts,
      }),
    ),
  },
  'import.report': {
    input: z.object({
      jobId: z.uuid(),
      show: z.enum(['all', 'imported', 'duplicate', 'attention']).default('all'),
      ...page,
    }),
    output: z.object({ counts: reportCounts, lines: z.array(reportLine) }),
  },
  'import.toApprove': {
    input: z.object(page),
    output: z.object({
      total: count,
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          authors: z.string(),
          year: z.number().int().nullable(),
        }),
      ),
    }),
  },
  'import.foundFields': {
    input: z.object({ itemId: z.uuid() }),
    output: z.object({
      itemId: z.string(),
      attachmentId: z.string().nullable(),
      fields: z.array(foundField),
    }),
  },
  'import.approveFields': {
    input: z.object({
      itemId: z.uuid(),
      fields: z
        .array(z.object({ field: foundFieldName, value: z.string().max(20_000).optional() }))
        .min(1)
        .max(20),
    }),
    output: z.object({ approved: count }),
  },
  'import.exportRecords': {
    input: z.object({
      format: exportFormat,
      path,
      itemIds: z.array(z.uuid()).max(100_000).optional(),
      collectionId: z.uuid().optional(),
      /** Copies of the papers go into a folder beside the file. */
      withFiles: z.boolean().default(false),
    }),
    output: z.object({ jobId: z.string() }),
  },
  'import.exported': {
    input: z.object({ jobId: z.uuid() }),
    output: z.object({ count, files: count, missing: z.array(z.string()).readonly() }),
  },
} satisfies Area<typeof importChannels>;

export type PreviewTable = z.infer<typeof previewTable>;
export type PreviewLine = z.infer<typeof previewLine>;
export type ReportLine = z.infer<typeof reportLine>;
export type FoundField = z.infer<typeof foundField>;
