import type Database from 'better-sqlite3';

/** Tables that grow with every step by design, or hold no work of a person. */
const NOT_WORK = new Set(['command_log', 'job', 'job_record', 'network_answer', 'sqlite_sequence']);

/** Every row of every table that a person's work is in: what undo has to bring back. */
export function dumpLibrary(db: Database.Database): Readonly<Record<string, unknown>> {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { readonly name: string }[];
  return Object.fromEntries(
    tables
      .filter(({ name }) => !NOT_WORK.has(name))
      .map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]),
  );
}
