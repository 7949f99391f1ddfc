import { z } from 'zod';
import { duplicateRulesSchema } from '@shared/domain/bibliography/duplicate-rules';
import { MERGE_KINDS, mergePolicySchema } from '@shared/domain/bibliography/merge-policy';
import type { Area } from '../endpoint';
import type { duplicatesChannels } from '../channels/duplicates';

const reason = z.enum(['doi', 'isbn', 'eric', 'pmid', 'title', 'similar-title', 'record', 'version']);
export type MatchReason = z.infer<typeof reason>;

/** A record of a group, with what hangs on it. */
const duplicateRecord = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  authors: z.string(),
  year: z.number().int().nullable(),
  containerTitle: z.string(),
  citationKey: z.string().nullable(),
  keyIsPinned: z.boolean(),
  addedAt: z.string(),
  /** The file it was imported from, null when written by hand. */
  source: z.string().nullable(),
  attachments: z.number().int(),
  notes: z.number().int(),
  annotations: z.number().int(),
  appraisals: z.number().int(),
});
export type DuplicateRecord = z.infer<typeof duplicateRecord>;

const duplicateGroup = z.object({
  kind: z.enum(['same', 'version']),
  reasons: z.array(reason),
  /** Proposed to stay; of versions, the published form. */
  keeperId: z.string(),
  records: z.array(duplicateRecord).min(2),
});
export type DuplicateGroupView = z.infer<typeof duplicateGroup>;

const kind = z.enum(['all', 'same', 'version']);
const itemIds = z.array(z.uuid()).min(2).max(50);

/** What a group comes down to: records of one work that can be merged without a look. */
const sureReasons = z.array(reason);

/** Papers that are there twice. */
export const duplicatesContract = {
  'duplicates.summary': {
    input: z.object({}),
    output: z.object({
      groups: z.number().int(),
      versions: z.number().int(),
      /** Groups whose match is sure enough for a merge without a look. */
      sure: z.number().int(),
      /** Records looked at, milliseconds it took, and the longest stretch in which nothing else could run. */
      records: z.number().int(),
      took: z.number(),
      longestBlock: z.number(),
    }),
  },
  'duplicates.list': {
    input: z.object({
      kind: kind.default('all'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ total: z.number().int(), groups: z.array(duplicateGroup) }),
  },
  /** Records side by side: fields that any of them has, with the words of each. */
  'duplicates.compare': {
    input: z.object({ itemIds }),
    output: z.object({
      keeperId: z.string(),
      records: z.array(duplicateRecord),
      fields: z.array(
        z.object({
          name: z.string(),
          /** In the order of the records; empty when a record has none. */
          texts: z.array(z.string()),
          differs: z.boolean(),
        }),
      ),
    }),
  },
  /** Merges records into the keeper; they go to the trash with a link to it. */
  'duplicates.merge': {
    input: z.object({
      keeperId: z.uuid(),
      itemIds,
      /** Field -> record whose value it gets; the keeper's, or the first there is, when not named. */
      choices: z.record(z.string().max(60), z.uuid()).default({}),
      /** How an answer of another appraisal is written into the note of the kept one, by answer. */
      answerWords: z.record(z.string().max(40), z.string().max(200)).default({}),
    }),
    output: z.object({ itemId: z.string(), moved: z.number().int() }),
  },
  /** A page of the groups that match surely, with the fields that differ, and how many differ over all groups. */
  'duplicates.previewMany': {
    input: z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    output: z.object({
      total: z.number().int(),
      differing: z.record(z.enum(MERGE_KINDS), z.number().int()),
      groups: z.array(
        z.object({
          itemIds: z.array(z.string()),
          title: z.string(),
          authors: z.string(),
          year: z.number().int().nullable(),
          differing: z.array(z.string()),
        }),
      ),
    }),
  },
  /** Merges many groups with the proposed choices as one step: those named, or all that match surely. */
  'duplicates.mergeMany': {
    input: z.object({
      groups: z.array(itemIds).max(20_000).optional(),
      /** Records whose groups stay as they are. */
      leaveOut: z.array(z.uuid()).max(20_000).default([]),
      /** Whose value counts where records of a group differ; the kept record's when not said. */
      policy: mergePolicySchema.default(mergePolicySchema.parse({})),
      answerWords: z.record(z.string().max(40), z.string().max(200)).default({}),
    }),
    output: z.object({
      groups: z.number().int(),
      moved: z.number().int(),
      /** Groups that could not be merged, with the reason. */
      refused: z.array(z.object({ title: z.string(), code: z.string() })),
    }),
  },
  /** Keeps versions of one work apart and links them as related. */
  'duplicates.relate': { input: z.object({ itemIds }), output: z.object({ related: z.number().int() }) },
  /** Remembers that records are no duplicates of each other. */
  'duplicates.dismiss': { input: z.object({ itemIds }), output: z.object({ pairs: z.number().int() }) },
  'duplicates.dismissed': {
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        records: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            authors: z.string(),
            year: z.number().int().nullable(),
          }),
        ),
      }),
    ),
  },
  'duplicates.revoke': {
    input: z.object({ pairIds: z.array(z.string()).min(1).max(20_000) }),
    output: z.object({ pairs: z.number().int() }),
  },
  'duplicates.rules': {
    input: z.object({}),
    output: z.object({ rules: duplicateRulesSchema, defaults: duplicateRulesSchema, sureReasons }),
  },
  'duplicates.setRules': {
    input: z.object({ rules: duplicateRulesSchema }),
    output: z.object({ rules: duplicateRulesSchema }),
  },
  /** What the panel of one paper says. */
  'duplicates.ofItem': {
    input: z.object({ itemId: z.uuid() }),
    output: z.object({
      groups: z.array(z.object({ kind: z.enum(['same', 'version']), itemIds: z.array(z.string()) })),
      /** The record this one was merged into. */
      mergedInto: z.object({ id: z.string(), title: z.string() }).nullable(),
      /** Records that were merged into this one and lie in the trash. */
      mergedFrom: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  },
} satisfies Area<typeof duplicatesChannels>;
