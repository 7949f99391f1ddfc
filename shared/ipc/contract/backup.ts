import { z } from 'zod';
import type { Area } from '../endpoint';
import type { backupChannels } from '../channels/backup';

export const backupEntry = z.object({
  name: z.string(),
  createdAt: z.string(),
  bytes: z.number().int(),
  reason: z.enum(['automatic', 'manual', 'migration', 'before-restore']),
});

/** Copies of the database below backups/, and the health of the library. */
export const backupContract = {
  'backup.list': { input: z.object({}), output: z.array(backupEntry) },
  'backup.create': { input: z.object({}), output: backupEntry },
  'backup.restore': {
    input: z.object({ name: z.string().regex(/^[\w.-]+\.sqlite$/) }),
    output: z.object({ restarted: z.literal(true) }),
  },
  'backup.check': {
    input: z.object({}),
    output: z.object({
      integrity: z.enum(['ok', 'damaged']),
      details: z.array(z.string()),
      items: z.number().int(),
      attachments: z.number().int(),
      missingFiles: z.number().int(),
      bytes: z.number().int(),
      lastBackupAt: z.string().nullable(),
      folder: z.string(),
    }),
  },
} satisfies Area<typeof backupChannels>;
