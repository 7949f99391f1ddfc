import type Database from 'better-sqlite3';
import type { ChangeSet } from '../change-set';
import { all, first, query } from '../query';
import type { AnnotationTable, AppraisalAnswerTable, AppraisalTable, AttachmentTable } from '../schema';

/** The record that stays and one that goes. */
export interface MergePair {
  readonly keeperId: string;
  readonly goneId: string;
}

/** Everything but `trashed_at` counts: what lies in the trash comes along as well. */
function attachmentsOf(db: Database.Database, itemId: string): readonly AttachmentTable[] {
  return all(db, query.selectFrom('attachment').selectAll().where('item_id', '=', itemId).orderBy('id'));
}

function annotationsOf(db: Database.Database, itemId: string): readonly AnnotationTable[] {
  return all(db, query.selectFrom('annotation').selectAll().where('item_id', '=', itemId).orderBy('id'));
}

/** What makes two annotations of one file the same mark. */
function markOf(row: AnnotationTable): string {
  return JSON.stringify([
    row.type,
    row.page_index,
    row.rects,
    row.quote_exact,
    row.comment,
    row.color,
    row.tags,
  ]);
}

/**
 * Moves files and annotations. A file that the keeper has too is not doubled: its annotations move to the keeper's copy, and
 * one that is there already (same mark, words and comment) stays behind.
 * @returns ids of annotations that stay behind -> the keeper's annotation that stands for them
 */
export function moveAttachments(
  db: Database.Database,
  change: ChangeSet,
  { keeperId, goneId }: MergePair,
): ReadonlyMap<string, string> {
  const own = attachmentsOf(db, keeperId);
  const hasMain = own.some((attachment) => attachment.is_main === 1);
  const sameFile = new Map<string, string>();
  for (const attachment of attachmentsOf(db, goneId)) {
    const twin = own.find(
      (other) => other.file_id === attachment.file_id && other.trashed_at === attachment.trashed_at,
    );
    // The keeper's choice of its main document stands.
    const isMain = hasMain ? 0 : attachment.is_main;
    if (twin === undefined)
      change.update('attachment', attachment.id, { item_id: keeperId, is_main: isMain });
    else sameFile.set(attachment.id, twin.id);
  }
  const marks = new Map(
    annotationsOf(db, keeperId).map((row) => [`${row.attachment_id} ${markOf(row)}`, row.id]),
  );
  const standIns = new Map<string, string>();
  for (const row of annotationsOf(db, goneId)) {
    const attachmentId = sameFile.get(row.attachment_id) ?? row.attachment_id;
    const twin = marks.get(`${attachmentId} ${markOf(row)}`);
    if (twin === undefined)
      change.update('annotation', row.id, { item_id: keeperId, attachment_id: attachmentId });
    else standIns.set(row.id, twin);
  }
  return standIns;
}

/** Moves notes (one that the keeper has word for word stays behind) and entries of the reading log. */
export function moveNotes(db: Database.Database, change: ChangeSet, { keeperId, goneId }: MergePair): void {
  const notesOf = (itemId: string) =>
    all(db, query.selectFrom('note').selectAll().where('item_id', '=', itemId).orderBy('id'));
  const own = new Set(notesOf(keeperId).map((note) => `${note.format} ${note.body}`));
  for (const note of notesOf(goneId))
    if (!own.has(`${note.format} ${note.body}`)) change.update('note', note.id, { item_id: keeperId });
  for (const { id } of all(
    db,
    query.selectFrom('reading_log_entry').select('id').where('item_id', '=', goneId),
  ))
    change.update('reading_log_entry', id, { item_id: keeperId });
}

