import { z } from 'zod';
import type { Area } from '../endpoint';
import type { collectionsChannels } from '../channels/collections';

export const collection = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  position: z.number().int(),
  /** Papers in it and below it, each once. */
  count: z.number().int(),
});
export type Collection = z.infer<typeof collection>;

const name = z.string().trim().min(1).max(200);
const collectionId = z.uuid();
const itemIds = z.array(z.uuid()).min(1).max(50_000);

/** Folders for papers; a paper may be in several. */
export const collectionsContract = {
  'collections.list': { input: z.object({}), output: z.array(collection) },
  'collections.create': {
    input: z.object({ name, parentId: z.uuid().nullable().default(null) }),
    output: z.object({ collectionId: z.string() }),
  },
  'collections.rename': { input: z.object({ collectionId, name }), output: z.object({ name: z.string() }) },
  /** Under another parent (null: on top) and before a sibling (null: last). */
  'collections.move': {
    input: z.object({
      collectionId,
      parentId: z.uuid().nullable(),
      beforeId: z.uuid().nullable().default(null),
    }),
    output: z.object({ moved: z.boolean() }),
  },
  /** Deletes it and those below it; the papers stay. */
  'collections.remove': {
    input: z.object({ collectionId }),
    output: z.object({ removed: z.number().int() }),
  },
  'collections.addItems': {
    input: z.object({ collectionId, itemIds }),
    output: z.object({ added: z.number().int() }),
  },
  'collections.removeItems': {
    input: z.object({ collectionId, itemIds }),
    output: z.object({ removed: z.number().int() }),
  },
} satisfies Area<typeof collectionsChannels>;
