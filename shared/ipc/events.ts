import { z } from 'zod';
import type { eventChannels } from './channels';

/** What the processes push to the page: name -> payload. */
export const events = {
  /** Rows changed; the page refetches what it shows of these tables. */
  'library.changed': z.object({ tables: z.array(z.string()), sequence: z.number().int() }),
  'job.progress': z.object({
    jobId: z.string(),
    kind: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    done: z.number().int(),
    total: z.number().int().nullable(),
  }),
  'history.changed': z.object({ canUndo: z.boolean(), canRedo: z.boolean() }),
  'settings.changed': z.object({ names: z.array(z.string()) }),
  /** A menu item or an "open with" file: the page runs the command of that id. */
  'desktop.command': z.object({ id: z.string(), paths: z.array(z.string()).default([]) }),
  /** The library process started, stopped or came back after a crash. */
  'library.status': z.object({
    state: z.enum(['ready', 'restarting', 'failed']),
    code: z.string().nullable(),
  }),
  /** Text indexing: documents done of total. */
  'search.progress': z.object({ indexed: z.number().int(), total: z.number().int(), paused: z.boolean() }),
} satisfies Record<(typeof eventChannels)[number], z.ZodType>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
