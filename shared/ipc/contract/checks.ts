import { z } from 'zod';
import type { Area } from '../endpoint';
import type { checksChannels } from '../channels/checks';

const severity = z.enum(['error', 'warning', 'hint']);

/** Something odd in a record, and what its one-click fix would write. */
const finding = z.object({
  check: z.string(),
  severity,
  field: z.string(),
  /** The odd words; empty when something is missing. */
  value: z.string(),
  /** Field by field as a person reads it; empty when only a person can mend it. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  isIgnored: z.boolean(),
});
export type CheckFinding = z.infer<typeof finding>;

const retraction = z.object({
  /** "retraction", "correction", "expression of concern" … as the source names it. */
  kind: z.string(),
  date: z.string().nullable(),
  source: z.string().nullable(),
  doi: z.string().nullable(),
});

const checkId = z.string().min(1).max(40);

/** What is odd in the records, and its mending. */
export const checksContract = {
  /** Kinds of oddities with how many records have them; waits until every record was looked at. */
  'checks.summary': {
    input: z.object({}),
    output: z.object({
      records: z.number().int(),
      /** Records with something odd that is not ignored. */
      odd: z.number().int(),
      kinds: z.array(
        z.object({
          check: z.string(),
          severity,
          count: z.number().int(),
          fixable: z.number().int(),
          ignored: z.number().int(),
        }),
      ),
      /** Milliseconds, and the longest stretch in which nothing else could run. */
      took: z.number(),
      longestBlock: z.number(),
    }),
  },
  /** Records with one kind of oddity. */
  'checks.records': {
    input: z.object({
      checkId,
      /** Those where it was ignored instead. */
      ignored: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(
        z.object({
          itemId: z.string(),
          title: z.string(),
          authors: z.string(),
          year: z.number().int().nullable(),
          findings: z.array(finding),
        }),
      ),
    }),
  },
  'checks.ofItem': {
    input: z.object({ itemId: z.uuid() }),
    output: z.object({ findings: z.array(finding), retraction: retraction.nullable() }),
  },
  /** Writes the fix of one kind into one record. */
  'checks.fix': {
    input: z.object({ itemId: z.uuid(), checkId }),
    output: z.object({ changed: z.number().int() }),
  },
  /** Writes the fixes of one kind into every record that has one and where it is not ignored, as one step. */
  'checks.fixAll': {
    input: z.object({ checkId }),
    output: z.object({ changed: z.number().int(), left: z.number().int() }),
  },
  /** Remembers that something is meant to be so in these records, or takes that back. */
  'checks.ignore': {
    input: z.object({ itemIds: z.array(z.uuid()).min(1).max(50_000), checkId, ignored: z.boolean() }),
    output: z.object({ ignored: z.number().int() }),
  },
} satisfies Area<typeof checksChannels>;
