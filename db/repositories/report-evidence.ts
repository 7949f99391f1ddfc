import type Database from 'better-sqlite3';
import { all, first, query } from '../query';
import type { LinkTable } from '../schema';

/** A highlight with the paper it stands in. */
export interface AnnotationSource {
  readonly id: string;
  readonly item_id: string;
  readonly attachment_id: string;
  readonly page_index: number;
  readonly page_label: string | null;
  readonly quote_exact: string;
  readonly comment: string;
  readonly authors: string;
  readonly year: number | null;
  readonly title: string;
  readonly trashed: boolean;
}

/** A journal entry as evidence. */
export interface ObservationSource {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly description: string;
  readonly privacy_class: string;
  readonly trashed: boolean;
}

/** @param claimIds claims of one report; @returns their evidence links, oldest first */
export function readEvidenceLinks(db: Database.Database, claimIds: readonly string[]): readonly LinkTable[] {
  if (claimIds.length === 0) return [];
  return all(
    db,
    query
      .selectFrom('link')
      .selectAll()
      .where('to_kind', '=', 'claim')
      .where('to_id', 'in', [...claimIds])
      .orderBy('created_at')
      .orderBy('id'),
  );
}

/** @returns one link of any kind, undefined when there is none */
export function readLink(db: Database.Database, linkId: string): LinkTable | undefined {
  return first(db, query.selectFrom('link').selectAll().where('id', '=', linkId));
}

function annotations() {
  return query
    .selectFrom('annotation')
    .innerJoin('item', 'item.id', 'annotation.item_id')
    .select([
      'annotation.id',
      'annotation.item_id',
      'annotation.attachment_id',
      'annotation.page_index',
      'annotation.page_label',
      'annotation.quote_exact',
      'annotation.comment',
      'annotation.trashed_at',
      'item.authors',
      'item.year',
      'item.title',
      'item.trashed_at as item_trashed_at',
    ]);
}

/** @returns a highlight or note, in the trash or not */
export function readAnnotationSource(db: Database.Database, id: string): AnnotationSource | undefined {
  const row = first(db, annotations().where('annotation.id', '=', id));
  return row && { ...row, trashed: row.trashed_at !== null || row.item_trashed_at !== null };
}

/** @returns highlights with a quotation that are not in the trash, newest first */
export function listAnnotationSources(db: Database.Database, limit: number): readonly AnnotationSource[] {
  const rows = all(
    db,
    annotations()
      .where('annotation.trashed_at', 'is', null)
      .where('item.trashed_at', 'is', null)
      .where('annotation.quote_exact', '!=', '')
      .orderBy('annotation.updated_at', 'desc')
      .limit(limit),
  );
  return rows.map((row) => ({ ...row, trashed: false }));
}

const observationColumns = ['id', 'date', 'title', 'description', 'privacy_class', 'trashed_at'] as const;

/** @returns a journal entry, in the trash or not */
export function readObservationSource(db: Database.Database, id: string): ObservationSource | undefined {
  const row = first(db, query.selectFrom('journal_entry').select(observationColumns).where('id', '=', id));
  return row && { ...row, trashed: row.trashed_at !== null };
}

/** @returns journal entries of an inquiry that may be shown to others (classes P0 and P1), newest first */
export function listObservationSources(
  db: Database.Database,
  projectId: string,
  limit: number,
): readonly ObservationSource[] {
  const rows = all(
    db,
    query
      .selectFrom('journal_entry')
      .select(observationColumns)
      .where('project_id', '=', projectId)
      .where('trashed_at', 'is', null)
      .where('privacy_class', 'in', ['P0', 'P1'])
      .orderBy('date', 'desc')
      .limit(limit),
  );
  return rows.map((row) => ({ ...row, trashed: false }));
}

/** @returns the inquiry an analysis belongs to and whether it is in the trash */
export function readAnalysisProject(
  db: Database.Database,
  analysisId: string,
): { readonly project_id: string; readonly trashed_at: string | null } | undefined {
  return first(
    db,
    query.selectFrom('analysis').select(['project_id', 'trashed_at']).where('id', '=', analysisId),
  );
}
