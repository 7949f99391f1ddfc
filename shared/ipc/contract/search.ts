import { z } from 'zod';
import type { searchChannels } from '../channels/search';
import type { Area } from '../endpoint';

export const searchHit = z.object({
  kind: z.enum(['item', 'annotation', 'note', 'page', 'journal', 'report']),
  refId: z.string(),
  itemId: z.string().nullable(),
  attachmentId: z.string().nullable(),
  pageIndex: z.number().int().nullable(),
  pageLabel: z.string().nullable(),
  title: z.string(),
  authors: z.string(),
  year: z.number().int().nullable(),
  snippet: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
});

export const searchGroup = z.object({
  kind: searchHit.shape.kind,
  hits: z.array(searchHit),
  hasMore: z.boolean(),
});

const status = z.object({
  indexed: z.number().int(),
  total: z.number().int(),
  withoutText: z.number().int(),
  failed: z.number().int(),
  paused: z.boolean(),
});

/** One search box over metadata, notes, annotations, full text, journal and reports; state of the full-text index. */
export const searchContract = {
  'search.query': {
    input: z.object({
      text: z.string().max(1_000),
      /** Hits of each kind. */
      limit: z.number().int().min(1).max(200).default(20),
      /** Names the search box; its newer search ends an older one. */
      session: z.string().max(40).optional(),
    }),
    output: z.object({ understood: z.boolean(), groups: z.array(searchGroup), milliseconds: z.number() }),
  },
  'search.itemIds': {
    input: z.object({
      text: z.string().max(1_000),
      limit: z.number().int().min(1).max(50_000).default(20_000),
    }),
    /** `itemIds` is null when the text holds nothing to search for. */
    output: z.object({ understood: z.boolean(), itemIds: z.array(z.string()).nullable() }),
  },
  'search.status': { input: z.object({}), output: status },
  'search.pause': { input: z.object({ paused: z.boolean() }), output: status },
  'search.rebuild': { input: z.object({}), output: status },
} satisfies Area<typeof searchChannels>;

export type SearchHit = z.infer<typeof searchHit>;
export type SearchGroup = z.infer<typeof searchGroup>;
