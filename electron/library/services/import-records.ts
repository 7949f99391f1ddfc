import type { ChangeSet } from '@db/change-set';
import { readMemberships } from '@db/repositories/collection';
import { findFilePlace } from '@db/repositories/file-place';
import { batchExists, findCandidate, hasFile, isCitationKeyTaken } from '@db/repositories/import-lookups';
import {
  listColumns,
  uniqueCitationKey,
  type CslItem,
  type ItemProvenance,
} from '@shared/domain/bibliography';
import { fillGaps, type RecordAction } from '@shared/domain/import';
import type { RecordExtras } from '@shared/formats/bibliography';
import type { Core } from '../core';
import type { ParsedRecord } from '../adapters/bibliography';
import type { NewJobRecord } from '../jobs/jobs';
import { citationKeyMaker } from './citation-key-maker';
import { parseCsl, type DuplicateFinder, type KnownWork } from './import-duplicates';
import { ExtrasWriter } from './import-extras';
import type { ImportedHighlights } from './import-highlights';
import type { LinkedPapers, StoredPaper } from './import-stored';

/** The file an import reads from, as it is remembered with every record ("found via"). */
export interface Batch {
  readonly id: string;
  readonly source: string;
  readonly format: string;
  readonly jobId: string;
  /** The person's word for where the records come from. */
  readonly foundVia: string;
}

/** Longest raw record kept in a report: enough to see what is wrong with it. */
export const MAX_RAW = 8_000;

/** How one record is brought in. */
export interface RecordOrder {
  readonly batch: Batch;
  /** The collection the record goes into, null for none; made with the first record that needs it. */
  readonly collection: () => string | null;
  /** What is done with it. @param isKnown whether the work is there already */
  readonly decide: (isKnown: boolean) => RecordAction;
}

const NO_PAPERS: LinkedPapers = { stored: [], refused: [] };

/** Adds records to the library inside a command and says what became of each. */
export class RecordWriter {
  /** Writes what richer formats bring beside the bibliographic fields. */
  readonly extras: ExtrasWriter;
  readonly #keyOf: (item: CslItem) => string;

  /** @param duplicates what the library has already @param highlights what people marked in the PDFs */
  constructor(
    private readonly core: Pick<Core, 'db' | 'clock' | 'ids'>,
    private readonly duplicates: DuplicateFinder,
    private readonly highlights: ImportedHighlights,
  ) {
    this.extras = new ExtrasWriter(core, highlights);
    this.#keyOf = citationKeyMaker(core.db);
  }

  /**
   * Adds one record of a bibliography, or completes the record that is there, as the person decided.
   * @param linked PDFs the record points to, already in the store, and links that were turned down
   * @returns its line in the report
   */
  addParsed(
    change: ChangeSet,
    record: ParsedRecord,
    order: RecordOrder,
    linked: LinkedPapers = NO_PAPERS,
  ): NewJobRecord {
    const { batch } = order;
    const place = { source: batch.source, line: record.line };
    if (record.outcome.kind === 'failed') {
      const { code, cause } = record.outcome;
      return {
        ...place,
        outcome: 'failed',
        code,
        details: cause === undefined ? {} : { cause: cause.slice(0, 300) },
        title: guessTitle(record.raw),
        raw: record.raw.slice(0, MAX_RAW),
      };
    }
    const { item, remarks } = record.outcome;
    const title = item.title ?? '';
    const known = this.duplicates.find(item);
    const action = order.decide(known?.kind === 'same');
    if (action === 'leave' && known?.kind !== 'same') return { ...place, ...leftOutLine(title) };
    const { extras } = record.outcome;
    if (known?.kind === 'same' && action !== 'import') {
      if (action !== 'leave') this.#addExtras(change, known.itemId, extras, linked, order, false);
      return { ...place, ...this.complete(change, known, item, action, order.collection, linked.stored) };
    }
    const itemId = this.addItem(change, item, {}, batch, order.collection());
    for (const paper of linked.stored) this.attach(change, itemId, paper);
    this.#addExtras(change, itemId, extras, linked, order, true);
    const told = [...fileRemarks(linked), ...remarks];
    const remark = told[0];
    return {
      ...place,
      outcome: 'imported',
      itemId,
      title,
      ...(remark === undefined
        ? versionNote(known)
        : {
            code: remark.code,
            details: { value: (remark.value ?? '').slice(0, 300), count: told.length },
            raw: record.raw.slice(0, MAX_RAW),
          }),
    };
  }

