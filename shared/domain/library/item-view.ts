import { z } from 'zod';

/** How far a paper has been read. */
export const READ_STATUSES = ['to-read', 'reading', 'read', 'skimmed', 'rejected'] as const;
export const readStatus = z.enum(READ_STATUSES);
export type ReadStatus = z.infer<typeof readStatus>;

/** What the list of papers is ordered by. */
export const ITEM_ORDERS = ['title', 'authors', 'year', 'added', 'status'] as const;
export const itemSort = z.object({
  by: z.enum(ITEM_ORDERS),
  direction: z.enum(['ascending', 'descending']),
});
export type ItemSort = z.infer<typeof itemSort>;

/** Which papers a list shows. */
export const itemView = z.object({
  scope: z.discriminatedUnion('kind', [
    /** Everything that is not in the trash. */
    z.object({ kind: z.literal('all') }),
    /** Opened before, newest first by default. */
    z.object({ kind: z.literal('recent') }),
    /** In no collection yet. */
    z.object({ kind: z.literal('unfiled') }),
    z.object({ kind: z.literal('trash') }),
    /** Of this collection and those below it. */
    z.object({ kind: z.literal('collection'), collectionId: z.uuid() }),
  ]),
  /** Only papers that carry all of these tags. */
  tagIds: z.array(z.uuid()).max(20).default([]),
  /** Only papers in one of these states; all when empty. */
  statuses: z.array(readStatus).default([]),
});
export type ItemView = z.infer<typeof itemView>;
