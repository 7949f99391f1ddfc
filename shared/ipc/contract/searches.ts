import { z } from 'zod';
import { searchCondition } from '@shared/domain/search/condition';
import type { Area } from '../endpoint';
import type { searchesChannels } from '../channels/searches';

const searchId = z.uuid();
const name = z.string().trim().min(1).max(200);

export const savedSearch = z.object({
  id: z.string(),
  name: z.string(),
  condition: searchCondition,
  position: z.number().int(),
});
export type SavedSearch = z.infer<typeof savedSearch>;

/** Saved searches: conditions under a name, whose papers are found anew each time. */
export const searchesContract = {
  'searches.list': { input: z.object({}), output: z.array(savedSearch) },
  /** How many papers each finds now. */
  'searches.counts': { input: z.object({}), output: z.record(z.string(), z.number().int()) },
  /** How many papers a condition would find; null when it does not say anything yet. */
  'searches.preview': {
    input: z.object({ condition: searchCondition }),
    output: z.object({ total: z.number().int().nullable() }),
  },
  /** What was typed into the search box, as a condition. */
  'searches.fromText': {
    input: z.object({ text: z.string().max(1_000) }),
    output: z.object({ condition: searchCondition }),
  },
  'searches.create': {
    input: z.object({ name, condition: searchCondition }),
    output: z.object({ searchId: z.string() }),
  },
  'searches.update': {
    input: z.object({ searchId, name: name.optional(), condition: searchCondition.optional() }),
    output: savedSearch,
  },
  'searches.remove': { input: z.object({ searchId }), output: z.object({ removed: z.literal(true) }) },
  /** Before another one; null: last. */
  'searches.move': {
    input: z.object({ searchId, beforeId: z.uuid().nullable() }),
    output: z.object({ moved: z.boolean() }),
  },
} satisfies Area<typeof searchesChannels>;