  #addExtras(
    change: ChangeSet,
    itemId: string,
    extras: RecordExtras | undefined,
    linked: LinkedPapers,
    order: RecordOrder,
    isNew: boolean,
  ): void {
    if (extras === undefined) return;
    const files = linked.attachments ?? { stored: [], missing: [], refused: [] };
    this.extras.write(change, itemId, extras, files, { isNew, within: order.collection });
  }

  /**
   * Completes the record of a work that is there: files it does not have, with `add` also fields it does not have.
   * @returns its line in the report
   */
  complete(
    change: ChangeSet,
    known: Extract<KnownWork, { kind: 'same' }>,
    item: CslItem,
    action: Exclude<RecordAction, 'import'>,
    collection: () => string | null,
    papers: readonly StoredPaper[],
  ): Pick<NewJobRecord, 'outcome' | 'code' | 'details' | 'itemId' | 'title'> {
    const line = duplicateLine(known, item.title ?? '');
    if (action === 'leave') return line;
    const { itemId } = known;
    const missing = papers.filter((paper) => !hasFile(this.core.db, itemId, paper.file.id));
    for (const paper of missing) this.attach(change, itemId, paper);
    const fields = action === 'add' ? this.#fill(change, itemId, item) : 0;
    if (action === 'add' || missing.length > 0) this.putInto(change, collection(), itemId);
    if (missing.length + fields === 0) return line;
    return {
      ...line,
      outcome: 'imported',
      code: fields > 0 ? 'import.added-to-existing' : 'import.attached-to-existing',
      details: { title: known.title, fields, files: missing.length },
    };
  }

  /** @returns number of fields that were missing and came with the other record */
  #fill(change: ChangeSet, itemId: string, incoming: CslItem): number {
    const row = findCandidate(this.core.db, itemId);
    const present = row === undefined ? undefined : parseCsl(row.csl);
    if (present === undefined) return 0;
    const { item, filled } = fillGaps(present, incoming);
    if (filled.length === 0) return 0;
    change.update('item', itemId, {
      ...listColumns(item),
      csl: JSON.stringify(item),
      updated_at: this.core.clock.now(),
    });
    this.duplicates.add(itemId, item);
    return filled.length;
  }

  /** Puts a record into a collection it is not in yet. */
  putInto(change: ChangeSet, collectionId: string | null, itemId: string): void {
    if (collectionId === null) return;
    if (readMemberships(this.core.db, collectionId, [itemId]).size > 0) return;
    change.insert('collection_item', {
      id: this.core.ids.next(),
      collection_id: collectionId,
      item_id: itemId,
    });
  }

  /** Adds a record with its list columns and a citation key that no other record has. @returns its id */
  addItem(
    change: ChangeSet,
    item: CslItem,
    provenance: ItemProvenance,
    batch: Batch,
    collectionId: string | null,
  ): string {
    const id = this.core.ids.next();
    const now = this.core.clock.now();
    const key = uniqueCitationKey(item['citation-key'] ?? this.#keyOf(item), (candidate) =>
      isCitationKeyTaken(this.core.db, candidate),
    );
    const csl: CslItem = { ...item, 'citation-key': key };
    this.#ensureBatch(change, batch, now);
    change.insert('item', {
      id,
      ...listColumns(csl),
      csl: JSON.stringify(csl),
      design: null,
      read_status: 'to-read',
      provenance: JSON.stringify(provenance),
      import_batch_id: batch.id,
      is_sample: 0,
      opened_at: null,
      created_at: now,
      updated_at: now,
      trashed_at: null,
    });
    if (collectionId !== null) {
      change.insert('collection_item', {
        id: this.core.ids.next(),
        collection_id: collectionId,
        item_id: id,
      });
    }
    this.duplicates.add(id, csl);
    return id;
  }

  /** Attaches a stored PDF; its text is indexed later, in the background. */
  attach(change: ChangeSet, itemId: string, paper: StoredPaper): void {
    const now = this.core.clock.now();
    const listed = findFilePlace(this.core.db, paper.file.id);
    if (listed !== undefined && listed.linkedPath !== null && listed.linkedPath !== paper.linkedPath) {
      // The copy is safer than the link, and the newer link is likelier to be there.
      change.update('file', paper.file.id, { linked_path: paper.linkedPath });
    }
    if (listed === undefined) {
      change.insert('file', {
        id: paper.file.id,
        size: paper.file.size,
        media_type: 'application/pdf',
        original_name: paper.name,
        created_at: now,
        linked_path: paper.linkedPath,
      });
    }
    const attachmentId = this.core.ids.next();
    change.insert('attachment', {
      id: attachmentId,
      item_id: itemId,
      file_id: paper.file.id,
      title: paper.name,
      fingerprint: paper.fingerprint,
      page_count: paper.pageCount,
      text_status: 'queued',
      text_error: null,
      last_page_index: 0,
      created_at: now,
      trashed_at: null,
    });
    this.highlights.write(change, itemId, attachmentId, paper.file.id);
  }

  /** The batch row comes with its first record, so that undo leaves nothing behind and a file of duplicates adds nothing. */
  #ensureBatch(change: ChangeSet, batch: Batch, now: string): void {
    if (batchExists(this.core.db, batch.id)) return;
    change.insert('import_batch', {
      id: batch.id,
      source: batch.source,
      format: batch.format,
      job_id: batch.jobId,
      created_at: now,
      found_via: batch.foundVia,
    });
  }
}

