import { z } from 'zod';
import type { Area } from '../endpoint';
import type { jobsChannels } from '../channels/jobs';

export const jobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export const job = z.object({
  id: z.string(),
  kind: z.string(),
  state: jobState,
  done: z.number().int(),
  total: z.number().int().nullable(),
  errorCode: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export const jobRecord = z.object({
  position: z.number().int(),
  source: z.string(),
  line: z.number().int().nullable(),
  outcome: z.enum(['imported', 'duplicate', 'failed', 'skipped']),
  code: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  itemId: z.string().nullable(),
  title: z.string(),
  raw: z.string().nullable(),
});

/** Long work: progress comes as `job.progress` events. */
export const jobsContract = {
  'jobs.list': { input: z.object({ activeOnly: z.boolean().default(false) }), output: z.array(job) },
  'jobs.get': { input: z.object({ jobId: z.uuid() }), output: job },
  'jobs.cancel': { input: z.object({ jobId: z.uuid() }), output: job },
  'jobs.records': {
    input: z.object({
      jobId: z.uuid(),
      outcome: z.enum(['imported', 'duplicate', 'failed', 'skipped']).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      counts: z.object({
        imported: z.number().int(),
        duplicate: z.number().int(),
        failed: z.number().int(),
        skipped: z.number().int(),
      }),
      records: z.array(jobRecord),
    }),
  },
} satisfies Area<typeof jobsChannels>;

export type Job = z.infer<typeof job>;
export type JobRecord = z.infer<typeof jobRecord>;
