import { readItemStates } from '@db/repositories/item';
import { readRelated } from '@db/repositories/item-edit';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

/** Papers that belong together, said by the person; one link row stands for both directions. */
export class RelatedItems {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>) {
    this.#core = core;
  }

  list(itemId: string): CallOutput<'library.related'> {
    return readRelated(this.#core.db, itemId).map((row) => ({
      linkId: row.link_id,
      itemId: row.item_id,
      title: row.title,
      authors: row.authors,
      year: row.year,
    }));
  }

  /** @returns how many papers are new among the related ones, or `library.item-missing` */
  relate(itemId: string, otherIds: readonly string[]): Result<{ added: number }> {
    const { db, commands, clock, ids } = this.#core;
    const states = readItemStates(db, [itemId, ...otherIds]);
    const item = states.find(({ id }) => id === itemId);
    if (!item) return fail('library.item-missing');
    const present = new Set(readRelated(db, itemId).map((row) => row.item_id));
    const missing = states.filter(({ id }) => id !== itemId && !present.has(id));
    if (missing.length > 0)
      commands.run(
        'library.relate',
        (change) => {
          for (const other of missing)
            change.insert('link', {
              id: ids.next(),
              from_kind: 'item',
              from_id: itemId,
              relation: 'related',
              to_kind: 'item',
              to_id: other.id,
              payload: '{}',
              created_at: clock.now(),
            });
        },
        { params: { title: item.title } },
      );
    return ok({ added: missing.length });
  }

  /** @returns `library.not-related` when the two have no such link (any more) */
  unrelate(itemId: string, otherId: string): Result<{ removed: true }> {
    const { db, commands } = this.#core;
    const link = readRelated(db, itemId).find((row) => row.item_id === otherId);
    if (!link) return fail('library.not-related');
    commands.run(
      'library.unrelate',
      (change) => {
        change.remove('link', link.link_id);
      },
      { params: { title: link.title } },
    );
    return ok({ removed: true });
  }
}
