import { run, query } from '@db/query';
import { readItem, readItemStates } from '@db/repositories/item';
import { readCollection } from '@db/repositories/collection';
import type { ItemTable } from '@db/schema';
import { cslItemSchema, type CslItem } from '@shared/domain/bibliography/csl-item';
import { listColumns } from '@shared/domain/bibliography/list-columns';
import { changeEducation, readEducation, type EducationPatch } from '@shared/domain/library/education';
import type { ReadStatus } from '@shared/domain/library/item-view';
import { fieldsToApprove, readProvenance, WRITTEN_BY_PERSON } from '@shared/domain/library/provenance';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

type Needs = Pick<Core, 'db' | 'commands' | 'clock' | 'ids' | 'events'>;

/** Writes of the library place; each is one step of the history. */
export class LibraryEdits {
  readonly #core: Needs;

  constructor(core: Needs) {
    this.#core = core;
  }

  /** Adds a record written by hand. @returns its id, or `collections.missing` */
  create(csl: CslItem, collectionId?: string): Result<{ itemId: string }> {
    const { db, commands, clock, ids } = this.#core;
    if (collectionId !== undefined && !readCollection(db, collectionId)) return fail('collections.missing');
    const itemId = ids.next();
    const at = clock.now();
    const columns = listColumns(csl);
    commands.run(
      'library.create',
      (change) => {
        change.insert('item', {
          id: itemId,
          csl: JSON.stringify(csl),
          ...columns,
          design: null,
          read_status: 'to-read',
          provenance: '{}',
          import_batch_id: null,
          is_sample: 0,
          opened_at: null,
          created_at: at,
          updated_at: at,
          trashed_at: null,
        });
        if (collectionId !== undefined)
          change.insert('collection_item', { id: ids.next(), collection_id: collectionId, item_id: itemId });
      },
      { params: { title: columns.title } },
    );
    return ok({ itemId });
  }

  /**
   * Changes fields of the record; each becomes the person's own. Edits of one field that follow each other are one step.
   * @param changes `fields`: CSL variable -> new value, null removes it; `design`; `education`: what changes in it
   * @returns `library.item-missing`, `library.key-fixed` when a key that was given out would change, or `library.bad-field` when a value does not fit its field
   */
  update(
    itemId: string,
    changes: {
      readonly fields: Readonly<Record<string, unknown>>;
      readonly design?: string | null | undefined;
      readonly education?: EducationPatch | undefined;
    },
  ): Result<{ itemId: string }> {
    const { db, commands, clock } = this.#core;
    const { fields, design, education } = changes;
    const row = readItem(db, itemId);
    if (!row) return fail('library.item-missing');
    const names = Object.keys(fields);
    if (names.includes('citation-key') && row.citation_key_pinned === 1)
      return fail('library.key-fixed', { key: row.citation_key ?? '' });
    const merged: Readonly<Record<string, unknown>> = { ...(JSON.parse(row.csl) as CslItem), ...fields };
    const changed = Object.fromEntries(
      Object.entries(merged).filter(
        ([name, value]) => !(names.includes(name) && (value === null || value === '')),
      ),
    );
    const csl = cslItemSchema.strict().safeParse(changed);
    if (!csl.success) {
      const field = String(csl.error.issues[0]?.path[0] ?? names[0] ?? '');
      return fail('library.bad-field', { field }, csl.error.message);
    }
    const patch: Partial<ItemTable> = {};
    if (names.length > 0) {
      const provenance = { ...readProvenance(row.provenance) };
      for (const name of names) if (provenance[name]) provenance[name] = WRITTEN_BY_PERSON;
      Object.assign(patch, {
        csl: JSON.stringify(csl.data),
        ...listColumns(csl.data),
        provenance: JSON.stringify(provenance),
      } satisfies Partial<ItemTable>);
    }
    if (design !== undefined) patch.design = design;
    if (education !== undefined)
      patch.education = JSON.stringify(changeEducation(readEducation(row.education), education));
    const isSame = Object.entries(patch).every(([column, value]) =>
      Object.entries(row).some(([key, old]) => key === column && old === value),
    );
    if (isSame) return ok({ itemId });
    commands.run(
      'library.update',
      (change) => {
        change.update('item', itemId, { ...patch, updated_at: clock.now() });
      },
      {
        params: { title: row.title },
        coalesceKey: `item:${itemId}:${[...names, ...Object.keys(education ?? {})].join(',')}${design === undefined ? '' : ':design'}`,
      },
    );
    return ok({ itemId });
  }

