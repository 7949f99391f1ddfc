import { performance } from 'node:perf_hooks';
import { readCollection } from '@db/repositories/collection';
import { readEditableItems, readFilings, type EditableItemRow } from '@db/repositories/item-edit';
import { findTagByName, readTag, readTagUses } from '@db/repositories/tag';
import type { ChangeSet } from '@db/change-set';
import type { ItemTable } from '@db/schema';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { listColumns } from '@shared/domain/bibliography/list-columns';
import {
  changedFields,
  changeRecord,
  changesRecord,
  isUsable,
  type BatchOperation,
  type RecordOperation,
} from '@shared/domain/library/batch';
import { readPattern } from '@shared/domain/library/batch-pattern';
import { changeTerms } from '@shared/domain/library/batch-terms';
import { fieldText } from '@shared/domain/bibliography/merge-items';
import { changeEducation, readEducation } from '@shared/domain/library/education';
import { readProvenance, WRITTEN_BY_PERSON } from '@shared/domain/library/provenance';
import { fail, ok, type Result } from '@shared/lib/result';
import { bounded } from '../adapters/bounded';
import type { Core } from '../core';

/** Records that one slice reads at once. */
const SLICE = 40;
/** Milliseconds after which a slice ends: other calls get their turn, and the longest wait stays under 50 ms. */
const SLICE_MS = 10;
const SAMPLES = 5;
/** What a pattern may take for the records of one slice, and then for a single record, in milliseconds. */
const PATTERN_MS = 20;
const PATTERN_MS_ONE = 40;
/** A computer that is very busy gives the work no time at all, again and again; then this is the end. */
const TRIES = 25;
/** It was tried on the same texts before: only records that were changed in between can need more. */
const PATTERN_MS_WRITING = 200;

/** What a batch would do to one record, for the preview. */
export interface BatchSample {
  readonly itemId: string;
  readonly title: string;
  readonly changes: { readonly field: string; readonly before: string; readonly after: string }[];
}

/**
 * The same change on many papers, as one step of the history. It is written in slices of some milliseconds, all in one
 * group of the log: the library goes on answering, and undo takes the group back in one transaction.
 */
