import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDesk } from './start.mjs';
import { milliseconds, percentile, printNote, printRatio } from './stats.mjs';
import { contractCall } from './window.mjs';
import { inventedProse } from './words.mjs';

const QUERIES = 30;
const SHOWN = 20;

/** The statements as one would write them by hand: best rows of an index with a snippet. */
const raw = (/** @type {string} */ table, /** @type {number} */ column) =>
  `SELECT rowid, snippet(${table}, ${column}, '', '', '…', 24) AS snippet FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ${SHOWN}`;

/**
 * Search as the window makes it (through the contract, all kinds of text) against the raw FTS queries on the same file.
 * @param {{ scratch: string, library: string, rounds: number }} input
 */
export async function measureSearch({ scratch, library, rounds }) {
  const queries = inventedProse(42).queries(QUERIES);
  const window = await openDesk(library, join(scratch, 'user-search'));
  const db = new Database(join(library, 'fulltext.sqlite'), { readonly: true });
  const statements = [db.prepare(raw('record_fts', 4)), db.prepare(raw('page_fts', 0))];
  const pairs = [];
  const inside = [];
  let hits = 0;
  // Round 0 warms both sides and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const app = [];
    const base = [];
    for (const text of queries) {
      const answer = await window.run(`(async () => {
        const begun = performance.now();
        const found = await ${contractCall('search.query', { text, limit: SHOWN })};
        const hits = found.groups.reduce((sum, group) => sum + group.hits.length, 0);
        return { elapsed: performance.now() - begun, inside: found.milliseconds, hits };
      })()`);
      app.push(answer.elapsed);
      const match = text
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' AND ');
      const begun = performance.now();
      for (const statement of statements) statement.all(match);
      base.push(performance.now() - begun);
      if (round > 0) inside.push(answer.inside);
      hits += answer.hits;
    }
    if (round > 0) pairs.push({ app: percentile(app, 0.95), base: percentile(base, 0.95) });
  }
  const pages = db.prepare('SELECT count(*) AS count FROM page').get();
  db.close();
  await window.close();
  if (hits === 0) throw new Error('the searches found nothing');
  printRatio('3 search p95, 20,000 items and full text', pairs, {
    base: 'raw FTS5 queries',
    unit: milliseconds,
  });
  printNote(
    `${QUERIES} queries a round, ${String(/** @type {any} */ (pages).count)} pages of text; in the library process alone p50 ` +
      `${milliseconds(percentile(inside, 0.5))}, p95 ${milliseconds(percentile(inside, 0.95))}`,
  );
}
