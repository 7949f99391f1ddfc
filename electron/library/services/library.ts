import {
  countItems,
  listItemIds,
  listItems,
  positionOfItem,
  type ItemListRow,
  type ListPage,
} from '@db/repositories/item-list';
import { readItemLinks, type ItemLinkRow } from '@db/repositories/item-links';
import {
  countItemWork,
  countViews,
  readItem,
  readItemAttachments,
  readItemCollections,
  readItemTags,
} from '@db/repositories/item';
import { readImportBatch } from '@db/repositories/item-edit';
import { readLastRead, readSmallWins } from '@db/repositories/item-desk';
import { cslItemSchema } from '@shared/domain/bibliography/csl-item';
import { readEducation } from '@shared/domain/library/education';
import { readStatus } from '@shared/domain/library/item-view';
import { readProvenance } from '@shared/domain/library/provenance';
import { itemDetail, type ItemDetail, type ItemRow, type UsedInEntry } from '@shared/ipc/contract/library';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

const textStatus = itemDetail.shape.attachments.element.shape.textStatus;
const rowTags = itemDetail.shape.tags;

/** Reads of the library place: lists and single papers. */
export class LibraryReads {
  readonly #core: Pick<Core, 'db' | 'clock'>;
  readonly #now = (): string => this.#core.clock.now();

  constructor(core: Pick<Core, 'db' | 'clock'>) {
    this.#core = core;
  }

  list(page: ListPage): { total: number; rows: ItemRow[] } {
    const { db } = this.#core;
    return {
      total: countItems(db, page.view, this.#now),
      rows: listItems(db, page, this.#now).map(toRow),
    };
  }

  ids(page: ListPage): { ids: string[] } {
    return { ids: [...listItemIds(this.#core.db, page, this.#now)] };
  }

  position(list: Pick<ListPage, 'view' | 'sort'>, itemId: string): { index: number | null } {
    return { index: positionOfItem(this.#core.db, list, itemId, this.#now) };
  }

  counts(): { all: number; recent: number; unfiled: number; trash: number } {
    return countViews(this.#core.db);
  }

  /** @returns the paper, or `library.item-missing` */
  get(itemId: string): Result<ItemDetail> {
    const { db } = this.#core;
    const row = readItem(db, itemId);
    if (!row) return fail('library.item-missing');
    const work = countItemWork(db, itemId);
    return ok({
      id: row.id,
      csl: cslItemSchema.parse(JSON.parse(row.csl)),
      provenance: readProvenance(row.provenance),
      title: row.title,
      authors: row.authors,
      year: row.year,
      containerTitle: row.container_title,
      design: row.design,
      readStatus: readStatus.parse(row.read_status),
      citationKey: row.citation_key,
      isKeyPinned: row.citation_key_pinned === 1,
      relevance: row.relevance,
      education: readEducation(row.education),
      foundVia: this.#foundVia(row.import_batch_id),
      isSample: row.is_sample === 1,
      addedAt: row.created_at,
      updatedAt: row.updated_at,
      openedAt: row.opened_at,
      trashedAt: row.trashed_at,
      attachments: readItemAttachments(db, itemId).map((attachment) => ({
        id: attachment.id,
        title: attachment.title,
        mediaType: attachment.media_type,
        pageCount: attachment.page_count,
        lastPageIndex: attachment.last_page_index,
        textStatus: textStatus.parse(attachment.text_status),
      })),
      tags: readItemTags(db, itemId).map((tag) => ({ ...tag })),
      collections: readItemCollections(db, itemId).map((collection) => ({ ...collection })),
      counts: { ...work, usedIn: readItemLinks(db, itemId).length },
    });
  }

  #foundVia(batchId: string | null): ItemDetail['foundVia'] {
    const batch = batchId === null ? undefined : readImportBatch(this.#core.db, batchId);
    return batch === undefined
      ? null
      : { source: batch.source, format: batch.format, at: batch.created_at, foundVia: batch.found_via };
  }

  usedIn(itemId: string): UsedInEntry[] {
    return readItemLinks(this.#core.db, itemId).map(toUse);
  }

  /** Where the person left off. */
  desk(): CallOutput<'library.desk'> {
    const { db } = this.#core;
    return {
      reading: readLastRead(db, 4).map((row) => ({
        itemId: row.id,
        attachmentId: row.attachment_id,
        title: row.title,
        authors: row.authors,
        year: row.year,
        lastPageIndex: row.last_page_index,
        pageCount: row.page_count,
        openedAt: row.opened_at,
        isSample: row.is_sample === 1,
      })),
      smallWins: readSmallWins(db, 3).map((row) => ({
        id: row.id,
        projectId: row.project_id,
        projectTitle: row.project_title,
        date: row.date,
        text: row.title === '' ? row.description : row.title,
      })),
    };
  }
}

function toRow(row: ItemListRow): ItemRow {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    authors: row.authors,
    year: row.year,
    containerTitle: row.container_title,
    design: row.design,
    readStatus: readStatus.parse(row.read_status),
    attachmentId: row.attachment_id,
    tags: rowTags.parse(JSON.parse(row.tags)),
    isSample: row.is_sample === 1,
    addedAt: row.created_at,
    updatedAt: row.updated_at,
    openedAt: row.opened_at,
    citationKey: row.citation_key,
    trashedAt: row.trashed_at,
    relevance: row.relevance,
    retracted: retractionKind(row.retraction),
  };
}

/** What a retraction notice calls itself ("retraction", "expression-of-concern"); null when there is none. */
function retractionKind(json: string | null): string | null {
  if (json === null) return null;
  const notice: unknown = JSON.parse(json);
  const kind: unknown = typeof notice === 'object' && notice !== null ? Reflect.get(notice, 'kind') : null;
  return typeof kind === 'string' ? kind : 'retraction';
}

/** A link as the page shows it: in which work it ends. */
export function toUse(link: ItemLinkRow): UsedInEntry {
  const owner =
    link.project_id !== null
      ? { ownerKind: 'project' as const, ownerId: link.project_id, title: link.project_title ?? '' }
      : link.report_id !== null
        ? { ownerKind: 'report' as const, ownerId: link.report_id, title: link.report_title ?? '' }
        : link.appraised_item_id !== null
          ? { ownerKind: 'item' as const, ownerId: link.appraised_item_id, title: '' }
          : { ownerKind: 'unknown' as const, ownerId: null, title: '' };
  return {
    linkId: link.id,
    fromKind: link.from_kind,
    fromId: link.from_id,
    quote: link.quote,
    relation: link.relation,
    toKind: link.to_kind,
    toId: link.to_id,
    ...owner,
  };
}
