import type Database from 'better-sqlite3';
import { searchCondition, type ConditionGroup } from '@shared/domain/search/condition';
import { all, first, query } from '../query';

/** A search that was saved under a name. */
export interface SavedSearchRow {
  readonly id: string;
  readonly name: string;
  readonly condition: ConditionGroup;
  readonly position: number;
}

const select = () => query.selectFrom('saved_search').select(['id', 'name', 'condition', 'position']);

function toRow(row: {
  readonly id: string;
  readonly name: string;
  readonly condition: string;
  readonly position: number;
}): SavedSearchRow {
  return { ...row, condition: searchCondition.parse(JSON.parse(row.condition)) };
}

/** Every saved search in the person's order. @param db connection */
export function readSavedSearches(db: Database.Database): readonly SavedSearchRow[] {
  return all(db, select().orderBy('position').orderBy('id')).map(toRow);
}

/** @param db connection @param id a saved search @returns null when there is none */
export function readSavedSearch(db: Database.Database, id: string): SavedSearchRow | null {
  const row = first(db, select().where('id', '=', id));
  return row === undefined ? null : toRow(row);
}
