import { z } from 'zod';
import { PROPOSED_FIELDS } from '@shared/domain/online/proposals';
import { onlineSearchQuery } from '@shared/domain/online/search-query';
import { onlineService, retractionSchema } from '@shared/domain/online/services';
import { onlineRecordSchema } from '@shared/formats/online/record';
import { openCopySchema } from '@shared/formats/online/unpaywall';
import type { onlineChannels } from '../channels/online';
import type { Area } from '../endpoint';

const count = z.number().int().min(0);
const failure = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  cause: z.string().optional(),
});
const proposedField = z.enum(PROPOSED_FIELDS);
/** Names a request, so that it can be cancelled. */
const requestId = z.uuid();
const jobStarted = z.object({ jobId: z.string(), total: count });

export const proposal = z.object({
  field: proposedField,
  current: z.string(),
  proposed: z.string(),
  source: onlineService,
  agreeing: z.array(onlineService),
});
export type ShownProposal = z.infer<typeof proposal>;

export const onlineHit = onlineRecordSchema.extend({
  /** The same work in the library. */
  itemId: z.string().nullable(),
});
export type OnlineHit = z.infer<typeof onlineHit>;

/** Services that can be searched. */
export const searchedService = z.enum(['eric', 'openalex']);

/** Online services, all behind the switch. */
export const onlineContract = {
  'online.status': {
    input: z.object({}),
    output: z.object({
      hasKey: z.boolean(),
      cache: z.object({ count, bytes: count }),
      /** Records made offline from a number that wait to be completed. */
      waiting: count,
      /** Records with a DOI: those a check for withdrawals can look at. */
      withDoi: count,
    }),
  },
  /** Keeps the key of OpenAlex, encrypted by the system; empty removes it. */
  'online.setKey': {
    input: z.object({ key: z.string().trim().max(200) }),
    output: z.object({ hasKey: z.boolean() }),
  },
  'online.clearCache': { input: z.object({}), output: z.object({ removed: count }) },
  'online.cancel': { input: z.object({ requestId }), output: z.object({ cancelled: z.boolean() }) },
  /** Asks the services about a record; nothing is written. */
  'online.propose': {
    input: z.object({ itemId: z.uuid(), requestId }),
    output: z.object({
      proposals: z.array(proposal),
      asked: z.array(
        z.object({
          service: onlineService,
          state: z.enum(['found', 'not-found', 'off', 'failed']),
          failure: failure.nullable(),
        }),
      ),
    }),
  },
  /** Writes what was approved of the last proposals, as one step. */
  'online.apply': {
    input: z.object({ itemId: z.uuid(), fields: z.array(proposedField).min(1) }),
    output: z.object({ applied: count }),
  },
  'online.openCopy': { input: z.object({ itemId: z.uuid(), requestId }), output: openCopySchema },
  'online.search': {
    input: z.object({
      service: searchedService,
      query: onlineSearchQuery,
      next: z.string().max(40).regex(/^\d+$/).nullable().default(null),
      requestId,
    }),
    output: z.object({
      total: count,
      hits: z.array(onlineHit),
      unreadable: count,
      next: z.string().nullable(),
    }),
  },
  /** Adds picked results as one import; what the library has already is left out. */
  'online.import': {
    input: z.object({
      service: searchedService,
      query: onlineSearchQuery,
      records: z.array(onlineRecordSchema).min(1).max(500),
      collectionId: z.uuid().nullable().default(null),
    }),
    output: z.object({
      imported: count,
      known: count,
      /** For each picked result the record it is now. */
      itemIds: z.array(z.string()),
    }),
  },
  /** Starts a job; every record with a DOI when no ids are given. */
  'online.checkRetractions': {
    input: z.object({ itemIds: z.array(z.uuid()).min(1).max(50_000).nullable().default(null) }),
    output: jobStarted,
  },
  /** Starts a job that completes the records made offline from a number. */
  'online.completeWaiting': { input: z.object({}), output: jobStarted },
  /** What is known of a withdrawal of the work. */
  'online.retraction': {
    input: z.object({ itemId: z.uuid() }),
    output: z.object({
      retraction: retractionSchema.nullable(),
      hasDoi: z.boolean(),
      isWaiting: z.boolean(),
    }),
  },
} satisfies Area<typeof onlineChannels>;
