import { z } from 'zod';

/** What main answers to `http-get`; parsed, as it crosses a process boundary. */
export const httpOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reply'),
    reply: z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() }),
  }),
  z.object({
    kind: z.literal('fault'),
    fault: z.enum(['unreachable', 'timed-out', 'too-large', 'cancelled']),
    cause: z.string().default(''),
  }),
]);
