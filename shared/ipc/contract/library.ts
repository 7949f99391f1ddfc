import { z } from 'zod';
import { cslItemSchema } from '@shared/domain/bibliography/csl-item';
import { batchOperation } from '@shared/domain/library/batch';
import { educationPatchSchema, educationSchema } from '@shared/domain/library/education';
import { itemSort, itemView, readStatus } from '@shared/domain/library/item-view';
import { provenance } from '@shared/domain/library/provenance';
import type { Area } from '../endpoint';
import type { libraryChannels } from '../channels/library';

/** One line of the list of papers. */
export const itemRow = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  authors: z.string(),
  year: z.number().int().nullable(),
  containerTitle: z.string(),
  design: z.string().nullable(),
  readStatus,
  /** Newest PDF, the one "read" opens. */
  attachmentId: z.string().nullable(),
  tags: z.array(z.object({ id: z.string(), name: z.string(), color: z.string().nullable() })),
  isSample: z.boolean(),
  addedAt: z.string(),
  updatedAt: z.string(),
  /** When it was last opened to read. */
  openedAt: z.string().nullable(),
  citationKey: z.string().nullable(),
  trashedAt: z.string().nullable(),
  /** How relevant the person finds it, 1 to 5. */
  relevance: z.number().int().nullable(),
  /** Kind of a known retraction notice; null when none is known. */
  retracted: z.string().nullable(),
});
export type ItemRow = z.infer<typeof itemRow>;

/** Everything about one paper that its panel shows. */
export const itemDetail = z.object({
  id: z.string(),
  csl: cslItemSchema,
  provenance,
  title: z.string(),
  authors: z.string(),
  year: z.number().int().nullable(),
  containerTitle: z.string(),
  design: z.string().nullable(),
  readStatus,
  citationKey: z.string().nullable(),
  /** Given out (cited, copied, exported) or written by hand: it is not made anew. */
  isKeyPinned: z.boolean(),
  /** 1 to 5, how much it matters for the person's own work. */
  relevance: z.number().int().min(1).max(5).nullable(),
  education: educationSchema,
  /** The import it came with. */
  foundVia: z
    .object({ source: z.string(), format: z.string(), at: z.string(), foundVia: z.string() })
    .nullable(),
  isSample: z.boolean(),
  addedAt: z.string(),
  updatedAt: z.string(),
  openedAt: z.string().nullable(),
  trashedAt: z.string().nullable(),
  attachments: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** "application/pdf" for what the reader can show. */
      mediaType: z.string(),
      pageCount: z.number().int().nullable(),
      lastPageIndex: z.number().int(),
      textStatus: z.enum(['queued', 'indexed', 'no-text-layer', 'failed']),
    }),
  ),
  tags: z.array(z.object({ id: z.string(), name: z.string(), color: z.string().nullable() })),
  collections: z.array(z.object({ id: z.string(), name: z.string() })),
  counts: z.object({
    annotations: z.number().int(),
    notes: z.number().int(),
    appraisalAnswers: z.number().int(),
    usedIn: z.number().int(),
  }),
});
export type ItemDetail = z.infer<typeof itemDetail>;

/** A place in the thread that rests on the paper or on one of its annotations. */
export const usedInEntry = z.object({
  linkId: z.string(),
  fromKind: z.string(),
  fromId: z.string(),
  /** The words that were linked, when it is an annotation. */
  quote: z.string(),
  relation: z.string(),
  toKind: z.string(),
  toId: z.string(),
  /** Title of what it is used in (inquiry, report), empty when it has none. */
  title: z.string(),
  /** Id of the inquiry, report or paper to open for it. */
  ownerKind: z.enum(['project', 'report', 'item', 'unknown']),
  ownerId: z.string().nullable(),
});
export type UsedInEntry = z.infer<typeof usedInEntry>;

const itemIds = z.array(z.uuid()).min(1).max(50_000);
const ordered = { view: itemView, sort: itemSort };
const keyPattern = z.string().min(1).max(200);
const changed = z.object({ changed: z.number().int() });

/** What goes for good with what is in the trash, and the work that loses its ground. */
export const lostForGood = z.object({
  items: z.number().int(),
  annotations: z.number().int(),
  notes: z.number().int(),
  appraisals: z.number().int(),
  /** Deleted by themselves, on papers that stay. */
  looseNotes: z.number().int(),
  looseDocuments: z.number().int(),
  /** Highlights on these documents. */
  looseAnnotations: z.number().int(),
  orphaned: z.array(
    z.object({
      itemId: z.string(),
      itemTitle: z.string(),
      ownerKind: z.enum(['project', 'report', 'item', 'unknown']),
      title: z.string(),
      links: z.number().int(),
    }),
  ),
});

