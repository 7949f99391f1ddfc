import type { ChangeSet } from '@db/change-set';
import { batchExists, isCitationKeyTaken } from '@db/repositories/import-lookups';
import {
  listColumns,
  makeCitationKey,
  uniqueCitationKey,
  type CslItem,
  type ItemProvenance,
} from '@shared/domain/bibliography';
import type { RecordExtras } from '@shared/formats/bibliography';
import type { Core } from '../core';
import type { ParsedRecord } from '../adapters/bibliography';
import type { StoredFile } from '../adapters/file-store';
import type { NewJobRecord } from '../jobs/jobs';
import type { StoredAttachments } from './import-attachments';
import type { DuplicateFinder, KnownWork } from './import-duplicates';
import { ExtrasWriter } from './import-extras';

/** The file an import reads from, as it is remembered with every record ("found via"). */
export interface Batch {
  readonly id: string;
  readonly source: string;
  readonly format: string;
  readonly jobId: string;
}

/** A PDF in the store, to be attached. */
export interface StoredPaper {
  readonly file: StoredFile;
  readonly name: string;
  readonly fingerprint: string | null;
  readonly pageCount: number | null;
}

/** What became of the files a record points to. */
export interface LinkedPapers {
  readonly stored: readonly StoredPaper[];
  /** Links that lead where a bibliography may not lead, as they stand in the file. */
  readonly refused: readonly string[];
  /** Files of any kind that came with the other things of a richer format. */
  readonly attachments?: StoredAttachments;
}

/** Longest raw record kept in a report: enough to see what is wrong with it. */
const MAX_RAW = 8_000;

/** Adds records to the library inside a command and says what became of each. */
export class RecordWriter {
  /** Writes what richer formats bring beside the bibliographic fields. */
  readonly extras: ExtrasWriter;

  /** @param duplicates what the library has already @param collectionId collection that new records go into */
  constructor(
    private readonly core: Pick<Core, 'db' | 'clock' | 'ids'>,
    private readonly duplicates: DuplicateFinder,
    private readonly collectionId: string | null,
  ) {
    this.extras = new ExtrasWriter(core);
  }

  /**
   * Adds one record of a bibliography unless the library has the work.
   * @param linked PDFs the record points to, already in the store, and links that were turned down
   * @returns its line in the report
   */
  addParsed(
    change: ChangeSet,
    record: ParsedRecord,
    batch: Batch,
    linked: LinkedPapers = { stored: [], refused: [] },
  ): NewJobRecord {
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
    if (known?.kind === 'same') {
      this.#addExtras(change, known.itemId, record.outcome.extras, linked, false);
      return { ...place, ...duplicateLine(known, title) };
    }
    const itemId = this.addItem(change, item, {}, batch);
    for (const paper of linked.stored) this.attach(change, itemId, paper);
    this.#addExtras(change, itemId, record.outcome.extras, linked, true);
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
    isNew: boolean,
  ): void {
    if (extras === undefined) return;
    const files = linked.attachments ?? { stored: [], missing: [], refused: [] };
    this.extras.write(change, itemId, extras, files, { isNew, within: this.collectionId });
  }

  /** Adds a record with its list columns and a citation key that no other record has. @returns its id */
  addItem(change: ChangeSet, item: CslItem, provenance: ItemProvenance, batch: Batch): string {
    const id = this.core.ids.next();
    const now = this.core.clock.now();
    const key = uniqueCitationKey(item['citation-key'] ?? makeCitationKey(item), (candidate) =>
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
    if (this.collectionId !== null) {
      change.insert('collection_item', {
        id: this.core.ids.next(),
        collection_id: this.collectionId,
        item_id: id,
      });
    }
    this.duplicates.add(id, csl);
    return id;
  }

  /** Attaches a stored PDF; its text is indexed later, in the background. */
  attach(change: ChangeSet, itemId: string, paper: StoredPaper): void {
    const now = this.core.clock.now();
    const listed = this.core.db.prepare('SELECT 1 FROM file WHERE id = ?').get(paper.file.id) !== undefined;
    if (!listed) {
      change.insert('file', {
        id: paper.file.id,
        size: paper.file.size,
        media_type: 'application/pdf',
        original_name: paper.name,
        created_at: now,
      });
    }
    change.insert('attachment', {
      id: this.core.ids.next(),
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

/** A record that cannot be read is easier to find by its title than by its line. */
function guessTitle(raw: string): string {
  const match =
    /\btitle\s*=\s*[{"]+([^{}"\n]{3,200})/i.exec(raw) ??
    /^(?:TI|T1) {2}- (.{3,200})/m.exec(raw) ??
    /"title"\s*:\s*"([^"\n]{3,200})/.exec(raw);
  return match?.[1]?.trim() ?? '';
}
