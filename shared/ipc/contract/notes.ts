import { z } from 'zod';
import type { Area } from '../endpoint';
import type { notesChannels } from '../channels/notes';

export const noteFormat = z.enum(['text', 'html']);
export type NoteFormat = z.infer<typeof noteFormat>;

export const note = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  body: z.string(),
  /** `html` is rich text of a few known tags. */
  format: noteFormat,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Note = z.infer<typeof note>;

const body = z.string().max(200_000);

/** Free notes on a paper (or on none). */
export const notesContract = {
  'notes.list': { input: z.object({ itemId: z.uuid().nullable() }), output: z.array(note) },
  /** Every note, with the title of its paper (empty for those on none). */
  'notes.all': { input: z.object({}), output: z.array(note.extend({ itemTitle: z.string() })) },
  'notes.create': {
    input: z.object({
      itemId: z.uuid().nullable(),
      body: body.default(''),
      format: noteFormat.default('text'),
    }),
    output: note,
  },
  'notes.update': {
    input: z.object({ noteId: z.uuid(), body, format: noteFormat.optional() }),
    output: note,
  },
  'notes.trash': { input: z.object({ noteId: z.uuid() }), output: z.object({ trashed: z.literal(true) }) },
} satisfies Area<typeof notesChannels>;
