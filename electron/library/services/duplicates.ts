import { setImmediate } from 'node:timers/promises';
import {
  MERGED_INTO,
  readCompareRows,
  readItemPairs,
  readMergeLinks,
  readNotDuplicates,
  readNotDuplicatesOf,
  type CompareRow,
} from '@db/repositories/duplicates';
import { renameInTexts, type AnswerWords } from '@db/repositories/merge';
import { writeSetting } from '@db/repositories/setting';
import {
  DEFAULT_DUPLICATE_RULES,
  DUPLICATE_RULES_SETTING,
  type DuplicateRules,
} from '@shared/domain/bibliography/duplicate-rules';
import { pairKey, type DuplicateGroup } from '@shared/domain/bibliography/duplicate-groups';
import { fieldText, mergeableFields, proposeKeeper } from '@shared/domain/bibliography/merge-items';
import {
  choicesByPolicy,
  type MergePolicy,
  type PolicyRecord,
} from '@shared/domain/bibliography/merge-policy';
import type { CallOutput } from '@shared/ipc/contract';
import type { DuplicateGroupView, DuplicateRecord, MatchReason } from '@shared/ipc/contract/duplicates';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { writeMerge, type MergeOrder } from './duplicates-merge';
import { DuplicateScan } from './duplicates-scan';
import { previewMerges } from './duplicates-sure';
import { parseCsl } from './import-duplicates';

type Needs = Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

/** Reasons that need no second look: the same identifier, the same title with year and creator, or the same in everything. */
const SURE: readonly MatchReason[] = ['doi', 'isbn', 'eric', 'pmid', 'title', 'record'];

/** Merges in one transaction of a bulk merge; calls of the window come between two. */
const MERGES_PER_CHUNK = 4;

/** Papers that are there twice: finding, comparing, merging, telling apart. */
export class DuplicatesService {
  readonly #core: Needs;
  readonly #scan: DuplicateScan;

  constructor(core: Needs) {
    this.#core = core;
    this.#scan = new DuplicateScan(core);
  }

  async summary(): Promise<CallOutput<'duplicates.summary'>> {
    const { groups, records, took, longestBlock } = await this.#scan.report();
    const same = groups.filter(({ kind }) => kind === 'same');
    return {
      groups: same.length,
      versions: groups.length - same.length,
      sure: same.filter(isSure).length,
      records,
      took,
      longestBlock,
    };
  }

