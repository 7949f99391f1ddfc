import type { ChangeSet } from '@db/change-set';
import { MERGED_INTO } from '@db/repositories/duplicates';
import { readItem } from '@db/repositories/item';
import {
  joinAppraisals,
  moveAttachments,
  moveLinks,
  moveNotes,
  readFoundVia,
  shareFiling,
  shareNotDuplicates,
  type AnswerWords,
} from '@db/repositories/merge';
import type { ItemTable } from '@db/schema';
import { cslItemSchema, type CslItem } from '@shared/domain/bibliography/csl-item';
import { listColumns } from '@shared/domain/bibliography/list-columns';
import { mergeableFields, mergeItems, valueOf } from '@shared/domain/bibliography/merge-items';
import { readProvenance } from '@shared/domain/library/provenance';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

type Needs = Pick<Core, 'db' | 'clock' | 'ids'>;

/** One merge: what stays, what goes, whose value each field gets (the keeper's when not said). */
export interface MergeOrder {
  readonly keeperId: string;
  readonly goneIds: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
}

export interface WrittenMerge {
  readonly title: string;
  /** How many records went. */
  readonly moved: number;
  /** Ids that texts should name no more -> what stands for them (`renameInTexts`). */
  readonly renames: ReadonlyMap<string, string>;
}

interface Read {
  readonly row: ItemTable;
  readonly csl: CslItem;
}

/**
 * Writes one merge into a running command. Nothing is lost: what hangs on the other records moves to the keeper, and they lie
 * in the trash with a link to it.
 * Names inside texts are left to the caller, who does them once for many merges.
 * @returns what was done; `duplicates.missing` when a record is gone or in the trash, `duplicates.unreadable` when one
 *   cannot be read
 */
export function writeMerge(
  core: Needs,
  change: ChangeSet,
  { keeperId, goneIds, choices }: MergeOrder,
  words: AnswerWords,
): Result<WrittenMerge> {
  const { db, clock, ids } = core;
  const others = goneIds.filter((id) => id !== keeperId);
  const keeper = readRecord(core, keeperId);
  if (!keeper.ok) return keeper;
  const gone: Read[] = [];
  for (const id of others) {
    const read = readRecord(core, id);
    if (!read.ok) return read;
    gone.push(read.value);
  }
  const at = clock.now();
  const nextId = (): string => ids.next();
  // Read before anything is moved: a merge that cannot be made leaves no trace.
  const merged = mergedRow(core, keeper.value, gone, choices, at);
  if (!merged.ok) return merged;
  const renames = new Map<string, string>();
  for (const goneId of others) {
    const pair = { keeperId, goneId };
    const standIns = new Map([
      ...moveAttachments(db, change, pair),
      ...joinAppraisals(db, change, pair, words, at),
    ]);
    moveNotes(db, change, pair);
    shareFiling(db, change, pair, nextId);
    moveLinks(db, change, pair, standIns);
    shareNotDuplicates(db, change, pair, nextId);
    renames.set(goneId, keeperId);
    for (const [from, to] of standIns) renames.set(from, to);
  }
  change.update('item', keeperId, merged.value.keeper);
  for (const { row } of gone) {
    change.update('item', row.id, {
      ...(row.id === merged.value.keyOf ? keyPatch(row, keeper.value.row.citation_key) : {}),
      trashed_at: at,
      updated_at: at,
    });
    change.insert('link', {
      id: ids.next(),
      from_kind: 'item',
      from_id: row.id,
      relation: MERGED_INTO,
      to_kind: 'item',
      to_id: keeperId,
      payload: '{}',
      created_at: at,
    });
  }
  return ok({ title: merged.value.keeper.title ?? keeper.value.row.title, moved: gone.length, renames });
}

function readRecord({ db }: Needs, id: string): Result<Read> {
  const row = readItem(db, id);
  if (row?.trashed_at !== null) return fail('duplicates.missing');
  const csl = cslItemSchema.safeParse(JSON.parse(row.csl));
  return csl.success ? ok({ row, csl: csl.data }) : fail('duplicates.unreadable', { title: row.title });
}

/** The record that keeps a pinned key gives it to the keeper and takes the keeper's, so that no key is there twice. */
function keyPatch(row: ItemTable, key: string | null): Partial<ItemTable> {
  const csl: CslItem = { ...(JSON.parse(row.csl) as CslItem) };
  if (key === null) delete csl['citation-key'];
  else csl['citation-key'] = key;
  return { csl: JSON.stringify(csl), citation_key: key, citation_key_pinned: 0 };
}

