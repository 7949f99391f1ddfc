import type Database from 'better-sqlite3';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ItemView } from '@shared/domain/library/item-view';
import { first, query } from '../query';

type FilterColumn = 'opened_at' | 'read_status' | 'type' | 'relevance';

/** A condition on one column of a paper. Every such column has an index `item_by_…(trashed_at, column, id)`. */
interface ColumnFilter {
  readonly column: FilterColumn;
  readonly holds: (column: RawBuilder<unknown>) => RawBuilder<SqlBool>;
}

/** A condition, and whether so few papers satisfy it that a list of them is the quicker way. */
export interface WeighedFilter extends ColumnFilter {
  readonly isRare: boolean;
}

/** Up to so many papers are gathered first; beyond that the list is walked in its order until a page is full. */
const FEW = 2_000;

function filtersOf({ scope, statuses, types, minRelevance }: ItemView): readonly ColumnFilter[] {
  const filters: ColumnFilter[] = [];
  if (scope.kind === 'recent')
    filters.push({ column: 'opened_at', holds: (column) => sql`${column} IS NOT NULL` });
  if (statuses.length > 0)
    filters.push({ column: 'read_status', holds: (column) => sql`${column} IN (${sql.join(statuses)})` });
  if (types.length > 0)
    filters.push({ column: 'type', holds: (column) => sql`${column} IN (${sql.join(types)})` });
  if (minRelevance !== null)
    filters.push({ column: 'relevance', holds: (column) => sql`${column} >= ${minRelevance}` });
  return filters;
}

function isRare(db: Database.Database, { column, holds }: ColumnFilter): boolean {
  const some = query
    .selectFrom('item')
    .select('id')
    .where('trashed_at', 'is', null)
    .where(holds(sql.ref(`item.${column}`)))
    .limit(FEW + 1);
  const counted = query.selectFrom(some.as('some')).select(({ fn }) => fn.countAll<number>().as('n'));
  return (first(db, counted)?.n ?? 0) <= FEW;
}

/**
 * The conditions of a view on columns of the paper itself.
 * @param db connection, to see how many papers satisfy each
 */
export function weighedFilters(db: Database.Database, view: ItemView): readonly WeighedFilter[] {
  // The trash is no library: what lies in it is read as it is.
  const canBeRare = view.scope.kind !== 'trash';
  return filtersOf(view).map((filter) => ({ ...filter, isRare: canBeRare && isRare(db, filter) }));
}

/**
 * A condition as SQL. The record of a paper is long, so a page must not look into thousands of records for one column:
 * rare values come as a list of ids out of their own index, and the list is walked in the index of its order.
 * @param filter see {@link weighedFilters}
 * @param orderedBy column whose order is walked; undefined when papers are only counted
 */
export function filterExpression(
  { column, holds, isRare: rare }: WeighedFilter,
  orderedBy: string | undefined,
): RawBuilder<SqlBool> {
  const own = sql.ref(`item.${column}`);
  if (orderedBy === column) return holds(own);
  if (rare)
    return sql`item.id IN (SELECT few.id FROM item few WHERE few.trashed_at IS NULL AND ${holds(sql.ref(`few.${column}`))})`;
  // The plus keeps SQLite from taking the index of the column and sorting all that it finds for every page.
  return orderedBy === undefined ? holds(own) : holds(sql`+${own}`);
}
