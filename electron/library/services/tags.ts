import { readItemStates } from '@db/repositories/item';
import { countTagsIn } from '@db/repositories/item-list';
import {
  findTagByName,
  findTagByShortcut,
  readTag,
  readTags,
  readTagUses,
  readUnusedTags,
  type TagWithCount,
} from '@db/repositories/tag';
import type { TagTable } from '@db/schema';
import type { ItemView } from '@shared/domain/library/item-view';
import type { Tag } from '@shared/ipc/contract/tags';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

/** Labels of papers. */
export class TagsService {
  readonly #core: Pick<Core, 'db' | 'commands' | 'ids' | 'clock'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'ids' | 'clock'>) {
    this.#core = core;
  }

  list(): Tag[] {
    return readTags(this.#core.db).map(toTag);
  }

  /** How many papers of a list carry each tag that one of them carries. */
  counts(view: ItemView): { tagId: string; count: number }[] {
    return [...countTagsIn(this.#core.db, view, () => this.#core.clock.now())];
  }

  /** @returns the new tag, or `tags.name-taken` */
  create(name: string, color: string | null): Result<{ tagId: string }> {
    const { db, commands, ids } = this.#core;
    if (findTagByName(db, name)) return fail('tags.name-taken', { name });
    const tagId = ids.next();
    commands.run(
      'tags.create',
      (change) => {
        change.insert('tag', { id: tagId, name, color, shortcut: null });
      },
      { params: { name } },
    );
    return ok({ tagId });
  }

  /** A shortcut that another tag has moves to this one. @returns `tags.missing` or `tags.name-taken` */
  update(
    tagId: string,
    changes: {
      readonly name?: string | undefined;
      readonly color?: string | null | undefined;
      readonly shortcut?: number | null | undefined;
    },
  ): Result<Tag> {
    const { db, commands } = this.#core;
    const row = readTag(db, tagId);
    if (!row) return fail('tags.missing');
    const { name, color, shortcut } = changes;
    const namesake = name === undefined ? undefined : findTagByName(db, name);
    if (namesake && namesake.id !== tagId) return fail('tags.name-taken', { name: namesake.name });
    const holder = typeof shortcut === 'number' ? findTagByShortcut(db, shortcut) : undefined;
    const patch: Partial<TagTable> = {
      ...(name === undefined ? {} : { name }),
      ...(color === undefined ? {} : { color }),
      ...(shortcut === undefined ? {} : { shortcut }),
    };
    commands.run(
      'tags.update',
      (change) => {
        if (holder && holder.id !== tagId) change.update('tag', holder.id, { shortcut: null });
        change.update('tag', tagId, patch);
      },
      { params: { name: row.name } },
    );
    const updated = readTag(db, tagId);
    return updated ? ok(toTag(updated)) : fail('tags.missing');
  }

  /** Deletes a tag and takes it off every paper. */
  remove(tagId: string): Result<{ removed: true }> {
    const { db, commands } = this.#core;
    const row = readTag(db, tagId);
    if (!row) return fail('tags.missing');
    commands.run(
      'tags.remove',
      (change) => {
        for (const id of readTagUses(db, tagId).values()) change.remove('item_tag', id);
        change.remove('tag', tagId);
      },
      { params: { name: row.name } },
    );
    return ok({ removed: true });
  }

  /**
   * Makes one tag of several; colour and key of the one that stays do not change.
   * @returns how many papers got the tag that stays, or `tags.missing`
   */
  merge(tagIds: readonly string[], intoId: string): Result<{ changed: number }> {
    const { db, commands, ids } = this.#core;
    const into = readTag(db, intoId);
    const others = [...new Set(tagIds)].filter((id) => id !== intoId);
    if (!into || others.some((id) => !readTag(db, id))) return fail('tags.missing');
    if (others.length === 0) return ok({ changed: 0 });
    const tagged = new Set(readTagUses(db, intoId).keys());
    let changed = 0;
    commands.run(
      'tags.merge',
      (change) => {
        for (const tagId of others) {
          for (const [itemId, useId] of readTagUses(db, tagId)) {
            change.remove('item_tag', useId);
            if (tagged.has(itemId)) continue;
            tagged.add(itemId);
            changed += 1;
            change.insert('item_tag', { id: ids.next(), item_id: itemId, tag_id: intoId });
          }
          change.remove('tag', tagId);
        }
      },
      { params: { name: into.name, count: others.length } },
    );
    return ok({ changed });
  }

  /** Deletes the tags that nothing carries. @returns how many */
  removeUnused(): Result<{ removed: number }> {
    const { db, commands } = this.#core;
    const unused = readUnusedTags(db);
    if (unused.length > 0)
      commands.run(
        'tags.removeUnused',
        (change) => {
          for (const id of unused) change.remove('tag', id);
        },
        { params: { count: unused.length } },
      );
    return ok({ removed: unused.length });
  }

  /** Puts a tag on papers; a name that is new makes the tag in the same step. */
  apply(
    itemIds: readonly string[],
    tag: { readonly tagId: string } | { readonly name: string },
  ): Result<{ tagId: string; changed: number }> {
    const { db, commands, ids } = this.#core;
    const known = 'tagId' in tag ? readTag(db, tag.tagId) : findTagByName(db, tag.name);
    if (!known && 'tagId' in tag) return fail('tags.missing');
    const name = known?.name ?? ('name' in tag ? tag.name : '');
    const tagId = known?.id ?? ids.next();
    const present = known ? readTagUses(db, tagId, itemIds) : new Map<string, string>();
    const missing = readItemStates(db, itemIds).filter((item) => !present.has(item.id));
    if (missing.length > 0)
      commands.run(
        'tags.apply',
        (change) => {
          if (!known) change.insert('tag', { id: tagId, name, color: null, shortcut: null });
          for (const item of missing)
            change.insert('item_tag', { id: ids.next(), item_id: item.id, tag_id: tagId });
        },
        { params: { name, count: missing.length } },
      );
    return ok({ tagId, changed: missing.length });
  }

  unapply(itemIds: readonly string[], tagId: string): Result<{ changed: number }> {
    const { db, commands } = this.#core;
    const row = readTag(db, tagId);
    if (!row) return fail('tags.missing');
    const present = readTagUses(db, tagId, itemIds);
    if (present.size > 0)
      commands.run(
        'tags.unapply',
        (change) => {
          for (const id of present.values()) change.remove('item_tag', id);
        },
        { params: { name: row.name, count: present.size } },
      );
    return ok({ changed: present.size });
  }
}

function toTag({ id, name, color, shortcut, count }: TagWithCount): Tag {
  return { id, name, color, shortcut, count };
}