  /** A page of groups; those that were merged or emptied meanwhile are left out. */
  async list(
    kind: 'all' | 'same' | 'version',
    offset: number,
    limit: number,
  ): Promise<CallOutput<'duplicates.list'>> {
    const { groups } = await this.#scan.report();
    const wanted = groups.filter((group) => kind === 'all' || group.kind === kind);
    const page = wanted.slice(offset, offset + limit);
    return { total: wanted.length, groups: page.flatMap((group) => this.#view(group) ?? []) };
  }

  /** @returns `duplicates.missing` when one of the records is gone or in the trash */
  compare(itemIds: readonly string[]): Result<CallOutput<'duplicates.compare'>> {
    const rows = this.#rows(itemIds);
    if (rows === undefined) return fail('duplicates.missing');
    const items = rows.map((row) => parseCsl(row.csl));
    const known = items.filter((item) => item !== undefined);
    const unread = rows.find((_, index) => items[index] === undefined);
    if (unread !== undefined) return fail('duplicates.unreadable', { title: unread.title });
    const fields = mergeableFields(known).map((name) => {
      const texts = known.map((item) => fieldText(item, name));
      return { name, texts, differs: new Set(texts).size > 1 };
    });
    return ok({ keeperId: keeperOf(rows), records: rows.map(toRecord), fields });
  }

  /** One step of the history. @returns `duplicates.missing`, `duplicates.unreadable` or `duplicates.keeper-not-among` */
  merge(order: MergeOrder, words: AnswerWords): Result<{ itemId: string; moved: number }> {
    const { commands, db } = this.#core;
    if (!order.goneIds.includes(order.keeperId)) return fail('duplicates.keeper-not-among');
    // The name of the step needs a title before the merge is written.
    const title = readCompareRows(db, [order.keeperId])[0]?.title ?? '';
    const done = commands.run(
      'duplicates.merge',
      (change) => {
        const written = writeMerge(this.#core, change, order, words);
        if (written.ok) renameInTexts(db, change, written.value.renames);
        return written;
      },
      { params: { title } },
    );
    return done.ok ? ok({ itemId: order.keeperId, moved: done.value.moved }) : done;
  }

  /**
   * Merges many groups, each with its proposed keeper, as one step.
   * @param order `groups`: those to merge, all sure ones when undefined; `leaveOut`: records whose groups stay as they are;
   *   `policy`: whose value counts where records of a group differ
   */
  async mergeMany(
    order: {
      readonly groups?: readonly (readonly string[])[] | undefined;
      readonly leaveOut: readonly string[];
      readonly policy: MergePolicy;
    },
    words: AnswerWords,
  ): Promise<CallOutput<'duplicates.mergeMany'>> {
    const { commands, db, ids } = this.#core;
    const leaveOut = new Set(order.leaveOut);
    const groups = (order.groups ?? (await this.#sure()).map(({ itemIds }) => itemIds)).filter(
      (itemIds) => !itemIds.some((id) => leaveOut.has(id)),
    );
    const groupId = ids.next();
    const refused: { title: string; code: string }[] = [];
    let merged = 0;
    let moved = 0;
    for (let at = 0; at < groups.length; at += MERGES_PER_CHUNK) {
      const chunk = groups.slice(at, at + MERGES_PER_CHUNK);
      commands.run(
        'duplicates.mergeMany',
        (change) => {
          const renames = new Map<string, string>();
          for (const itemIds of chunk) {
            const rows = this.#rows(itemIds);
            if (rows === undefined) {
              refused.push({ title: '', code: 'duplicates.missing' });
              continue;
            }
            const keeperId = keeperOf(rows);
            const choices = choicesByPolicy(policyRecords(rows), keeperId, order.policy);
            const done = writeMerge(this.#core, change, { keeperId, goneIds: itemIds, choices }, words);
            if (!done.ok) {
              refused.push({ title: rows[0]?.title ?? '', code: done.error.code });
              continue;
            }
            merged += 1;
            moved += done.value.moved;
            for (const [from, to] of done.value.renames) renames.set(from, to);
          }
          renameInTexts(db, change, renames);
        },
        { groupId, params: { count: groups.length } },
      );
      await setImmediate();
    }
    return { groups: merged, moved, refused };
  }

  /** A page of the groups that a bulk merge would take, with what differs in them. */
  async previewMany(offset: number, limit: number): Promise<CallOutput<'duplicates.previewMany'>> {
    return previewMerges(this.#core, await this.#sure(), offset, limit);
  }

  async #sure(): Promise<readonly DuplicateGroup[]> {
    return (await this.#scan.report()).groups.filter(isSure);
  }

  /** Links each record with the next as related. @returns `duplicates.missing` */
  relate(itemIds: readonly string[]): Result<{ related: number }> {
    const { commands, db, ids, clock } = this.#core;
    const rows = this.#rows(itemIds);
    if (rows === undefined) return fail('duplicates.missing');
    const known = new Set(readItemPairs(db).map((row) => pairKey(row.from_id, row.to_id)));
    const pairs = pairsOf(itemIds).filter(([a, b]) => !known.has(pairKey(a, b)));
    const at = clock.now();
    commands.run(
      'duplicates.relate',
      (change) => {
        for (const [from, to] of pairs)
          change.insert('link', {
            id: ids.next(),
            from_kind: 'item',
            from_id: from,
            relation: 'related',
            to_kind: 'item',
            to_id: to,
            payload: JSON.stringify({ kind: 'version' }),
            created_at: at,
          });
      },
      { params: { title: rows[0]?.title ?? '' } },
    );
    return ok({ related: pairs.length });
  }

  /** Remembers each pair of the records as no duplicates. @returns `duplicates.missing` */
  dismiss(itemIds: readonly string[]): Result<{ pairs: number }> {
    const { commands, db, ids, clock } = this.#core;
    const rows = this.#rows(itemIds);
    if (rows === undefined) return fail('duplicates.missing');
    const known = new Set(
      readNotDuplicatesOf(db, itemIds).map((row) => pairKey(row.first_item_id, row.second_item_id)),
    );
    const pairs = pairsOf([...itemIds].sort()).filter(([a, b]) => !known.has(pairKey(a, b)));
    const at = clock.now();
    commands.run(
      'duplicates.dismiss',
      (change) => {
        for (const [first_item_id, second_item_id] of pairs)
          change.insert('not_duplicate', { id: ids.next(), first_item_id, second_item_id, created_at: at });
      },
      { params: { title: rows[0]?.title ?? '' } },
    );
    return ok({ pairs: pairs.length });
  }

  dismissed(): CallOutput<'duplicates.dismissed'> {
    const { db } = this.#core;
    const pairs = readNotDuplicates(db);
    const rows = new Map(
      readCompareRows(db, [...new Set(pairs.flatMap((row) => [row.first_item_id, row.second_item_id]))]).map(
        (row) => [row.id, row],
      ),
    );
    return pairs.map(({ id, created_at, first_item_id, second_item_id }) => ({
      id,
      at: created_at,
      records: [first_item_id, second_item_id].flatMap((itemId) => {
        const row = rows.get(itemId);
        return row === undefined
          ? []
          : [{ id: row.id, title: row.title, authors: row.authors, year: row.year }];
      }),
    }));
  }

  revoke(pairIds: readonly string[]): { pairs: number } {
    const { commands, db } = this.#core;
    const known = readNotDuplicates(db).filter(({ id }) => pairIds.includes(id));
    commands.run(
      'duplicates.revoke',
      (change) => {
        for (const { id } of known) change.remove('not_duplicate', id);
      },
      { params: { count: known.length } },
    );
    return { pairs: known.length };
  }

  rules(): CallOutput<'duplicates.rules'> {
    return { rules: this.#scan.rules(), defaults: DEFAULT_DUPLICATE_RULES, sureReasons: [...SURE] };
  }

  setRules(rules: DuplicateRules): { rules: DuplicateRules } {
    const { commands, db } = this.#core;
    commands.run('duplicates.setRules', (change) => {
      writeSetting(db, change, DUPLICATE_RULES_SETTING, rules);
    });
    return { rules };
  }

  /** What the panel of a paper tells about it. */
  async ofItem(itemId: string): Promise<CallOutput<'duplicates.ofItem'>> {
    const { db } = this.#core;
    const { groups } = await this.#scan.report();
    const links = readMergeLinks(db, itemId).filter(({ relation }) => relation === MERGED_INTO);
    const rows = readCompareRows(
      db,
      links.map((link) => (link.from_id === itemId ? link.to_id : link.from_id)),
    );
    const named = (id: string): { id: string; title: string }[] =>
      rows.filter((row) => row.id === id).map((row) => ({ id: row.id, title: row.title }));
    return {
      groups: groups
        .filter((group) => group.itemIds.includes(itemId))
        .map(({ kind, itemIds }) => ({ kind, itemIds: [...itemIds] })),
      mergedInto:
        links.filter((link) => link.from_id === itemId).flatMap((link) => named(link.to_id))[0] ?? null,
      mergedFrom: links
        .filter((link) => link.to_id === itemId)
        .flatMap((link) => named(link.from_id))
        .filter(({ id }) => rows.some((row) => row.id === id && row.trashed_at !== null)),
    };
  }

  #view(group: DuplicateGroup): DuplicateGroupView | undefined {
    const rows = this.#rows(group.itemIds);
    if (rows === undefined) return undefined;
    return {
      kind: group.kind,
      reasons: [...group.reasons],
      keeperId: group.kind === 'version' ? (rows.at(-1)?.id ?? '') : keeperOf(rows),
      records: rows.map(toRecord),
    };
  }

  /** @returns rows in the order of the ids; undefined when one is gone or in the trash */
  #rows(itemIds: readonly string[]): readonly CompareRow[] | undefined {
    const rows = readCompareRows(this.#core.db, itemIds);
    const ordered = itemIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    return ordered.length === itemIds.length && ordered.every((row) => row.trashed_at === null)
      ? ordered
      : undefined;
  }
}

function isSure(group: DuplicateGroup): boolean {
  return group.kind === 'same' && group.reasons.every((reason) => SURE.includes(reason));
}

function policyRecords(rows: readonly CompareRow[]): readonly PolicyRecord[] {
  return rows.flatMap((row) => {
    const csl = parseCsl(row.csl);
    return csl === undefined ? [] : [{ id: row.id, csl, addedAt: row.created_at }];
  });
}

function keeperOf(rows: readonly CompareRow[]): string {
  return proposeKeeper(
    rows.map((row) => ({
      id: row.id,
      work: row.attachments + row.notes + row.annotations,
      hasAbstract: row.csl.includes('"abstract"'),
      addedAt: row.created_at,
    })),
  );
}

function pairsOf(itemIds: readonly string[]): readonly (readonly [string, string])[] {
  return itemIds.flatMap((first, at) => itemIds.slice(at + 1).map((second) => [first, second] as const));
}

function toRecord(row: CompareRow): DuplicateRecord {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    authors: row.authors,
    year: row.year,
    containerTitle: row.container_title,
    citationKey: row.citation_key,
    keyIsPinned: row.citation_key_pinned === 1,
    addedAt: row.created_at,
    source: row.source,
    attachments: row.attachments,
    notes: row.notes,
    annotations: row.annotations,
    appraisals: row.appraisals,
  };
}
