import { z } from 'zod';

/** How far a paper has been read. */
export const READ_STATUSES = ['to-read', 'reading', 'read', 'skimmed', 'rejected'] as const;
export const readStatus = z.enum(READ_STATUSES);
export type ReadStatus = z.infer<typeof readStatus>;

/** What the list of papers is ordered by. */
export const ITEM_ORDERS = [
  'title',
  'authors',
  'year',
  'journal',
  'type',
  'added',
  'modified',
  'opened',
  'status',
  'relevance',
  'design',
  'key',
] as const;
export const itemSort = z.object({
  by: z.enum(ITEM_ORDERS),
  direction: z.enum(['ascending', 'descending']),
});
export type ItemSort = z.infer<typeof itemSort>;

/** Order of a list until a person chooses another one. @param scope kind of list */
export function usualOrder(scope: ItemView['scope']['kind']): ItemSort {
  return { by: scope === 'recent' ? 'opened' : 'added', direction: 'descending' };
}

/** Which papers a list shows. */
export const itemView = z.object({
  scope: z.discriminatedUnion('kind', [
    /** Everything that is not in the trash. */
    z.object({ kind: z.literal('all') }),
    /** Opened before; last opened first by default. */
    z.object({ kind: z.literal('recent') }),
    /** In no collection yet. */
    z.object({ kind: z.literal('unfiled') }),
    z.object({ kind: z.literal('trash') }),
    /** Of this collection and those below it. */
    z.object({ kind: z.literal('collection'), collectionId: z.uuid() }),
    /** That satisfy a saved search. */
    z.object({ kind: z.literal('search'), searchId: z.uuid() }),
    /** That satisfy what was typed into the search box, in its query language. */
    z.object({ kind: z.literal('query'), text: z.string().max(1_000) }),
  ]),
  /** Only papers that carry all of these tags. */
  tagIds: z.array(z.uuid()).max(20).default([]),
  /** Only papers in one of these states; all when empty. */
  statuses: z.array(readStatus).default([]),
  /** Only papers of one of these CSL types; all when empty. */
  types: z.array(z.string().max(60)).max(60).default([]),
  /** Only papers at least as relevant as this, 1 to 5. */
  minRelevance: z.number().int().min(1).max(5).nullable().default(null),
});
export type ItemView = z.infer<typeof itemView>;
