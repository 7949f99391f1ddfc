import type Database from 'better-sqlite3';
import { all, first, query, run } from '../query';
import type { ExerciseAttemptTable, ModuleProgressTable } from '../schema';

/** @returns where the learner is in each started module */
export function readProgress(db: Database.Database): readonly ModuleProgressTable[] {
  return all(db, query.selectFrom('module_progress').selectAll().orderBy('module_id'));
}

/** @returns where the learner is in one module, or undefined before it was started */
export function readModuleProgress(db: Database.Database, moduleId: string): ModuleProgressTable | undefined {
  return first(db, query.selectFrom('module_progress').selectAll().where('module_id', '=', moduleId));
}

/**
 * Keeps the place in a module. A place is not work: it is written outside the command log, so that "undo" never means
 * "turn back a page".
 */
export function writeModuleProgress(db: Database.Database, row: ModuleProgressTable): void {
  run(
    db,
    query
      .insertInto('module_progress')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('module_id').doUpdateSet({
          module_version: row.module_version,
          step: row.step,
          state: row.state,
          completed_at: row.completed_at,
        }),
      ),
  );
}

/** @param moduleId one module, or all modules when left out @returns tries, oldest first */
export function readAttempts(db: Database.Database, moduleId?: string): readonly ExerciseAttemptTable[] {
  const select = query.selectFrom('exercise_attempt').selectAll().orderBy('at').orderBy('id');
  return all(db, moduleId === undefined ? select : select.where('module_id', '=', moduleId));
}

/** The copy of a teaching paper in this library. */
export interface PaperCopy {
  readonly attachment_id: string;
  readonly item_id: string;
}

/**
 * @param fileId SHA-256 of the teaching paper's PDF
 * @param doi the paper's DOI, lower case
 * @returns the attachment with exactly this file, else the one of the record with this DOI; nothing in the trash counts
 */
export function findPaperCopy(db: Database.Database, fileId: string, doi: string): PaperCopy | undefined {
  return first(
    db,
    query
      .selectFrom('attachment')
      .innerJoin('item', 'item.id', 'attachment.item_id')
      .select(['attachment.id as attachment_id', 'item.id as item_id'])
      .where('attachment.trashed_at', 'is', null)
      .where('item.trashed_at', 'is', null)
      .where((where) => where.or([where('attachment.file_id', '=', fileId), where('item.doi', '=', doi)]))
      .orderBy((order) => order.case().when('attachment.file_id', '=', fileId).then(0).else(1).end())
      .limit(1),
  );
}
