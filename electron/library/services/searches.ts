import { countFound } from '@db/repositories/item-list';
import { readSavedSearch, readSavedSearches } from '@db/repositories/saved-search';
import { settleIndex } from '@db/search/settle';
import { conditionNode, conditionOf, type ConditionGroup } from '@shared/domain/search/condition';
import { parseSearch } from '@shared/domain/search/query';
import type { SavedSearch } from '@shared/ipc/contract/searches';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Searches that the person saved under a name. */
export class SearchesService {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>) {
    this.#core = core;
  }

  list(): SavedSearch[] {
    return readSavedSearches(this.#core.db).map((row) => ({ ...row }));
  }

  /** How many papers each finds. Other calls are answered in between. */
  async counts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { id, condition } of readSavedSearches(this.#core.db)) {
      counts[id] = this.#count(condition) ?? 0;
      await nextTurn();
    }
    return counts;
  }

  /** @returns how many papers a condition finds; null when it says nothing yet */
  preview(condition: ConditionGroup): { total: number | null } {
    return { total: this.#count(condition) };
  }

  /** @param text what was typed into the search box */
  fromText(text: string): { condition: ConditionGroup } {
    const { node } = parseSearch(text);
    return {
      condition: node === null ? { kind: 'group', match: 'all', conditions: [] } : conditionOf(node),
    };
  }

  /** @returns `searches.empty` when the condition says nothing */
  create(name: string, condition: ConditionGroup): Result<{ searchId: string }> {
    const { db, commands, clock, ids } = this.#core;
    if (conditionNode(condition, clock.now()) === null) return fail('searches.empty');
    const searchId = ids.next();
    const at = clock.now();
    commands.run(
      'searches.create',
      (change) => {
        change.insert('saved_search', {
          id: searchId,
          name,
          condition: JSON.stringify(condition),
          position: readSavedSearches(db).length,
          created_at: at,
          updated_at: at,
        });
      },
      { params: { name } },
    );
    return ok({ searchId });
  }

  /** @returns the search as it is now; `searches.missing` or `searches.empty` */
  update(
    searchId: string,
    changes: { readonly name?: string | undefined; readonly condition?: ConditionGroup | undefined },
  ): Result<SavedSearch> {
    const { db, commands, clock } = this.#core;
    const row = readSavedSearch(db, searchId);
    if (row === null) return fail('searches.missing');
    const { name = row.name, condition = row.condition } = changes;
    if (conditionNode(condition, clock.now()) === null) return fail('searches.empty');
    commands.run(
      'searches.update',
      (change) => {
        change.update('saved_search', searchId, {
          name,
          condition: JSON.stringify(condition),
          updated_at: clock.now(),
        });
      },
      { params: { name: row.name } },
    );
    return ok({ ...row, name, condition });
  }

  /** Forgets a search; no paper changes. @returns `searches.missing` */
  remove(searchId: string): Result<{ removed: true }> {
    const { db, commands } = this.#core;
    const row = readSavedSearch(db, searchId);
    if (row === null) return fail('searches.missing');
    commands.run(
      'searches.remove',
      (change) => {
        change.remove('saved_search', searchId);
      },
      { params: { name: row.name } },
    );
    return ok({ removed: true });
  }

  /** @param beforeId the search it comes before; null for the end @returns `searches.missing` */
  move(searchId: string, beforeId: string | null): Result<{ moved: boolean }> {
    const { db, commands } = this.#core;
    const rows = readSavedSearches(db);
    const row = rows.find(({ id }) => id === searchId);
    if (row === undefined) return fail('searches.missing');
    const order = rows.map(({ id }) => id).filter((id) => id !== searchId);
    const before = order.findIndex((id) => id === beforeId);
    order.splice(before < 0 ? order.length : before, 0, searchId);
    commands.run(
      'searches.move',
      (change) => {
        order.forEach((id, position) => {
          change.update('saved_search', id, { position });
        });
      },
      { params: { name: row.name } },
    );
    return ok({ moved: true });
  }

  #count(condition: ConditionGroup): number | null {
    const { db, clock } = this.#core;
    const node = conditionNode(condition, clock.now());
    if (node === null) return null;
    settleIndex(db);
    return countFound(db, node);
  }
}
