import type Database from 'better-sqlite3';
import { first, query, run } from '../query';
import type { NetworkAnswerTable } from '../schema-untracked';

/** @returns the kept answer, also one that has expired (its ETag can still save a download) */
export function readAnswer(
  db: Database.Database,
  url: string,
  accept: string,
): NetworkAnswerTable | undefined {
  return first(
    db,
    query.selectFrom('network_answer').selectAll().where('url', '=', url).where('accept', '=', accept),
  );
}

/** Keeps an answer in place of an older one. */
export function keepAnswer(db: Database.Database, row: NetworkAnswerTable): void {
  run(
    db,
    query
      .insertInto('network_answer')
      .values(row)
      .onConflict((conflict) => conflict.columns(['url', 'accept']).doUpdateSet(row)),
  );
}

/** Number and size in bytes of the kept answers. */
export function measureAnswers(db: Database.Database): { readonly count: number; readonly bytes: number } {
  const row = first(
    db,
    query
      .selectFrom('network_answer')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.coalesce(eb.fn.sum<number>(eb.fn<number>('length', ['body'])), eb.val(0)).as('bytes'),
      ]),
  );
  return { count: row?.count ?? 0, bytes: row?.bytes ?? 0 };
}

/** @param before ISO time; answers that expired before it go, all of them when missing @returns how many */
export function removeAnswers(db: Database.Database, before?: string): number {
  const removal = query.deleteFrom('network_answer');
  return run(db, before === undefined ? removal : removal.where('expires_at', '<', before));
}