/** Files that did not come, for the report. */
function fileRemarks(linked: LinkedPapers): readonly { readonly code: string; readonly value: string }[] {
  const refused = [...linked.refused, ...(linked.attachments?.refused ?? [])];
  return [
    ...refused.map((value) => ({ code: 'import.linked-file-refused', value })),
    ...(linked.attachments?.missing ?? []).map((value) => ({ code: 'import.linked-file-missing', value })),
  ];
}

/** The report's line for a record the person left out. */
export function leftOutLine(title: string): Pick<NewJobRecord, 'outcome' | 'code' | 'title'> {
  return { outcome: 'skipped', code: 'import.left-out', title };
}

/** The report's line for a work that is there already. */
export function duplicateLine(
  known: Extract<KnownWork, { kind: 'same' }>,
  title: string,
): Pick<NewJobRecord, 'outcome' | 'code' | 'details' | 'itemId' | 'title'> {
  return {
    outcome: 'duplicate',
    code: `import.duplicate-${known.reason}`,
    details: { title: known.title },
    itemId: known.itemId,
    title: title === '' ? known.title : title,
  };
}

/** A preprint or the published form of something in the library: kept, and said. */
export function versionNote(known: KnownWork | undefined): Pick<NewJobRecord, 'code' | 'details'> {
  return known?.kind === 'version' ? { code: 'import.other-version', details: { title: known.title } } : {};
}

/** @param raw a record that cannot be read: it is easier to find by its title than by its line @returns empty when there is none */
export function guessTitle(raw: string): string {
  const match =
    /\btitle\s*=\s*[{"]+([^{}"\n]{3,200})/i.exec(raw) ??
    /^(?:TI|T1) {2}- (.{3,200})/m.exec(raw) ??
    /"title"\s*:\s*"([^"\n]{3,200})/.exec(raw);
  return match?.[1]?.trim() ?? '';
}