/** Gives the keeper the tags and collections of the other; the other keeps its own, in case it is put back. */
export function shareFiling(
  db: Database.Database,
  change: ChangeSet,
  { keeperId, goneId }: MergePair,
  nextId: () => string,
): void {
  const tagsOf = (itemId: string) =>
    all(db, query.selectFrom('item_tag').select('tag_id').where('item_id', '=', itemId)).map(
      (row) => row.tag_id,
    );
  const tags = new Set(tagsOf(keeperId));
  for (const tagId of tagsOf(goneId))
    if (!tags.has(tagId)) change.insert('item_tag', { id: nextId(), item_id: keeperId, tag_id: tagId });
  const collectionsOf = (itemId: string) =>
    all(db, query.selectFrom('collection_item').select('collection_id').where('item_id', '=', itemId)).map(
      (row) => row.collection_id,
    );
  const collections = new Set(collectionsOf(keeperId));
  for (const collectionId of collectionsOf(goneId))
    if (!collections.has(collectionId))
      change.insert('collection_item', { id: nextId(), item_id: keeperId, collection_id: collectionId });
}

export type AnswerWords = Readonly<Record<string, string>>;

function answersOf(db: Database.Database, appraisalId: string): readonly AppraisalAnswerTable[] {
  return all(
    db,
    query.selectFrom('appraisal_answer').selectAll().where('appraisal_id', '=', appraisalId).orderBy('id'),
  );
}

/**
 * Joins appraisals: one with a set that the keeper was not appraised with moves over; of two with the same set, questions
 * that the keeper's leaves open get the other's answer, and where both answered, the other's goes into the note.
 * @param words how an answer is written in a note, by answer ("In the other record: yes"); the bare answer when missing
 * @returns ids of answers that stay behind -> the keeper's answer to the same question
 */
export function joinAppraisals(
  db: Database.Database,
  change: ChangeSet,
  { keeperId, goneId }: MergePair,
  words: AnswerWords,
  at: string,
): ReadonlyMap<string, string> {
  const standIns = new Map<string, string>();
  const appraisalsOf = (itemId: string): readonly AppraisalTable[] =>
    all(db, query.selectFrom('appraisal').selectAll().where('item_id', '=', itemId).orderBy('id'));
  const own = appraisalsOf(keeperId);
  for (const appraisal of appraisalsOf(goneId)) {
    const kept = own.find((other) => other.set_id === appraisal.set_id);
    if (kept === undefined) {
      change.update('appraisal', appraisal.id, { item_id: keeperId });
      continue;
    }
    change.update('appraisal', kept.id, {
      overall_judgement: joinTexts(kept.overall_judgement, appraisal.overall_judgement),
      updated_at: at,
    });
    const answers = answersOf(db, kept.id);
    for (const answer of answersOf(db, appraisal.id)) {
      const twin = answers.find((other) => other.question_id === answer.question_id);
      if (twin === undefined) {
        change.update('appraisal_answer', answer.id, { appraisal_id: kept.id });
        continue;
      }
      standIns.set(answer.id, twin.id);
      change.update('appraisal_answer', twin.id, { ...joinAnswers(twin, answer, words), updated_at: at });
    }
  }
  return standIns;
}

function joinAnswers(
  kept: AppraisalAnswerTable,
  other: AppraisalAnswerTable,
  words: AnswerWords,
): Partial<AppraisalAnswerTable> {
  const note = joinTexts(kept.note, other.note);
  if (kept.answer === null && kept.not_reported === 0)
    return { answer: other.answer, not_reported: other.not_reported, note };
  const said = other.not_reported === 1 ? 'not-reported' : other.answer;
  const own = kept.not_reported === 1 ? 'not-reported' : kept.answer;
  return said === null || said === own ? { note } : { note: joinTexts(note, words[said] ?? said) };
}

function joinTexts(kept: string, other: string): string {
  if (other.trim() === '' || kept.includes(other)) return kept;
  return kept.trim() === '' ? other : `${kept}\n${other}`;
}

/**
 * Points links to the keeper (or what stands in for an annotation or an answer); one that would then be there twice, or
 * lead from the keeper to itself, stays with the record that goes.
 * @param standIns ids that stay behind -> their stand-ins
 */
