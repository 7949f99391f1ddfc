import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, query } from '../query';

/** A link that starts at a paper or at one of its annotations, with the work it ends in. */
export interface ItemLinkRow {
  readonly id: string;
  readonly item_id: string;
  readonly from_kind: string;
  readonly from_id: string;
  readonly quote: string;
  readonly relation: string;
  readonly to_kind: string;
  readonly to_id: string;
  readonly project_id: string | null;
  readonly project_title: string | null;
  readonly report_id: string | null;
  readonly report_title: string | null;
  readonly appraised_item_id: string | null;
}

function itemLinks() {
  return (
    query
      .selectFrom('link')
      .leftJoin('annotation', (join) =>
        join.onRef('annotation.id', '=', 'link.from_id').on('link.from_kind', '=', 'annotation'),
      )
      .leftJoin('cycle', (join) => join.onRef('cycle.id', '=', 'link.to_id').on('link.to_kind', '=', 'cycle'))
      .leftJoin('project', 'project.id', 'cycle.project_id')
      .leftJoin('report', (join) =>
        join
          .on('link.to_kind', '=', 'claim')
          .on('report.id', '=', sql<string>`json_extract(link.payload, '$.reportId')`),
      )
      .leftJoin('appraisal_answer', (join) =>
        join.onRef('appraisal_answer.id', '=', 'link.to_id').on('link.to_kind', '=', 'appraisal_answer'),
      )
      .leftJoin('appraisal', 'appraisal.id', 'appraisal_answer.appraisal_id')
      .select([
        'link.id',
        'link.from_kind',
        'link.from_id',
        'link.relation',
        'link.to_kind',
        'link.to_id',
        'project.id as project_id',
        'project.title as project_title',
        'report.id as report_id',
        'report.title as report_title',
        'appraisal.item_id as appraised_item_id',
        sql<string>`coalesce(annotation.quote_exact, '')`.as('quote'),
        sql<string>`coalesce(annotation.item_id, link.from_id)`.as('item_id'),
      ])
      // Related papers are no use in the user's work: they have a list of their own.
      .where('link.relation', '<>', 'related')
      .orderBy('link.created_at')
      .orderBy('link.id')
  );
}

/** Where a paper is used: its own links and those of its annotations. */
export function readItemLinks(db: Database.Database, itemId: string): readonly ItemLinkRow[] {
  const annotations = query.selectFrom('annotation').select('id').where('item_id', '=', itemId);
  return all(
    db,
    itemLinks().where((eb) =>
      eb.or([
        eb.and([eb('link.from_kind', '=', 'item'), eb('link.from_id', '=', itemId)]),
        eb.and([eb('link.from_kind', '=', 'annotation'), eb('link.from_id', 'in', annotations)]),
      ]),
    ),
  );
}

/**
 * Links that would be lost with papers and highlights, without those that end in work on the same papers.
 * @param items ids of papers @param annotations ids of highlights, those of the papers too
 */
export function readLostLinks(
  db: Database.Database,
  items: readonly string[],
  annotations: readonly string[],
): readonly ItemLinkRow[] {
  const idsIn = (ids: readonly string[]) =>
    sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return all(
    db,
    itemLinks()
      .where((eb) =>
        eb.or([
          eb.and([eb('link.from_kind', '=', 'item'), eb('link.from_id', 'in', idsIn(items))]),
          eb.and([eb('link.from_kind', '=', 'annotation'), eb('link.from_id', 'in', idsIn(annotations))]),
        ]),
      )
      // Links between records (related ones, a merged one to its keeper) are no work that rests on a paper.
      .where('link.to_kind', '!=', 'item')
      .where((eb) =>
        eb.or([eb('appraisal.item_id', 'is', null), eb('appraisal.item_id', 'not in', idsIn(items))]),
      ),
  );
}
