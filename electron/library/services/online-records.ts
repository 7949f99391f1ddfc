import type Database from 'better-sqlite3';
import type { ChangeSet } from '@db/change-set';
import { findByDoi, findByTitleKey, isCitationKeyTaken } from '@db/repositories/import-lookups';
import type { ItemTable } from '@db/schema';
import {
  cslItemSchema,
  duplicateKeys,
  judgeDuplicate,
  listColumns,
  uniqueCitationKey,
  type CslItem,
} from '@shared/domain/bibliography';
import { readProvenance, type FieldProvenance } from '@shared/domain/library/provenance';
import type { Proposal } from '@shared/domain/online/proposals';
import type { OnlineService } from '@shared/domain/online/services';
import type { OnlineRecord } from '@shared/formats/online';
import { omit } from '@shared/lib/omit';
import type { Core } from '../core';
import { citationKeyMaker } from './citation-key-maker';
import { parseCsl } from './import-duplicates';
import { waitingNumber } from './online-lookup';

/** @returns id of the record outside the trash that is the same work, or null */
export function inLibrary(db: Database.Database, csl: CslItem): string | null {
  const keys = duplicateKeys(csl);
  const rows = [
    ...(keys.doi === undefined ? [] : findByDoi(db, keys.doi)),
    ...(keys.title === '' ? [] : findByTitleKey(db, keys.title)),
  ];
  const same = rows.find((row) => {
    const other = parseCsl(row.csl);
    return other !== undefined && judgeDuplicate(csl, other).kind === 'same';
  });
  return same?.id ?? null;
}

/** What is remembered of a field a service gave and the person took. */
function from(source: OnlineService): FieldProvenance {
  return { source, confidence: 0.95, page: null, approved: true };
}

/** @param json the `education` column @returns its fields, none when a foreign hand broke it */
export function parseEducation(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/**
 * Puts approved proposals into a record.
 * @param row the record as stored @param proposals those that were approved
 * @param agreed fields that are as they were, with the service that says the same
 * @returns the columns to write, or undefined when the result would be no valid record
 */
export function applied(
  row: ItemTable,
  proposals: readonly Proposal[],
  agreed: ReadonlyMap<string, OnlineService> = new Map(),
): Partial<ItemTable> | undefined {
  const present = parseCsl(row.csl);
  if (present === undefined) return undefined;
  const fields = proposals.filter(({ field }) => !field.startsWith('education.'));
  const merged = Object.fromEntries([
    ...Object.entries(present),
    ...fields.map(({ field, value }) => [field, value] as const),
  ]);
  const csl = cslItemSchema.safeParse(merged);
  if (!csl.success) return undefined;
  const item = csl.data;
  if (waitingNumber(item) !== undefined && item.custom !== undefined) {
    const rest = omit(item.custom, ['lookup']);
    if (Object.keys(rest).length > 0) item.custom = rest;
    else delete item.custom;
  }
  const education = Object.fromEntries([
    ...Object.entries(parseEducation(row.education)),
    ...proposals
      .filter(({ field }) => field.startsWith('education.'))
      .map(({ field, value }) => [field.slice('education.'.length), value] as const),
  ]);
  const provenance = Object.fromEntries([
    ...Object.entries(readProvenance(row.provenance)),
    ...fields.map(({ field, source }) => [field, from(source)] as const),
    ...[...agreed].map(([field, source]) => [field, from(source)] as const),
  ]);
  return {
    csl: JSON.stringify(item),
    ...listColumns(item),
    education: JSON.stringify(education),
    provenance: JSON.stringify(provenance),
  };
}

/** Adds a record that was picked from a search. @returns its id */
export function addRecord(
  core: Pick<Core, 'db' | 'clock' | 'ids'>,
  change: ChangeSet,
  record: OnlineRecord,
  batchId: string,
  collectionId: string | null,
): string {
  const id = core.ids.next();
  const now = core.clock.now();
  const key = uniqueCitationKey(citationKeyMaker(core.db)(record.csl), (candidate) =>
    isCitationKeyTaken(core.db, candidate),
  );
  const csl: CslItem = { ...record.csl, 'citation-key': key };
  change.insert('item', {
    id,
    ...listColumns(csl),
    csl: JSON.stringify(csl),
    design: null,
    read_status: 'to-read',
    provenance: '{}',
    import_batch_id: batchId,
    is_sample: 0,
    opened_at: null,
    created_at: now,
    updated_at: now,
    trashed_at: null,
    education: JSON.stringify(record.education),
    retraction: record.retraction === null ? null : JSON.stringify(record.retraction),
  });
  if (collectionId !== null)
    change.insert('collection_item', { id: core.ids.next(), collection_id: collectionId, item_id: id });
  return id;
}