export class LibraryBatch {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>) {
    this.#core = core;
  }

  /**
   * @param itemIds papers; those that are gone are left out
   * @param operations done one after the other on each
   * @returns how many papers changed; `library.batch-value`, `library.batch-pattern-…`, `library.batch-slow`, `tags.missing`,
   *   `collections.missing` before anything is written, `library.batch-undone` when the person took the step back while it ran
   */
  async apply(
    itemIds: readonly string[],
    operations: readonly BatchOperation[],
  ): Promise<Result<{ changed: number }>> {
    const bad = this.#refuse(operations);
    if (bad) return bad;
    if (hasPattern(operations)) {
      const tried = await this.preview(itemIds, operations);
      if (!tried.ok) return tried;
    }
    const { commands, clock, ids } = this.#core;
    const groupId = ids.next();
    const at = clock.now();
    const seen = { undone: false };
    const stop = commands.onCommitted((entry) => {
      if (entry.kind !== 'do') seen.undone = true;
    });
    const changed = new Set<string>();
    const params = { count: itemIds.length };
    try {
      for (let from = 0; from < itemIds.length;) {
        if (seen.undone) return fail('library.batch-undone', { count: changed.size });
        const started = from;
        from = commands.run(
          'library.batch',
          (change) => this.#slice(change, itemIds, started, operations, at, changed),
          { groupId, params },
        );
        if (from < itemIds.length) await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      stop();
    }
    return ok({ changed: changed.size });
  }

  /** What the change would do to the records themselves. @returns as `apply`, with some examples */
  async preview(
    itemIds: readonly string[],
    operations: readonly BatchOperation[],
  ): Promise<Result<{ changed: number; samples: BatchSample[] }>> {
    const bad = this.#refuse(operations);
    if (bad) return bad;
    const samples: BatchSample[] = [];
    let changed = 0;
    const records = operations.filter(changesRecord);
    for (let from = 0; from < itemIds.length; from += SLICE) {
      const rows = readEditableItems(this.#core.db, itemIds.slice(from, from + SLICE));
      const tried = await changeRecords(rows, records);
      if (!tried.ok) return tried;
      for (const { row, before, after } of tried.value) {
        const fields = changedFields(before, after);
        if (fields.length === 0) continue;
        changed += 1;
        if (samples.length < SAMPLES)
          samples.push({
            itemId: row.id,
            title: row.title,
            changes: fields.map((field) => ({
              field,
              before: fieldText(before, field),
              after: fieldText(after, field),
            })),
          });
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    return ok({ changed, samples });
  }

  #refuse(operations: readonly BatchOperation[]): Result<never> | undefined {
    const { db } = this.#core;
    for (const operation of operations) {
      if (!isUsable(operation) && operation.kind === 'set')
        return fail('library.batch-value', { field: operation.field, value: operation.value });
      if (operation.kind === 'replace') {
        const pattern = readPattern(operation.find, operation.isPattern, operation.matchCase);
        if (!pattern.ok) return pattern;
      }
      if ('tagId' in operation && !readTag(db, operation.tagId)) return fail('tags.missing');
      if ('collectionId' in operation && !readCollection(db, operation.collectionId))
        return fail('collections.missing');
    }
    return undefined;
  }

  /** Works until the time is up. @returns where the next slice begins */
  #slice(
    change: ChangeSet,
    itemIds: readonly string[],
    from: number,
    operations: readonly BatchOperation[],
    at: string,
    changed: Set<string>,
  ): number {
    const until = performance.now() + SLICE_MS;
    let next = from;
    while (next < itemIds.length && (next === from || performance.now() < until)) {
      const slice = itemIds.slice(next, next + SLICE);
      const rows = readEditableItems(this.#core.db, slice);
      const records = recordsAfter(rows, operations.filter(changesRecord));
      for (const [place, row] of rows.entries()) {
        const patch = patchFor(row, records[place], operations);
        if (Object.keys(patch).length === 0) continue;
        change.update('item', row.id, { ...patch, updated_at: at });
        changed.add(row.id);
      }
      const known = rows.map((row) => row.id);
      for (const operation of operations)
        for (const id of this.#file(change, known, operation)) changed.add(id);
      next += SLICE;
    }
    return Math.min(next, itemIds.length);
  }

  /** Tags and collections. @returns papers that changed */
  #file(change: ChangeSet, itemIds: readonly string[], operation: BatchOperation): readonly string[] {
    const { db, ids } = this.#core;
    if (operation.kind === 'add-tag') {
      const known = findTagByName(db, operation.name);
      const tagId = known?.id ?? ids.next();
      if (!known && itemIds.length > 0)
        change.insert('tag', { id: tagId, name: operation.name, color: null, shortcut: null });
      const present = readTagUses(db, tagId, itemIds);
      const missing = itemIds.filter((id) => !present.has(id));
      for (const itemId of missing)
        change.insert('item_tag', { id: ids.next(), item_id: itemId, tag_id: tagId });
      return missing;
    }
    if (operation.kind === 'remove-tag') {
      const present = readTagUses(db, operation.tagId, itemIds);
      for (const id of present.values()) change.remove('item_tag', id);
      return [...present.keys()];
    }
    if (operation.kind === 'add-to-collection') {
      const { collectionId } = operation;
      const present = readFilings(db, collectionId, itemIds);
      const missing = itemIds.filter((id) => !present.has(id));
      for (const itemId of missing)
        change.insert('collection_item', { id: ids.next(), collection_id: collectionId, item_id: itemId });
      return missing;
    }
    if (operation.kind === 'remove-from-collection') {
      const present = readFilings(db, operation.collectionId, itemIds);
      for (const id of present.values()) change.remove('collection_item', id);
      return [...present.keys()];
    }
    return [];
  }
}

interface ChangedRecord {
  readonly row: EditableItemRow;
  readonly before: CslItem;
  readonly after: CslItem;
}

function hasPattern(operations: readonly BatchOperation[]): boolean {
  return operations.some((operation) => operation.kind === 'replace' && operation.isPattern);
}

function changedRecord(row: EditableItemRow, operations: readonly RecordOperation[]): ChangedRecord {
  const before = JSON.parse(row.csl) as CslItem;
  return { row, before, after: operations.reduce(changeRecord, before) };
}

/**
 * Records after their changes. A pattern gets little time for all, then a little for each alone: one slow text does not
 * block the library.
 * @returns `library.batch-slow` with the title of the record at which a pattern does not end
 */
async function changeRecords(
  rows: readonly EditableItemRow[],
  operations: readonly RecordOperation[],
): Promise<Result<readonly ChangedRecord[]>> {
  const all = (): readonly ChangedRecord[] => rows.map((row) => changedRecord(row, operations));
  if (!hasPattern(operations)) return ok(all());
  const together = bounded(PATTERN_MS, all);
  if (together) return ok(together.value);
  const done: ChangedRecord[] = [];
  for (const row of rows) {
    const alone = await patiently(() => bounded(PATTERN_MS_ONE, () => changedRecord(row, operations)));
    if (!alone) return fail('library.batch-slow', { title: row.title });
    done.push(alone.value);
  }
  return ok(done);
}

/** Tries again when the time went to other programs or to cleaning up memory and not to the work. */
async function patiently<T>(attempt: () => T | undefined): Promise<T | undefined> {
  for (let tries = 0, slow = 0; tries < TRIES && slow < 2; tries += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const before = process.threadCpuUsage();
    const done = attempt();
    if (done !== undefined) return done;
    const { user, system } = process.threadCpuUsage(before);
    // Microseconds.
    if ((user + system) / 1_000 > PATTERN_MS_ONE / 2) slow += 1;
  }
  return undefined;
}

/** As {@link changeRecords} while writing: a record that a pattern hangs on, because it changed since, stays as it is. */
function recordsAfter(
  rows: readonly EditableItemRow[],
  operations: readonly RecordOperation[],
): readonly (ChangedRecord | undefined)[] {
  if (operations.length === 0) return [];
  const all = (): readonly ChangedRecord[] => rows.map((row) => changedRecord(row, operations));
  if (!hasPattern(operations)) return all();
  return (
    bounded(PATTERN_MS_WRITING, all)?.value ??
    rows.map((row) => bounded(PATTERN_MS_WRITING, () => changedRecord(row, operations))?.value)
  );
}

/** The columns that change; none when the paper is as asked already. */
function patchFor(
  row: EditableItemRow,
  record: ChangedRecord | undefined,
  operations: readonly BatchOperation[],
): Partial<ItemTable> {
  const patch: Partial<ItemTable> = {};
  if (record) {
    const { before, after } = record;
    if (after !== before) {
      Object.assign(patch, { csl: JSON.stringify(after), ...listColumns(after) });
      if (row.provenance !== '{}') patch.provenance = ownedBy(row.provenance, changedFields(before, after));
    }
  }
  for (const operation of operations) {
    if (operation.kind === 'status') patch.read_status = operation.readStatus;
    if (operation.kind === 'relevance') patch.relevance = operation.relevance;
    if (operation.kind === 'design') patch.design = operation.design;
    if (operation.kind === 'terms')
      patch.education = JSON.stringify(
        changeTerms(readEducation(patch.education ?? row.education), operation),
      );
    if (operation.kind === 'education')
      patch.education = JSON.stringify(
        changeEducation(readEducation(patch.education ?? row.education), operation.patch),
      );
  }
  const old: Readonly<Record<string, unknown>> = { ...row };
  return Object.fromEntries(
    Object.entries(patch).filter(([column, value]) => !(column in old) || old[column] !== value),
  );
}

/** A field that the person changed is no longer the app's guess. */
function ownedBy(stored: string, fields: readonly string[]): string {
  const provenance = { ...readProvenance(stored) };
  for (const field of fields) if (provenance[field]) provenance[field] = WRITTEN_BY_PERSON;
  return JSON.stringify(provenance);
}
