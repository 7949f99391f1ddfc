import { readItem } from '@db/repositories/item';
import { readLostLinks } from '@db/repositories/item-links';
import {
  countDoomed,
  doomedAnnotations,
  everythingInTrash,
  inTrash,
  NOTHING_DOOMED,
  removeForGood,
  trashedRows,
  type Doomed,
  type TrashKind,
} from '@db/repositories/item-trash';
import { htmlText } from '@db/search/record-text';
import type { CallOutput } from '@shared/ipc/contract';
import { ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { toUse } from './library';

type Lost = CallOutput<'library.previewEmptyTrash'>;
const EXCERPT = 200;

/** What was deleted: seen, put back, or deleted for good. */
export class TrashService {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock'>) {
    this.#core = core;
  }

  /** Deleted notes or documents, the last deleted first. Those of papers in the trash lie there with them. */
  list(kind: 'note' | 'document', offset: number, limit: number): CallOutput<'trash.list'> {
    const rows = trashedRows(this.#core.db, kind);
    return {
      total: rows.length,
      rows: rows.slice(offset, offset + limit).map((row) => ({
        id: row.id,
        text: (row.format === 'html' ? htmlText(row.text) : row.text).trim().slice(0, EXCERPT),
        itemTitle: row.item_title,
        trashedAt: row.trashed_at,
      })),
    };
  }

  /** Takes notes or documents out of the trash. @returns how many; unknown ones and those that are not there are left out */
  restore(kind: 'note' | 'document', ids: readonly string[]): Result<{ changed: number }> {
    const { db, commands } = this.#core;
    const found = inTrash(db, kind, ids);
    if (found.length > 0)
      commands.run(
        kind === 'note' ? 'library.restoreNotes' : 'library.restoreDocuments',
        (change) => {
          for (const id of found)
            change.update(kind === 'note' ? 'note' : 'attachment', id, { trashed_at: null });
        },
        { params: { count: found.length } },
      );
    return ok({ changed: found.length });
  }

  /** What deleting these for good would take along, and the work that would lose its ground. */
  preview(kind: TrashKind, ids: readonly string[]): Lost {
    return this.#lost(this.#chosen(kind, ids));
  }

  /** The same for all that is in the trash. */
  previewAll(): Lost {
    return this.#lost(everythingInTrash(this.#core.db));
  }

  /** Deletes papers, notes or documents for good; only what is in the trash. */
  remove(kind: TrashKind, ids: readonly string[]): Result<{ removed: number }> {
    return this.#remove('library.deleteForGood', this.#chosen(kind, ids));
  }

  /** Deletes everything in the trash for good. */
  empty(): Result<{ removed: number }> {
    return this.#remove('library.emptyTrash', everythingInTrash(this.#core.db));
  }

  #remove(name: string, doomed: Doomed): Result<{ removed: number }> {
    const { db, commands } = this.#core;
    const count = doomed.items.length + doomed.notes.length + doomed.documents.length;
    return ok({
      removed: commands.run(name, (change) => removeForGood(db, change, doomed), { params: { count } }),
    });
  }

  #chosen(kind: TrashKind, ids: readonly string[]): Doomed {
    const found = inTrash(this.#core.db, kind, ids);
    if (kind === 'item') return { ...NOTHING_DOOMED, items: found };
    return kind === 'note' ? { ...NOTHING_DOOMED, notes: found } : { ...NOTHING_DOOMED, documents: found };
  }

  #lost(doomed: Doomed): Lost {
    const { db } = this.#core;
    const orphaned = new Map<string, Lost['orphaned'][number]>();
    for (const link of readLostLinks(db, doomed.items, doomedAnnotations(db, doomed))) {
      const { ownerKind, ownerId, title } = toUse(link);
      const key = `${link.item_id} ${ownerKind} ${ownerId ?? ''}`;
      const known = orphaned.get(key);
      if (known) known.links += 1;
      else
        orphaned.set(key, {
          itemId: link.item_id,
          itemTitle: readItem(db, link.item_id)?.title ?? '',
          ownerKind,
          title,
          links: 1,
        });
    }
    return { ...countDoomed(db, doomed), orphaned: [...orphaned.values()] };
  }
}
