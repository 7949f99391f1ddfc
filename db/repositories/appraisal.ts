import type Database from 'better-sqlite3';
import type { ChangeSet } from '../change-set';
import { all, first, query } from '../query';
import { mainDocument } from './main-document';
import type { AppraisalAnswerTable, AppraisalTable } from '../schema';

/** Kind of an answer in the link table; highlights point at it. */
export const APPRAISAL_ANSWER_KIND = 'appraisal_answer';

/** @returns whether the item is there and not in the trash */
export function itemExists(db: Database.Database, itemId: string): boolean {
  return (
    first(
      db,
      query.selectFrom('item').select('id').where('id', '=', itemId).where('trashed_at', 'is', null),
    ) !== undefined
  );
}

/** @returns the appraisal of an item with a set, or undefined before anything was written */
export function findAppraisal(
  db: Database.Database,
  itemId: string,
  setId: string,
): AppraisalTable | undefined {
  return first(
    db,
    query.selectFrom('appraisal').selectAll().where('item_id', '=', itemId).where('set_id', '=', setId),
  );
}

/** @returns all appraisals of an item */
export function appraisalsOfItem(db: Database.Database, itemId: string): readonly AppraisalTable[] {
  return all(db, query.selectFrom('appraisal').selectAll().where('item_id', '=', itemId).orderBy('set_id'));
}

/** @returns stored answers of an appraisal */
export function readAnswers(db: Database.Database, appraisalId: string): readonly AppraisalAnswerTable[] {
  return all(db, query.selectFrom('appraisal_answer').selectAll().where('appraisal_id', '=', appraisalId));
}

/** A highlight that an answer rests on. */
export interface EvidenceRow {
  readonly answer_id: string;
  readonly link_id: string;
  readonly annotation_id: string;
  readonly attachment_id: string;
  readonly page_index: number;
  readonly page_label: string | null;
  readonly quote: string;
  readonly comment: string;
  readonly color: string;
}

/** @returns highlights of all answers of an appraisal in reading order; highlights in the trash are left out */
export function readEvidence(db: Database.Database, appraisalId: string): readonly EvidenceRow[] {
  return all(
    db,
    query
      .selectFrom('link')
      .innerJoin('annotation', 'annotation.id', 'link.from_id')
      .innerJoin('appraisal_answer', 'appraisal_answer.id', 'link.to_id')
      .select([
        'link.to_id as answer_id',
        'link.id as link_id',
        'annotation.id as annotation_id',
        'annotation.attachment_id',
        'annotation.page_index',
        'annotation.page_label',
        'annotation.quote_exact as quote',
        'annotation.comment',
        'annotation.color',
      ])
      .where('link.from_kind', '=', 'annotation')
      .where('link.to_kind', '=', APPRAISAL_ANSWER_KIND)
      .where('appraisal_answer.appraisal_id', '=', appraisalId)
      .where('annotation.trashed_at', 'is', null)
      .orderBy('annotation.sort_index'),
  );
}

/** @returns the item of an annotation, or undefined when it is not there or in the trash */
export function itemOfAnnotation(db: Database.Database, annotationId: string): string | undefined {
  return first(
    db,
    query
      .selectFrom('annotation')
      .select('item_id')
      .where('id', '=', annotationId)
      .where('trashed_at', 'is', null),
  )?.item_id;
}

/** @returns the link between a highlight and an answer, if there is one */
export function findEvidenceLink(
  db: Database.Database,
  annotationId: string,
  answerId: string,
): string | undefined {
  return first(
    db,
    query
      .selectFrom('link')
      .select('id')
      .where('from_kind', '=', 'annotation')
      .where('from_id', '=', annotationId)
      .where('to_kind', '=', APPRAISAL_ANSWER_KIND)
      .where('to_id', '=', answerId),
  )?.id;
}

/** @returns whether there is a link from a highlight to an answer with this id */
export function isEvidenceLink(db: Database.Database, linkId: string): boolean {
  return (
    first(
      db,
      query
        .selectFrom('link')
        .select('id')
        .where('id', '=', linkId)
        .where('to_kind', '=', APPRAISAL_ANSWER_KIND),
    ) !== undefined
  );
}

/**
 * Makes sure that an appraisal row is there.
 * @param change the running command
 * @param fresh the row to write when there is none
 * @returns the row that is there now
 */
export function ensureAppraisal(
  db: Database.Database,
  change: ChangeSet,
  fresh: AppraisalTable,
): AppraisalTable {
  const present = findAppraisal(db, fresh.item_id, fresh.set_id);
  if (present) return present;
  change.insert('appraisal', fresh);
  return fresh;
}

/**
 * Makes sure that an answer row is there.
 * @param change the running command
 * @param fresh the row to write when there is none
 * @returns the row that is there now
 */
export function ensureAnswer(
  db: Database.Database,
  change: ChangeSet,
  fresh: AppraisalAnswerTable,
): AppraisalAnswerTable {
  const present = first(
    db,
    query
      .selectFrom('appraisal_answer')
      .selectAll()
      .where('appraisal_id', '=', fresh.appraisal_id)
      .where('question_id', '=', fresh.question_id),
  );
  if (present) return present;
  change.insert('appraisal_answer', fresh);
  return fresh;
}

/** A paper with a PDF. */
export interface PaperRow {
  readonly item_id: string;
  readonly attachment_id: string;
  readonly title: string;
  readonly authors: string;
  readonly year: number | null;
  readonly appraisal_id: string | null;
}

/**
 * @param setId appraisal set
 * @param limit at most so many
 * @returns papers with a PDF, those with an appraisal of this set first, then the ones opened last
 */
export function papersToAppraise(db: Database.Database, setId: string, limit: number): readonly PaperRow[] {
  return all(
    db,
    query
      .selectFrom('item')
      .innerJoin('attachment', (join) => join.on('attachment.id', '=', mainDocument('item.id')))
      .leftJoin('appraisal', (join) =>
        join.onRef('appraisal.item_id', '=', 'item.id').on('appraisal.set_id', '=', setId),
      )
      .select([
        'item.id as item_id',
        'attachment.id as attachment_id',
        'item.title',
        'item.authors',
        'item.year',
        'appraisal.id as appraisal_id',
      ])
      .where('item.trashed_at', 'is', null)
      .orderBy((eb) => eb.case().when('appraisal.id', 'is', null).then(1).else(0).end())
      .orderBy('item.opened_at', 'desc')
      .orderBy('item.created_at', 'desc')
      .orderBy('item.id', 'desc')
      .limit(limit),
  );
}
