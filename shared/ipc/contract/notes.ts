import { z } from 'zod';
import type { Area } from '../endpoint';
import type { notesChannels } from '../channels/notes';

export const note = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  body: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Note = z.infer<typeof note>;

const body = z.string().max(200_000);

/** Free notes on a paper (or on none). */
export const notesContract = {
  'notes.list': { input: z.object({ itemId: z.uuid().nullable() }), output: z.array(note) },
  'notes.create': { input: z.object({ itemId: z.uuid().nullable(), body: body.default('') }), output: note },
  'notes.update': { input: z.object({ noteId: z.uuid(), body }), output: note },
  'notes.trash': { input: z.object({ noteId: z.uuid() }), output: z.object({ trashed: z.literal(true) }) },
} satisfies Area<typeof notesChannels>;
