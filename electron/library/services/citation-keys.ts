import { readCitationKeys, readKeyedItems, pinKeys, type KeyedItemRow } from '@db/repositories/item-edit';
import { readCitingReports } from '@db/repositories/report';
import { readSettingValues } from '@db/repositories/setting';
import type { ChangeSet } from '@db/change-set';
import { cleanCitationKey } from '@shared/domain/bibliography/citation-key';
import { keyIdentity, readKeyPattern, takeKey } from '@shared/domain/bibliography/citation-key-pattern';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { readSettings } from '@shared/domain/settings/settings';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { Slices } from './slices';

const PREVIEW = 6;
/** Keys fixed per write when there are many. */
const PIN_AT_ONCE = 250;
const CITED = /"itemId":"([0-9a-f-]{36})"/g;

/** Citation keys: made by a pattern, written by hand, and fixed as soon as somebody may rely on them. */
export class CitationKeys {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'events'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'events'>) {
    this.#core = core;
    core.commands.onCommitted((entry) => {
      // A key that a report cites must not change under it.
      const bodies = entry.changes.flatMap(({ table, after }) =>
        table === 'report_section' && typeof after?.['body'] === 'string' ? [after['body']] : [],
      );
      const cited = bodies.flatMap((body) => [...body.matchAll(CITED)].map((match) => match[1] ?? ''));
      if (cited.length > 0) this.pin(cited);
    });
  }

  /** Fixes the keys of papers: they were cited, copied or exported. */
  pin(itemIds: readonly string[]): { pinned: number } {
    const { db, events } = this.#core;
    const pinned = pinKeys(db, [...new Set(itemIds)]);
    if (pinned > 0) events.emit('library.changed', { tables: ['item'], sequence: 0 });
    return { pinned };
  }

  /** Fixes the keys of many papers, in slices: a whole library was exported. */
  async pinAll(itemIds: readonly string[]): Promise<void> {
    const { db, events } = this.#core;
    const slices = new Slices();
    let pinned = 0;
    for (let at = 0; at < itemIds.length; at += PIN_AT_ONCE) {
      pinned += pinKeys(db, itemIds.slice(at, at + PIN_AT_ONCE));
      await slices.turn();
    }
    if (pinned > 0) events.emit('library.changed', { tables: ['item'], sequence: 0 });
  }

  /** Reports that cite a paper, by title: what is told before its key changes. */
  uses(itemId: string): CallOutput<'library.keyUses'> {
    return { reports: readCitingReports(this.#core.db, itemId).map(({ id, title }) => ({ id, title })) };
  }

  /**
   * Keys of papers in the order of their ids, given out and therefore fixed. Papers that have none get one first.
   * @returns keys of those that are there; `library.bad-key-pattern`
   */
  give(itemIds: readonly string[]): Result<CallOutput<'library.giveKeys'>> {
    const { db } = this.#core;
    const made = this.make(itemIds, false);
    if (!made.ok) return made;
    this.pin(itemIds);
    const keys = new Map(readKeyedItems(db, itemIds).map((row) => [row.id, row.citation_key]));
    return ok({ keys: itemIds.flatMap((id) => keys.get(id) ?? []), made: made.value.changed });
  }

  /** Keys that a pattern would make, for the newest papers. @returns `library.bad-key-pattern` */
  preview(pattern: string): Result<CallOutput<'library.previewKeys'>> {
    const { db } = this.#core;
    const steps = readKeyPattern(pattern);
    if (!steps.ok) return steps;
    const rows = readKeyedItems(db);
    const taken = new Set<string>();
    const examples = rows
      .slice(-PREVIEW)
      .reverse()
      .map((row) => ({
        title: row.title,
        key: takeKey(steps.value, JSON.parse(row.csl) as CslItem, taken),
      }));
    return ok({
      examples,
      without: rows.filter((row) => row.citation_key === null).length,
      unpinned: rows.filter((row) => row.citation_key !== null && row.citation_key_pinned === 0).length,
    });
  }

  /**
   * Makes keys by the pattern of the settings. A pinned key never changes.
   * @param itemIds papers; all outside the trash when missing
   * @param replace also makes new keys for those that have one that is not pinned
   */
  make(itemIds: readonly string[] | undefined, replace: boolean): Result<{ changed: number }> {
    const { db, commands, clock } = this.#core;
    const pattern = readKeyPattern(readSettings(readSettingValues(db)).citationKeyPattern);
    if (!pattern.ok) return pattern;
    const rows = readKeyedItems(db, itemIds).filter(
      (row) => row.citation_key === null || (replace && row.citation_key_pinned === 0),
    );
    const mine = new Set(rows.map((row) => row.id));
    const taken = new Set(
      readCitationKeys(db).flatMap(({ id, citation_key }) =>
        mine.has(id) ? [] : [keyIdentity(citation_key)],
      ),
    );
    const wanted = rows
      .map((row) => ({ row, key: takeKey(pattern.value, JSON.parse(row.csl) as CslItem, taken) }))
      .filter(({ row, key }) => row.citation_key !== key);
    if (wanted.length > 0)
      commands.run(
        'library.makeKeys',
        (change) => {
          for (const { row, key } of wanted) writeKey(change, row, key, {}, clock.now());
        },
        { params: { count: wanted.length } },
      );
    return ok({ changed: wanted.length });
  }

  /**
   * A key written by hand, which is fixed with it; an empty one takes the key away.
   * @param evenIfFixed the person was asked: the key was given out, and what names it elsewhere will not find it
   * @returns `library.item-missing`, `library.key-fixed` unless the person was asked, `library.bad-key` for signs that break LaTeX or pandoc, `library.key-taken`
   */
  set(itemId: string, typed: string, evenIfFixed: boolean): Result<{ key: string | null }> {
    const { db, commands, clock } = this.#core;
    const [row] = readKeyedItems(db, [itemId]);
    if (!row) return fail('library.item-missing');
    const key = typed.trim();
    const clean = cleanCitationKey(key);
    if (clean !== key) return fail('library.bad-key', { key: clean });
    const other = readCitationKeys(db).find(
      ({ id, citation_key }) => id !== itemId && keyIdentity(citation_key) === keyIdentity(key),
    );
    if (key !== '' && other) return fail('library.key-taken', { key });
    if ((row.citation_key ?? '') === key) return ok({ key: row.citation_key });
    if (row.citation_key !== null && row.citation_key_pinned === 1 && !evenIfFixed)
      return fail('library.key-fixed', { key: row.citation_key });
    commands.run(
      'library.setKey',
      (change) => {
        // Freed, then fixed again: undo sees that this change was about a fixed key, and may take it back.
        writeKey(change, row, key === '' ? null : key, { citation_key_pinned: 0 }, clock.now());
        if (key !== '') change.update('item', itemId, { citation_key_pinned: 1 });
      },
      { params: { title: row.title } },
    );
    return ok({ key: key === '' ? null : key });
  }
}

/** The key stands in the record and in its column. */
function writeKey(
  change: ChangeSet,
  row: KeyedItemRow,
  key: string | null,
  pinned: { readonly citation_key_pinned?: number },
  at: string,
): void {
  // JSON leaves out what is undefined.
  const csl = { ...(JSON.parse(row.csl) as CslItem), 'citation-key': key ?? undefined };
  change.update('item', row.id, {
    csl: JSON.stringify(csl),
    citation_key: key,
    ...pinned,
    updated_at: at,
  });
}
