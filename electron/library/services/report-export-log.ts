import { basename } from 'node:path';
import { z } from 'zod';
import type { CallOutput } from '@shared/ipc/contract';

/** Payload of the export job: what to write where. */
export const ExportPayload = z.object({
  reportId: z.string(),
  format: z.enum(['docx', 'pdf', 'html', 'markdown']),
  path: z.string(),
  /** The person saw what the check before sharing found and decided to export. */
  decided: z.boolean().default(false),
});
export type ExportPayload = z.infer<typeof ExportPayload>;

/** What the export job wrote: names only, the chosen file first. */
export const ExportCheckpoint = z.object({ files: z.array(z.string()), bytes: z.number().int() });
export type ExportCheckpoint = z.infer<typeof ExportCheckpoint>;

/** A finished export as a line of the report's export log; rows of another shape are left out. */
export function exportRecord(row: {
  readonly payload: string;
  readonly checkpoint: string;
  readonly at: string;
}): CallOutput<'report.get'>['exports'] {
  const payload = ExportPayload.safeParse(JSON.parse(row.payload));
  const checkpoint = ExportCheckpoint.safeParse(JSON.parse(row.checkpoint));
  if (!payload.success || !checkpoint.success) return [];
  return [
    {
      format: payload.data.format,
      fileName: basename(payload.data.path),
      bytes: checkpoint.data.bytes,
      decided: payload.data.decided,
      at: row.at,
    },
  ];
}
