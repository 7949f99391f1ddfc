import { z } from 'zod';
import type { Area } from '../endpoint';
import type { filesChannels } from '../channels/files';

/** Attachments as files. Bytes travel over paper://<attachmentId>, never through a call. */
export const filesContract = {
  'files.attachmentInfo': {
    input: z.object({ attachmentId: z.uuid() }),
    output: z.object({
      attachmentId: z.string(),
      itemId: z.string(),
      title: z.string(),
      mediaType: z.string(),
      size: z.number().int(),
      fileId: z.string().regex(/^[0-9a-f]{64}$/),
      fingerprint: z.string().nullable(),
      pageCount: z.number().int().nullable(),
      lastPageIndex: z.number().int(),
      textStatus: z.enum(['queued', 'indexed', 'no-text-layer', 'failed']),
    }),
  },
} satisfies Area<typeof filesChannels>;
