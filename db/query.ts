import type Database from 'better-sqlite3';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
} from 'kysely';
import type { Schema } from './schema';

/**
 * Typed query builder. It only compiles: queries run synchronously on the one connection of the library process,
 * so that a command is one plain transaction without interleaving.
 */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();
const MAX_CACHED_STATEMENTS = 500;

/**
 * Prepares SQL once per connection.
 * @param db open connection
 * @param sql one statement
 */
export function prepared(db: Database.Database, sql: string): Database.Statement {
  let cache = statements.get(db);
  if (!cache) {
    cache = new Map<string, Database.Statement>();
    statements.set(db, cache);
  }
  let statement = cache.get(sql);
  if (!statement) {
    // Queries with variable-length IN lists would otherwise fill the cache without end.
    if (cache.size >= MAX_CACHED_STATEMENTS) cache.clear();
    cache.set(sql, (statement = db.prepare(sql)));
  }
  return statement;
}

/**
 * Runs a select and returns all rows.
 * @param db open connection
 * @param select a Kysely select (its row type is the result's)
 */
export function all<Row>(db: Database.Database, select: Compilable<Row>): Row[] {
  const { sql, parameters } = select.compile();
  return prepared(db, sql).all(...parameters) as Row[];
}

/**
 * Runs a select and returns its first row, or undefined.
 * @param db open connection
 * @param select a Kysely select
 */
export function first<Row>(db: Database.Database, select: Compilable<Row>): Row | undefined {
  const { sql, parameters } = select.compile();
  return prepared(db, sql).get(...parameters) as Row | undefined;
}

/**
 * Runs an insert, update or delete that is NOT part of the command log (jobs, text state, caches).
 * @param db open connection
 * @param statement a Kysely write
 * @returns number of rows changed
 */
export function run(db: Database.Database, statement: Compilable<unknown>): number {
  const { sql, parameters } = statement.compile();
  return prepared(db, sql).run(...parameters).changes;
}