/** The papers: list, one paper, edits, trash. */
export const libraryContract = {
  'library.list': {
    input: z.object({
      ...ordered,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(itemRow) }),
  },
  /** Ids in the order of the list, for ranges and "select all". */
  'library.ids': {
    input: z.object({
      ...ordered,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(50_000).default(50_000),
    }),
    output: z.object({ ids: z.array(z.string()) }),
  },
  /** Where a paper stands in a list; null when it is not in it. */
  'library.position': {
    input: z.object({ ...ordered, itemId: z.uuid() }),
    output: z.object({ index: z.number().int().nullable() }),
  },
  'library.counts': {
    input: z.object({}),
    output: z.object({
      all: z.number().int(),
      recent: z.number().int(),
      unfiled: z.number().int(),
      trash: z.number().int(),
    }),
  },
  'library.get': { input: z.object({ itemId: z.uuid() }), output: itemDetail },
  'library.usedIn': { input: z.object({ itemId: z.uuid() }), output: z.array(usedInEntry) },
  /** A record written by hand. */
  'library.create': {
    input: z.object({ csl: cslItemSchema, collectionId: z.uuid().optional() }),
    output: z.object({ itemId: z.string() }),
  },
  /** Changes fields of the record: a value replaces, null removes. Each field becomes the user's own. */
  'library.update': {
    input: z.object({
      itemId: z.uuid(),
      fields: z.record(z.string().min(1).max(60), z.unknown()).default({}),
      design: z.string().max(60).nullable().optional(),
      education: educationPatchSchema.optional(),
    }),
    output: itemDetail,
  },
  'library.setStatus': { input: z.object({ itemIds, readStatus }), output: changed },
  'library.setRelevance': {
    input: z.object({ itemIds, relevance: z.number().int().min(1).max(5).nullable() }),
    output: changed,
  },
  /** The same changes on many papers, one step of the history. */
  'library.batch': {
    input: z.object({ itemIds, operations: z.array(batchOperation).min(1).max(20) }),
    output: changed,
  },
  /** What changes of fields would do to the records, with some examples. */
  'library.previewBatch': {
    input: z.object({ itemIds, operations: z.array(batchOperation).min(1).max(20) }),
    output: changed.extend({
      samples: z.array(
        z.object({
          itemId: z.string(),
          title: z.string(),
          changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
        }),
      ),
    }),
  },
  /** Papers that the person said belong to this one. */
  'library.related': {
    input: z.object({ itemId: z.uuid() }),
    output: z.array(
      z.object({
        linkId: z.string(),
        itemId: z.string(),
        title: z.string(),
        authors: z.string(),
        year: z.number().int().nullable(),
      }),
    ),
  },
  'library.relate': {
    input: z.object({ itemId: z.uuid(), otherIds: itemIds }),
    output: z.object({ added: z.number().int() }),
  },
  'library.unrelate': {
    input: z.object({ itemId: z.uuid(), otherId: z.uuid() }),
    output: z.object({ removed: z.literal(true) }),
  },
  /** Keys that a pattern would make for the newest papers, and how many papers have none. */
  'library.previewKeys': {
    input: z.object({ pattern: keyPattern }),
    output: z.object({
      examples: z.array(z.object({ title: z.string(), key: z.string() })),
      without: z.number().int(),
      unpinned: z.number().int(),
    }),
  },
  /** Makes keys by the pattern of the settings; without ids for the whole library. A pinned key stays. */
  'library.makeKeys': {
    input: z.object({ itemIds: itemIds.optional(), replace: z.boolean().default(false) }),
    output: changed,
  },
  /** A key written by hand; empty takes it away. One that was given out changes only when the person was asked. */
  'library.setKey': {
    input: z.object({
      itemId: z.uuid(),
      key: z.string().max(200),
      evenIfFixed: z.boolean().default(false),
    }),
    output: z.object({ key: z.string().nullable() }),
  },
  /** Reports that cite the paper. */
  'library.keyUses': {
    input: z.object({ itemId: z.uuid() }),
    output: z.object({ reports: z.array(z.object({ id: z.string(), title: z.string() })) }),
  },
  /** Keys to be copied, in the order of the ids: missing ones are made, all are fixed. */
  'library.giveKeys': {
    input: z.object({ itemIds }),
    output: z.object({ keys: z.array(z.string()), made: z.number().int() }),
  },
  /** Fixes keys that were given out (no step of the history). */
  'library.pinKeys': { input: z.object({ itemIds }), output: z.object({ pinned: z.number().int() }) },
  /** Says that fields a machine found are right; all of them when none is named. */
  'library.approve': {
    input: z.object({ itemId: z.uuid(), fields: z.array(z.string().max(60)).optional() }),
    output: itemDetail,
  },
  /** Remembers that the paper was opened (no step of the history). */
  'library.markOpened': { input: z.object({ itemId: z.uuid() }), output: z.object({ openedAt: z.string() }) },
  'library.trash': { input: z.object({ itemIds }), output: changed },
  'library.restore': { input: z.object({ itemIds }), output: changed },
  /** What would go with the papers in the trash, and what rests on them. */
  'library.previewEmptyTrash': {
    input: z.object({}),
    output: lostForGood,
  },
  /** Where the person left off: papers being read and small wins of the journals. */
  'library.desk': {
    input: z.object({}),
    output: z.object({
      reading: z.array(
        z.object({
          itemId: z.string(),
          attachmentId: z.string(),
          title: z.string(),
          authors: z.string(),
          year: z.number().int().nullable(),
          lastPageIndex: z.number().int(),
          pageCount: z.number().int().nullable(),
          openedAt: z.string().nullable(),
          isSample: z.boolean(),
        }),
      ),
      smallWins: z.array(
        z.object({
          id: z.string(),
          projectId: z.string(),
          projectTitle: z.string(),
          date: z.string(),
          text: z.string(),
        }),
      ),
    }),
  },
  'library.emptyTrash': { input: z.object({}), output: z.object({ removed: z.number().int() }) },
} satisfies Area<typeof libraryChannels>;
