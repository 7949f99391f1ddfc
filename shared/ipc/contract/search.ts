import { z } from 'zod';
import type { searchChannels } from '../channels/search';
import type { Area } from '../endpoint';

export const searchHit = z.object({
  kind: z.enum(['item', 'annotation', 'note', 'reading', 'page', 'journal', 'report']),
  refId: z.string(),
  itemId: z.string().nullable(),
  attachmentId: z.string().nullable(),
  /** The inquiry whose journal an entry is in; null for everything else. */
  projectId: z.string().nullable(),
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

const documentState = z.enum(['queued', 'reading', 'indexed', 'no-text-layer', 'failed']);
const documentText = z.object({
  fileId: z.string(),
  attachmentId: z.string(),
  itemId: z.string(),
  title: z.string(),
  fileName: z.string(),
  state: documentState,
  /** Code of the reason why it failed. */
  error: z.string().nullable(),
  /** Encoding that its wrong letters were read as, when they were put right. */
  repaired: z.string().nullable(),
  pagesDone: z.number().int(),
  pageCount: z.number().int().nullable(),
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
  /** Values of a field that the library holds, to complete what is typed; those used most first. */
  'search.values': {
    input: z.object({
      field: z.enum([
        'by',
        'in',
        'tag',
        'collection',
        'type',
        'status',
        'color',
        'has',
        'key',
        'design',
        'phase',
        'subject',
        'topic',
        'country',
        'fits',
        'annotationType',
        'annotationTag',
        'language',
        'year',
        'relevance',
      ]),
      prefix: z.string().max(200).default(''),
      limit: z.number().int().min(1).max(100).default(8),
    }),
    /** `id` is set where the value is one of a fixed list, whose words the page knows. */
    output: z.array(
      z.object({ value: z.string(), id: z.string().nullable(), count: z.number().int().nullable() }),
    ),
  },
  /** How reading each document went, those with trouble first. */
  'search.documents': {
    input: z.object({
      states: z.array(documentState).default([]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(documentText) }),
  },
  /** Reads documents anew. */
  'search.retry': {
    input: z.object({ fileIds: z.array(z.string().max(100)).min(1).max(5_000) }),
    output: status,
  },
  'search.status': { input: z.object({}), output: status },
  'search.pause': { input: z.object({ paused: z.boolean() }), output: status },
  'search.rebuild': { input: z.object({}), output: status },
} satisfies Area<typeof searchChannels>;

export type SearchHit = z.infer<typeof searchHit>;
export type SearchGroup = z.infer<typeof searchGroup>;
