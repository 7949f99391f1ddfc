import { join } from 'node:path';
import { z } from 'zod';
import { FormattedDocument } from '@shared/domain/report/citation';
import { fail, ok, type Result } from '@shared/lib/result';
import type { FormatRequest } from './citation-engine';
import { createReportThread } from './report-thread';

/** Formats citations away from the database process. */
export interface CitationFormatter {
  format(request: FormatRequest): Promise<Result<FormattedDocument>>;
}

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: FormattedDocument }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      cause: z.string().optional(),
    }),
  }),
]);

/**
 * @param workers folder of the built worker scripts
 * Errors: those of the engine, and `citation.worker-failed` when the worker died.
 */
export function createCitationFormatter(workers: string): CitationFormatter {
  const thread = createReportThread(join(workers, 'worker-citation.js'), async () => {
    const { formatCitations } = await import('./citation-work');
    return formatCitations;
  });
  return {
    async format(request) {
      try {
        const answer = Answer.parse(await thread.run(request));
        return answer.ok
          ? ok(answer.value)
          : fail(answer.error.code, answer.error.details, answer.error.cause);
      } catch (error) {
        return fail('citation.worker-failed', undefined, String(error));
      }
    },
  };
}
