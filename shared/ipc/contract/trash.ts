import { z } from 'zod';
import type { Area } from '../endpoint';
import type { trashChannels } from '../channels/trash';
import { lostForGood } from './library';

const count = z.number().int().min(0);
const ids = z.array(z.uuid()).min(1).max(50_000);
const alone = z.enum(['note', 'document']);
const kind = z.enum(['item', 'note', 'document']);

/** Notes and documents that were deleted by themselves, and deleting for good. Papers in the trash are a list of the library. */
export const trashContract = {
  'trash.list': {
    input: z.object({
      kind: alone,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      total: count,
      rows: z.array(
        z.object({
          id: z.string(),
          /** Beginning of the note, or name of the document. */
          text: z.string(),
          /** Null for a note on no paper. */
          itemTitle: z.string().nullable(),
          trashedAt: z.string(),
        }),
      ),
    }),
  },
  'trash.restore': { input: z.object({ kind: alone, ids }), output: z.object({ changed: count }) },
  /** What deleting these for good would take along. */
  'trash.preview': { input: z.object({ kind, ids }), output: lostForGood },
  /** Deletes what is in the trash for good; undo brings it back. */
  'trash.remove': { input: z.object({ kind, ids }), output: z.object({ removed: count }) },
} satisfies Area<typeof trashChannels>;
