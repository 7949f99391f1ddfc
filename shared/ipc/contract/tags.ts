import { z } from 'zod';
import { itemView } from '@shared/domain/library/item-view';
import type { Area } from '../endpoint';
import type { tagsChannels } from '../channels/tags';

const color = z.string().regex(/^#[0-9a-f]{6}$/);
export const tag = z.object({
  id: z.string(),
  name: z.string(),
  color: color.nullable(),
  /** Key 1-9 that puts it on or takes it off. */
  shortcut: z.number().int().min(1).max(9).nullable(),
  count: z.number().int(),
});
export type Tag = z.infer<typeof tag>;

const name = z.string().trim().min(1).max(100);
const itemIds = z.array(z.uuid()).min(1).max(50_000);

/** Labels with an optional colour. */
export const tagsContract = {
  'tags.list': { input: z.object({}), output: z.array(tag) },
  /** How many papers of a list carry each tag; tags that none carries are left out. */
  'tags.counts': {
    input: z.object({ view: itemView }),
    output: z.array(z.object({ tagId: z.string(), count: z.number().int() })),
  },
  'tags.create': {
    input: z.object({ name, color: color.nullable().default(null) }),
    output: z.object({ tagId: z.string() }),
  },
  'tags.update': {
    input: z.object({
      tagId: z.uuid(),
      name: name.optional(),
      color: color.nullable().optional(),
      shortcut: z.number().int().min(1).max(9).nullable().optional(),
    }),
    output: tag,
  },
  'tags.remove': { input: z.object({ tagId: z.uuid() }), output: z.object({ removed: z.literal(true) }) },
  /** Tags become one: papers of each get the one that stays. */
  'tags.merge': {
    input: z.object({ tagIds: z.array(z.uuid()).min(1).max(1000), intoId: z.uuid() }),
    output: z.object({ changed: z.number().int() }),
  },
  /** Deletes tags that no paper carries (outside the trash or in it). */
  'tags.removeUnused': { input: z.object({}), output: z.object({ removed: z.number().int() }) },
  /** Puts a tag on papers; by name a missing tag is made. */
  'tags.apply': {
    input: z.object({ itemIds, tag: z.union([z.object({ tagId: z.uuid() }), z.object({ name })]) }),
    output: z.object({ tagId: z.string(), changed: z.number().int() }),
  },
  'tags.unapply': {
    input: z.object({ itemIds, tagId: z.uuid() }),
    output: z.object({ changed: z.number().int() }),
  },
} satisfies Area<typeof tagsChannels>;