function mergedRow(
  core: Needs,
  keeper: Read,
  gone: readonly Read[],
  choices: Readonly<Record<string, string>>,
  at: string,
): Result<{ keeper: Partial<ItemTable>; keyOf: string | null }> {
  const others = gone.map(({ row, csl }) => ({ id: row.id, csl }));
  const { merged, takenFrom } = mergeItems(keeper.csl, others, choices);
  // A key that something cites never changes; the keeper's own comes first.
  const pinned =
    keeper.row.citation_key_pinned === 1
      ? undefined
      : gone.find(({ row }) => row.citation_key_pinned === 1 && row.citation_key !== null);
  const key = pinned?.row.citation_key ?? keeper.row.citation_key ?? undefined;
  const custom = { ...keeper.csl.custom, ...asRecord(merged['custom']) };
  const trail = gone.map((read) => traceOf(core, read, merged, at));
  const earlier: readonly unknown[] = Array.isArray(custom['merged']) ? custom['merged'] : [];
  const csl = cslItemSchema.safeParse({
    ...merged,
    ...(key === undefined ? {} : { 'citation-key': key }),
    custom: { ...custom, merged: [...earlier, ...trail] },
  });
  if (!csl.success) return fail('duplicates.unreadable', { title: keeper.row.title }, csl.error.message);
  const provenance = { ...readProvenance(keeper.row.provenance) };
  for (const [field, id] of Object.entries(takenFrom)) {
    const theirs = readProvenance(gone.find(({ row }) => row.id === id)?.row.provenance ?? '{}')[field];
    if (theirs === undefined) Reflect.deleteProperty(provenance, field);
    else provenance[field] = theirs;
  }
  const rows = [keeper.row, ...gone.map(({ row }) => row)];
  const opened = rows.flatMap((row) => row.opened_at ?? []).sort();
  return ok({
    keyOf: pinned?.row.id ?? null,
    keeper: {
      csl: JSON.stringify(csl.data),
      ...listColumns(csl.data),
      citation_key_pinned: rows.some((row) => row.citation_key_pinned === 1) ? 1 : 0,
      provenance: JSON.stringify(provenance),
      design: rows.find((row) => row.design !== null)?.design ?? null,
      relevance: rows.find((row) => row.relevance !== null)?.relevance ?? null,
      retraction: rows.find((row) => row.retraction !== null)?.retraction ?? null,
      read_status: furthest(rows),
      opened_at: opened.at(-1) ?? null,
      education: JSON.stringify(
        [...rows].reverse().reduce<object>((all, row) => ({ ...all, ...filled(row.education) }), {}),
      ),
      updated_at: at,
    },
  });
}

/** What is remembered of a record that was merged: where it came from and what it said that the keeper does not say. */
function traceOf(
  core: Needs,
  { row, csl }: Read,
  merged: Readonly<Record<string, unknown>>,
  at: string,
): Readonly<Record<string, unknown>> {
  const via = readFoundVia(core.db, row.id);
  const differing = Object.fromEntries(
    mergeableFields([csl]).flatMap((field) => {
      const value = valueOf(csl, field);
      return JSON.stringify(value) === JSON.stringify(merged[field]) ? [] : [[field, value] as const];
    }),
  );
  return {
    itemId: row.id,
    mergedAt: at,
    addedAt: row.created_at,
    ...(row.citation_key === null ? {} : { citationKey: row.citation_key }),
    ...(via === undefined
      ? {}
      : { source: via.source, format: via.format, importedAt: via.created_at, foundVia: via.found_via }),
    ...(row.provenance === '{}' ? {} : { provenance: asRecord(JSON.parse(row.provenance)) }),
    ...(Object.keys(differing).length === 0 ? {} : { differing }),
  };
}

const PROGRESS = ['to-read', 'rejected', 'reading', 'skimmed', 'read'];

/** The keeper's own state counts unless it was never touched and another was. */
function furthest(rows: readonly ItemTable[]): string {
  const own = rows[0]?.read_status ?? 'to-read';
  if (own === 'rejected') return own;
  return rows
    .map((row) => row.read_status)
    .reduce((best, status) => (PROGRESS.indexOf(status) > PROGRESS.indexOf(best) ? status : best), own);
}

function filled(json: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(asRecord(JSON.parse(json))).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