  /** @returns how many papers changed; unknown ids are left out */
  setStatus(itemIds: readonly string[], status: ReadStatus): Result<{ changed: number }> {
    const rows = readItemStates(this.#core.db, itemIds).filter((row) => row.read_status !== status);
    return this.#changeAll('library.setStatus', rows, () => ({ read_status: status }));
  }

  /** How much papers matter for the person's own work; null takes the judgement back. @returns how many changed */
  setRelevance(itemIds: readonly string[], relevance: number | null): Result<{ changed: number }> {
    const rows = readItemStates(this.#core.db, itemIds).filter((row) => row.relevance !== relevance);
    return this.#changeAll('library.setRelevance', rows, () => ({ relevance }));
  }

  /** Marks fields that a machine found as right. @returns `library.item-missing` */
  approve(itemId: string, fields: readonly string[] | undefined): Result<{ itemId: string }> {
    const { db, commands, clock } = this.#core;
    const row = readItem(db, itemId);
    if (!row) return fail('library.item-missing');
    const provenance = { ...readProvenance(row.provenance) };
    const wanted = fieldsToApprove(provenance).filter((field) => fields?.includes(field) ?? true);
    if (wanted.length === 0) return ok({ itemId });
    for (const field of wanted) {
      const known = provenance[field];
      if (known) provenance[field] = { ...known, approved: true };
    }
    commands.run(
      'library.approve',
      (change) => {
        change.update('item', itemId, { provenance: JSON.stringify(provenance), updated_at: clock.now() });
      },
      { params: { title: row.title } },
    );
    return ok({ itemId });
  }

  /** Remembers when a paper was last opened; no step of the history, as nothing of the work changes. */
  markOpened(itemId: string): Result<{ openedAt: string }> {
    const { db, clock, events } = this.#core;
    const openedAt = clock.now();
    const known = run(db, query.updateTable('item').set({ opened_at: openedAt }).where('id', '=', itemId));
    if (known === 0) return fail('library.item-missing');
    events.emit('library.changed', { tables: ['item'], sequence: 0 });
    return ok({ openedAt });
  }

  /** Puts papers in the trash. */
  trash(itemIds: readonly string[]): Result<{ changed: number }> {
    const at = this.#core.clock.now();
    const rows = readItemStates(this.#core.db, itemIds).filter((row) => row.trashed_at === null);
    return this.#changeAll('library.trash', rows, () => ({ trashed_at: at }));
  }

  /** Takes papers out of the trash. */
  restore(itemIds: readonly string[]): Result<{ changed: number }> {
    const rows = readItemStates(this.#core.db, itemIds).filter((row) => row.trashed_at !== null);
    return this.#changeAll('library.restore', rows, () => ({ trashed_at: null }));
  }

  #changeAll(
    name: string,
    rows: readonly { readonly id: string; readonly title: string }[],
    patch: () => Partial<ItemTable>,
  ): Result<{ changed: number }> {
    const { commands, clock } = this.#core;
    const at = clock.now();
    if (rows.length > 0)
      commands.run(
        name,
        (change) => {
          for (const row of rows) change.update('item', row.id, { ...patch(), updated_at: at });
        },
        { params: { count: rows.length, title: rows[0]?.title ?? '' } },
      );
    return ok({ changed: rows.length });
  }
}
