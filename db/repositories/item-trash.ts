import type Database from 'better-sqlite3';
import type { ChangeSet } from '../change-set';
import { all, first, query } from '../query';
import type { TrackedTable } from '../schema';

function trashedItems() {
  return query.selectFrom('item').select('id').where('trashed_at', 'is not', null);
}

/** How much lies in the trash with the papers. */
export function countTrash(db: Database.Database): {
  readonly items: number;
  readonly annotations: number;
  readonly notes: number;
  readonly appraisals: number;
} {
  const below = (table: 'annotation' | 'note' | 'appraisal'): number =>
    first(
      db,
      query
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('item_id', 'in', trashedItems()),
    )?.n ?? 0;
  const items = first(
    db,
    query
      .selectFrom('item')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('trashed_at', 'is not', null),
  );
  return {
    items: items?.n ?? 0,
    annotations: below('annotation'),
    notes: below('note'),
    appraisals: below('appraisal'),
  };
}

/**
 * Removes every paper in the trash with all that hangs on it, and the links that start or end there.
 * Files stay in the library folder: the step can be undone.
 * @returns how many papers were removed
 */
export function removeTrashedItems(db: Database.Database, change: ChangeSet): number {
  const items = trashedItems();
  const annotations = query.selectFrom('annotation').select('id').where('item_id', 'in', items);
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
            ['annotation', annotations],
            ['appraisal_answer', answers],
          ] as const
        ).flatMap(([kind, ids]) => [
          eb.and([eb('from_kind', '=', kind), eb('from_id', 'in', ids)]),
          eb.and([eb('to_kind', '=', kind), eb('to_id', 'in', ids)]),
        ]),
      ),
    );
  const doomed: readonly (readonly [TrackedTable, readonly { readonly id: string }[]])[] = [
    ['link', all(db, links)],
    ['appraisal_answer', all(db, answers)],
    ['appraisal', all(db, appraisals)],
    ['annotation', all(db, annotations)],
    ['note', all(db, query.selectFrom('note').select('id').where('item_id', 'in', items))],
    [
      'reading_log_entry',
      all(db, query.selectFrom('reading_log_entry').select('id').where('item_id', 'in', items)),
    ],
    ['item_tag', all(db, query.selectFrom('item_tag').select('id').where('item_id', 'in', items))],
    [
      'collection_item',
      all(db, query.selectFrom('collection_item').select('id').where('item_id', 'in', items)),
    ],
    ['attachment', all(db, query.selectFrom('attachment').select('id').where('item_id', 'in', items))],
    ['item', all(db, items)],
  ];
  for (const [table, rows] of doomed) for (const { id } of rows) change.remove(table, id);
  return doomed.at(-1)?.[1].length ?? 0;
}
