import { z } from 'zod';
import { foundFieldName, foundFieldSource } from '@shared/domain/bibliography';
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

/** Files into the library and records out of it. The work itself is a job of kind `import`. */
export const importContract = {
  'import.start': {
    input: z.object({
      paths: z.array(path).min(1).max(5_000),
      collectionId: z.uuid().nullable().default(null),
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
  'import.exportBibliography': {
    input: z.object({
      format: z.enum(['bib', 'ris', 'csl-json']),
      path,
      itemIds: z.array(z.uuid()).max(100_000).optional(),
      collectionId: z.uuid().optional(),
    }),
    output: z.object({ count }),
  },
} satisfies Area<typeof importChannels>;

export type ReportLine = z.infer<typeof reportLine>;
export type FoundField = z.infer<typeof foundField>;
