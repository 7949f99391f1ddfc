import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import type { ChangeSet } from '../change-set';
import { all, first, prepared, query } from '../query';
import type { TrackedTable } from '../schema';

/** What lies in the trash or is taken from it: papers, and notes and documents that were deleted by themselves. */
export interface Doomed {
  readonly items: readonly string[];
  readonly notes: readonly string[];
  readonly documents: readonly string[];
}
export type TrashKind = 'item' | 'note' | 'document';
export const NOTHING_DOOMED: Doomed = { items: [], notes: [], documents: [] };

function idsIn(ids: readonly string[]) {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** Everything in the trash; notes and documents of papers that lie there go with these. */
export function everythingInTrash(db: Database.Database): Doomed {
  const items = all(db, query.selectFrom('item').select('id').where('trashed_at', 'is not', null));
  return {
    items: items.map(({ id }) => id),
    notes: trashedRows(db, 'note').map(({ id }) => id),
    documents: trashedRows(db, 'document').map(({ id }) => id),
  };
}

/** A deleted note or document. */
export interface TrashedRow {
  readonly id: string;
  readonly item_id: string | null;
  readonly item_title: string | null;
  readonly trashed_at: string;
  /** Body of the note, or name of the document. */
  readonly text: string;
  readonly format: string;
}

const OF_PAPERS_THAT_STAY = `LEFT JOIN item ON item.id = own.item_id
  WHERE own.trashed_at IS NOT NULL AND item.trashed_at IS NULL ORDER BY own.trashed_at DESC, own.id DESC`;
const TRASHED = {
  note: `SELECT own.id, own.item_id, item.title AS item_title, own.trashed_at, own.body AS text, own.format
    FROM note AS own ${OF_PAPERS_THAT_STAY}`,
  document: `SELECT own.id, own.item_id, item.title AS item_title, own.trashed_at, own.title AS text, '' AS format
    FROM attachment AS own ${OF_PAPERS_THAT_STAY}`,
} as const;

/** @returns deleted notes or documents whose paper is not in the trash itself, the last deleted first */
export function trashedRows(db: Database.Database, kind: 'note' | 'document'): readonly TrashedRow[] {
  return prepared(db, TRASHED[kind]).all() as readonly TrashedRow[];
}

/** @returns those of the ids that are in the trash: what is not there is never deleted for good */
export function inTrash(db: Database.Database, kind: TrashKind, ids: readonly string[]): string[] {
  const table = kind === 'document' ? 'attachment' : kind;
  const select = query
    .selectFrom(table)
    .select('id')
    .where('id', 'in', idsIn(ids))
    .where('trashed_at', 'is not', null);
  return all(db, select).map(({ id }) => id);
}

/** Highlights of papers and of documents. */
function annotationsOf({ items, documents }: Doomed) {
  return query
    .selectFrom('annotation')
    .select('id')
    .where((eb) => eb.or([eb('item_id', 'in', idsIn(items)), eb('attachment_id', 'in', idsIn(documents))]));
}

/** Ids of highlights that go along. */
export function doomedAnnotations(db: Database.Database, doomed: Doomed): string[] {
  return all(db, annotationsOf(doomed)).map(({ id }) => id);
}

/** How much goes for good with it. */
export function countDoomed(
  db: Database.Database,
  doomed: Doomed,
): {
  readonly items: number;
  readonly annotations: number;
  readonly notes: number;
  readonly appraisals: number;
  readonly looseNotes: number;
  readonly looseDocuments: number;
  readonly looseAnnotations: number;
} {
  const below = (table: 'annotation' | 'note' | 'appraisal'): number =>
    first(
      db,
      query
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('item_id', 'in', idsIn(doomed.items)),
    )?.n ?? 0;
  const annotations = below('annotation');
  return {
    items: doomed.items.length,
    annotations,
    notes: below('note'),
    appraisals: below('appraisal'),
    looseNotes: doomed.notes.length,
    looseDocuments: doomed.documents.length,
    looseAnnotations: doomedAnnotations(db, doomed).length - annotations,
  };
}

/**
 * Removes papers, notes and documents with all that hangs on them, and the links that start or end there.
 * Files stay in the library folder: the step can be undone.
 * @returns how many papers, notes and documents were removed
 */
export function removeForGood(db: Database.Database, change: ChangeSet, doomed: Doomed): number {
  const items = idsIn(doomed.items);
  const notes = query
    .selectFrom('note')
    .select('id')
    .where((eb) => eb.or([eb('item_id', 'in', items), eb('id', 'in', idsIn(doomed.notes))]));
  const attachments = query
    .selectFrom('attachment')
    .select('id')
    .where((eb) => eb.or([eb('item_id', 'in', items), eb('id', 'in', idsIn(doomed.documents))]));
  const annotations = annotationsOf(doomed);
  const appraisals = query.selectFrom('appraisal').select('id').where('item_id', 'in', items);
  const answers = query.selectFrom('appraisal_answer').select('id').where('appraisal_id', 'in', appraisals);
  const links = query
    .selectFrom('link')
    .select('id')
    .where((eb) =>
      eb.or(
        (
          [
            ['item', items],
            ['note', notes],
            ['annotation', annotations],
            ['appraisal_answer', answers],
          ] as const
        ).flatMap(([kind, ids]) => [
          eb.and([eb('from_kind', '=', kind), eb('from_id', 'in', ids)]),
          eb.and([eb('to_kind', '=', kind), eb('to_id', 'in', ids)]),
        ]),
      ),
    );
  const rows: readonly (readonly [TrackedTable, readonly { readonly id: string }[]])[] = [
    ['link', all(db, links)],
    ['appraisal_answer', all(db, answers)],
    ['appraisal', all(db, appraisals)],
    ['annotation', all(db, annotations)],
    ['note', all(db, notes)],
    [
      'reading_log_entry',
      all(db, query.selectFrom('reading_log_entry').select('id').where('item_id', 'in', items)),
    ],
    ['item_tag', all(db, query.selectFrom('item_tag').select('id').where('item_id', 'in', items))],
    [
      'collection_item',
      all(db, query.selectFrom('collection_item').select('id').where('item_id', 'in', items)),
    ],
    ['attachment', all(db, attachments)],
    ['item', all(db, query.selectFrom('item').select('id').where('id', 'in', items))],
  ];
  for (const [table, found] of rows) for (const { id } of found) change.remove(table, id);
  return doomed.items.length + doomed.notes.length + doomed.documents.length;
}
