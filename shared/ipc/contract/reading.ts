import { z } from 'zod';
import type { Area } from '../endpoint';
import type { readingChannels } from '../channels/reading';

const words = z.string().max(10_000);
const fields = z.object({
  date: z.iso.date(),
  minutes: z.number().int().min(0).max(100_000).nullable().optional(),
  /** Why it was read. */
  purpose: words.optional(),
  /** The idea to keep, in the person's own words. */
  keyIdea: words.optional(),
  /** What stays open. */
  question: words.optional(),
  /** Chapter or section it is read for. */
  usedFor: words.optional(),
});

/** The reading log. */
export const readingContract = {
  /** The latest first; of the whole library without an item. */
  'reading.list': {
    input: z.object({ itemId: z.uuid().optional() }),
    output: z.array(
      z.object({
        id: z.string(),
        itemId: z.string(),
        itemTitle: z.string(),
        itemAuthors: z.string(),
        itemYear: z.number().int().nullable(),
        date: z.string(),
        minutes: z.number().int().nullable(),
        purpose: z.string(),
        keyIdea: z.string(),
        question: z.string(),
        usedFor: z.string(),
      }),
    ),
  },
  'reading.add': {
    input: fields.extend({ itemId: z.uuid() }),
    output: z.object({ entryId: z.string() }),
  },
  'reading.update': {
    input: fields.partial().extend({ entryId: z.uuid() }),
    output: z.object({ entryId: z.string() }),
  },
  'reading.remove': {
    input: z.object({ entryId: z.uuid() }),
    output: z.object({ removed: z.literal(true) }),
  },
  /** Writes the whole log as CSV; the header holds nine names of columns. */
  'reading.export': {
    input: z.object({ path: z.string().min(1).max(4096), header: z.array(z.string().max(100)).length(9) }),
    output: z.object({ written: z.number().int() }),
  },
} satisfies Area<typeof readingChannels>;
