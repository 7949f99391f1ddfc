import type Database from 'better-sqlite3';
import { z } from 'zod';
import {
  ANNOTATION_TYPES,
  annotationColor,
  nearestColor,
  pdfRect,
  type Annotation,
  type AnnotationDraft,
  type AnnotationTarget,
} from '@shared/domain/annotation';
import { all, first, query, run } from '../query';
import type { AnnotationTable } from '../schema';

type Row = AnnotationTable & { readonly link_count: number | null };

const rectList = z.array(pdfRect);
const shownType = z.enum(ANNOTATION_TYPES);

/** Annotations that are not in the trash, with the number of links that rest on each. */
function select() {
  return query
    .selectFrom('annotation')
    .innerJoin('attachment', 'attachment.id', 'annotation.attachment_id')
    .innerJoin('item', 'item.id', 'annotation.item_id')
    .selectAll('annotation')
    .select((eb) =>
      eb
        .selectFrom('link')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('link.from_kind', '=', 'annotation')
        .whereRef('link.from_id', '=', 'annotation.id')
        .as('link_count'),
    )
    .where('annotation.trashed_at', 'is', null)
    .where('attachment.trashed_at', 'is', null);
}

/** @param attachmentId the file @returns its annotations in reading order */
export function annotationsOfAttachment(db: Database.Database, attachmentId: string): Annotation[] {
  const rows = all<Row>(
    db,
    select().where('annotation.attachment_id', '=', attachmentId).orderBy('annotation.sort_index'),
  );
  return rows.map(toAnnotation);
}

/** @param itemId the item @returns annotations of all its files, file by file, in reading order */
export function annotationsOfItem(db: Database.Database, itemId: string): Annotation[] {
  const rows = all<Row>(
    db,
    select()
      .where('annotation.item_id', '=', itemId)
      .orderBy('annotation.attachment_id')
      .orderBy('annotation.sort_index'),
  );
  return rows.map(toAnnotation);
}

/** @returns the annotation with the title of its item; undefined when it is not there or in the trash */
export function annotationById(
  db: Database.Database,
  id: string,
): { readonly annotation: Annotation; readonly itemTitle: string } | undefined {
  const row = first<Row & { readonly item_title: string }>(
    db,
    select().select('item.title as item_title').where('annotation.id', '=', id),
  );
  return row && { annotation: toAnnotation(row), itemTitle: row.item_title };
}

/** A file as annotating needs it. */
export interface AnnotatedFile {
  readonly itemId: string;
  readonly fileId: string;
  readonly title: string;
  readonly mediaType: string;
  readonly itemTitle: string;
  readonly lastPageIndex: number;
}

/** @returns the file of an attachment; undefined when it is not there or in the trash */
export function annotatedFile(db: Database.Database, attachmentId: string): AnnotatedFile | undefined {
  const row = first(
    db,
    query
      .selectFrom('attachment')
      .innerJoin('file', 'file.id', 'attachment.file_id')
      .innerJoin('item', 'item.id', 'attachment.item_id')
      .selectAll('attachment')
      .select(['file.media_type', 'item.title as item_title'])
      .where('attachment.id', '=', attachmentId)
      .where('attachment.trashed_at', 'is', null),
  );
  return (
    row && {
      itemId: row.item_id,
      fileId: row.file_id,
      title: row.title,
      mediaType: row.media_type,
      itemTitle: row.item_title,
      lastPageIndex: row.last_page_index,
    }
  );
}

/** Remembers the page a person stopped at: state of the view, not a change to the library, so it is not logged. */
export function keepPlace(db: Database.Database, attachmentId: string, pageIndex: number): number {
  return run(
    db,
    query.updateTable('attachment').set({ last_page_index: pageIndex }).where('id', '=', attachmentId),
  );
}

/** Remembers when a person opened an item, for "continue reading"; not logged, as above. */
export function keepOpened(db: Database.Database, itemId: string, now: string): void {
  run(db, query.updateTable('item').set({ opened_at: now }).where('id', '=', itemId));
}

/** @returns the stored JSON of a setting, or undefined */
export function settingValue(db: Database.Database, id: string): string | undefined {
  return first(db, query.selectFrom('setting').select('value').where('id', '=', id))?.value;
}

/**
 * A new row.
 * @param ids of the annotation, its item and its file
 * @param draft what the reader made
 * @param now ISO 8601 UTC
 */
export function annotationRow(
  ids: { readonly id: string; readonly itemId: string; readonly attachmentId: string },
  draft: AnnotationDraft,
  now: string,
): AnnotationTable {
  return {
    id: ids.id,
    item_id: ids.itemId,
    attachment_id: ids.attachmentId,
    type: draft.type,
    ...targetColumns(draft),
    color: draft.color,
    comment: draft.comment,
    created_at: now,
    updated_at: now,
    trashed_at: null,
    tags: '[]',
  };
}

/** @param target a place in a document @returns the columns that hold it */
export function targetColumns(target: AnnotationTarget) {
  return {
    page_index: target.pageIndex,
    page_label: target.pageLabel,
    rects: JSON.stringify(target.rects),
    quote_exact: target.quote,
    quote_prefix: target.prefix,
    quote_suffix: target.suffix,
    position_start: target.start,
    position_end: target.end,
    sort_index: target.sortIndex,
    fingerprint: target.fingerprint,
  } satisfies Partial<AnnotationTable>;
}

/** A type that this version does not draw (an imported ink stroke) is shown as a highlight of its boxes. */
function toAnnotation(row: Row): Annotation {
  const type = shownType.safeParse(row.type);
  const color = annotationColor.safeParse(row.color);
  return {
    id: row.id,
    itemId: row.item_id,
    attachmentId: row.attachment_id,
    type: type.success ? type.data : 'highlight',
    pageIndex: row.page_index,
    pageLabel: row.page_label ?? String(row.page_index + 1),
    rects: rectList.parse(JSON.parse(row.rects)),
    color: color.success ? color.data : nearestColor(row.color),
    quote: row.quote_exact,
    prefix: row.quote_prefix,
    suffix: row.quote_suffix,
    start: row.position_start ?? 0,
    end: row.position_end ?? 0,
    sortIndex: row.sort_index,
    fingerprint: row.fingerprint,
    comment: row.comment,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    linkCount: row.link_count ?? 0,
  };
}
