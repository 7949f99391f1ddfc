import {
  countCollectionItems,
  readCollection,
  readCollections,
  readMembershipIds,
  readMemberships,
} from '@db/repositories/collection';
import { readItemStates } from '@db/repositories/item';
import type { Collection } from '@shared/ipc/contract/collections';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

/** Collections: a tree of folders for papers. */
export class CollectionsService {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>) {
    this.#core = core;
  }

  list(): Collection[] {
    const counts = countCollectionItems(this.#core.db);
    return readCollections(this.#core.db).map((row) => ({
      id: row.id,
      parentId: row.parent_id,
      name: row.name,
      position: row.position,
      count: counts.get(row.id) ?? 0,
    }));
  }

  /** @returns `collections.missing` when the parent is gone */
  create(name: string, parentId: string | null): Result<{ collectionId: string }> {
    const { db, commands, clock, ids } = this.#core;
    if (parentId !== null && !readCollection(db, parentId)) return fail('collections.missing');
    const siblings = readCollections(db).filter((row) => row.parent_id === parentId);
    const collectionId = ids.next();
    commands.run(
      'collections.create',
      (change) => {
        change.insert('collection', {
          id: collectionId,
          parent_id: parentId,
          name,
          position: siblings.length,
          created_at: clock.now(),
        });
      },
      { params: { name } },
    );
    return ok({ collectionId });
  }

  rename(collectionId: string, name: string): Result<{ name: string }> {
    const { db, commands } = this.#core;
    const row = readCollection(db, collectionId);
    if (!row) return fail('collections.missing');
    commands.run(
      'collections.rename',
      (change) => {
        change.update('collection', collectionId, { name });
      },
      { params: { name: row.name } },
    );
    return ok({ name });
  }

  /** @returns `collections.missing`, or `collections.into-itself` */
  move(collectionId: string, parentId: string | null, beforeId: string | null): Result<{ moved: boolean }> {
    const { db, commands } = this.#core;
    const rows = readCollections(db);
    const moving = rows.find((row) => row.id === collectionId);
    if (!moving || (parentId !== null && !rows.some((row) => row.id === parentId)))
      return fail('collections.missing');
    for (let id = parentId; id !== null; id = rows.find((row) => row.id === id)?.parent_id ?? null)
      if (id === collectionId) return fail('collections.into-itself', { name: moving.name });
    const siblings = rows.filter((row) => row.parent_id === parentId && row.id !== collectionId);
    const before = siblings.findIndex((row) => row.id === beforeId);
    const order = siblings.map((row) => row.id);
    order.splice(before < 0 ? order.length : before, 0, collectionId);
    commands.run(
      'collections.move',
      (change) => {
        change.update('collection', collectionId, { parent_id: parentId });
        order.forEach((id, position) => {
          change.update('collection', id, { position });
        });
      },
      { params: { name: moving.name } },
    );
    return ok({ moved: true });
  }

  /** Deletes a collection and those below it; the papers stay. */
  remove(collectionId: string): Result<{ removed: number }> {
    const { db, commands } = this.#core;
    const rows = readCollections(db);
    const top = rows.find((row) => row.id === collectionId);
    if (!top) return fail('collections.missing');
    const doomed = [collectionId];
    for (const id of doomed) doomed.push(...rows.filter((row) => row.parent_id === id).map((row) => row.id));
    commands.run(
      'collections.remove',
      (change) => {
        for (const id of readMembershipIds(db, doomed)) change.remove('collection_item', id);
        // Children first: each row still has its parent when it is taken away.
        for (const id of doomed.reverse()) change.remove('collection', id);
      },
      { params: { name: top.name } },
    );
    return ok({ removed: doomed.length });
  }

  addItems(collectionId: string, itemIds: readonly string[]): Result<{ added: number }> {
    const { db, commands, ids } = this.#core;
    const row = readCollection(db, collectionId);
    if (!row) return fail('collections.missing');
    const present = readMemberships(db, collectionId, itemIds);
    const missing = readItemStates(db, itemIds).filter((item) => !present.has(item.id));
    if (missing.length > 0)
      commands.run(
        'collections.addItems',
        (change) => {
          for (const item of missing)
            change.insert('collection_item', {
              id: ids.next(),
              collection_id: collectionId,
              item_id: item.id,
            });
        },
        { params: { name: row.name, count: missing.length } },
      );
    return ok({ added: missing.length });
  }

  removeItems(collectionId: string, itemIds: readonly string[]): Result<{ removed: number }> {
    const { db, commands } = this.#core;
    const row = readCollection(db, collectionId);
    if (!row) return fail('collections.missing');
    const present = readMemberships(db, collectionId, itemIds);
    if (present.size > 0)
      commands.run(
        'collections.removeItems',
        (change) => {
          for (const id of present.values()) change.remove('collection_item', id);
        },
        { params: { name: row.name, count: present.size } },
      );
    return ok({ removed: present.size });
  }
}