export function moveLinks(
  db: Database.Database,
  change: ChangeSet,
  { keeperId, goneId }: MergePair,
  standIns: ReadonlyMap<string, string>,
): void {
  const targets = new Map([[goneId, keeperId], ...standIns]);
  const touching = (ids: readonly string[]) =>
    all(
      db,
      query
        .selectFrom('link')
        .selectAll()
        .where((eb) => eb.or([eb('from_id', 'in', ids), eb('to_id', 'in', ids)]))
        .orderBy('id'),
    );
  const moved = touching([...targets.keys()]);
  if (moved.length === 0) return;
  const shape = (from: string, relation: string, to: string): string => `${from} ${relation} ${to}`;
  const known = new Set(
    touching([...targets.values()]).map((link) => shape(link.from_id, link.relation, link.to_id)),
  );
  for (const link of moved) {
    const fromId = targets.get(link.from_id) ?? link.from_id;
    const toId = targets.get(link.to_id) ?? link.to_id;
    const next = shape(fromId, link.relation, toId);
    if (fromId === toId || known.has(next)) continue;
    known.add(next);
    change.update('link', link.id, { from_id: fromId, to_id: toId });
  }
}

/** What the person said of the one that goes holds for the keeper: pairs that are no duplicates. */
export function shareNotDuplicates(
  db: Database.Database,
  change: ChangeSet,
  { keeperId, goneId }: MergePair,
  nextId: () => string,
): void {
  const pairsOf = (id: string) =>
    all(
      db,
      query
        .selectFrom('not_duplicate')
        .selectAll()
        .where((eb) => eb.or([eb('first_item_id', '=', id), eb('second_item_id', '=', id)])),
    );
  const otherOf = (row: { first_item_id: string; second_item_id: string }, id: string): string =>
    row.first_item_id === id ? row.second_item_id : row.first_item_id;
  const known = new Set(pairsOf(keeperId).map((row) => otherOf(row, keeperId)));
  for (const row of pairsOf(goneId)) {
    const other = otherOf(row, goneId);
    if (other === keeperId || known.has(other)) continue;
    const [first_item_id, second_item_id] = keeperId < other ? [keeperId, other] : [other, keeperId];
    change.insert('not_duplicate', {
      id: nextId(),
      first_item_id,
      second_item_id,
      created_at: row.created_at,
    });
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Records that are named inside texts: citations of reports, picks in inquiries and journals, notes, saved searches.
 * @param targets id of a record (annotation, answer) that goes -> the one that stands for it
 */
export function renameInTexts(
  db: Database.Database,
  change: ChangeSet,
  targets: ReadonlyMap<string, string>,
): void {
  const renamed = (text: string): string => text.replace(UUID, (id) => targets.get(id) ?? id);
  for (const row of all(db, query.selectFrom('report_section').select(['id', 'body'])))
    if (mentions(row.body, targets)) change.update('report_section', row.id, { body: renamed(row.body) });
  for (const row of all(db, query.selectFrom('project_field').select(['id', 'value'])))
    if (mentions(row.value, targets)) change.update('project_field', row.id, { value: renamed(row.value) });
  for (const row of all(db, query.selectFrom('journal_entry').select(['id', 'details'])))
    if (mentions(row.details, targets))
      change.update('journal_entry', row.id, { details: renamed(row.details) });
  for (const row of all(db, query.selectFrom('saved_search').select(['id', 'condition'])))
    if (mentions(row.condition, targets))
      change.update('saved_search', row.id, { condition: renamed(row.condition) });
  for (const row of all(db, query.selectFrom('note').select(['id', 'body']).where('format', '=', 'html')))
    if (mentions(row.body, targets)) change.update('note', row.id, { body: renamed(row.body) });
}

function mentions(text: string, targets: ReadonlyMap<string, string>): boolean {
  return (text.match(UUID) ?? []).some((id) => targets.has(id));
}

/** @returns how the record came in: its import, as it is remembered */
export function readFoundVia(
  db: Database.Database,
  itemId: string,
):
  | {
      readonly source: string;
      readonly format: string;
      readonly found_via: string;
      readonly created_at: string;
    }
  | undefined {
  return first(
    db,
    query
      .selectFrom('item')
      .innerJoin('import_batch', 'import_batch.id', 'item.import_batch_id')
      .select([
        'import_batch.source',
        'import_batch.format',
        'import_batch.found_via',
        'import_batch.created_at',
      ])
      .where('item.id', '=', itemId),
  );
}
