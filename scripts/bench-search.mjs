#!/usr/bin/env node
/**
 * Measures search against the raw FTS query on a generated library, and reading of PDFs in pages per second.
 * Usage: node scripts/bench-search.mjs [--items N] [--texts N] [--json] [PDF...]   (default 20,000 items, 3,000 texts of 12 pages)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    items: { type: 'string', default: '20000' },
    texts: { type: 'string', default: '3000' },
    json: { type: 'boolean', default: false },
  },
});
const ITEMS = Number(values.items);
const TEXTS = Number(values.texts);
const PAGES = 12;
const WORDS_PER_PAGE = 450;

/** Small seeded generator, so that two runs measure the same library. */
let state = 42;
const random = () => {
  state = (state * 1_664_525 + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const syllables = 'ka le mi ro tu sen par dol vik han bre sto gla phi ner tan wes cor lum qui'.split(' ');
const vocabulary = Array.from({ length: 30_000 }, (_, index) => {
  const parts = 1 + Math.min(3, Math.floor(Math.log10(index + 1)));
  return Array.from({ length: parts + 1 }, () => syllables[Math.floor(random() * syllables.length)]).join('');
});
/** Words follow Zipf's law, as in prose: few are everywhere, most are rare. */
const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'ka';
const text = (count) => Array.from({ length: count }, word).join(' ');
const percentile = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? 0;

const server = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: {
    alias: {
      '@shared': join(root, 'shared'),
      '@db': join(root, 'db'),
      '@resources': join(root, 'resources'),
    },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'inquiry-bench-'));
try {
  const { openTestLibrary } = await server.ssrLoadModule('/tests/builders/open-test-library.ts');
  const { itemRow } = await server.ssrLoadModule('/tests/builders/rows.ts');
  const { mergePages, storePages, beginDocument, finishDocument } =
    await server.ssrLoadModule('/db/search/pages.ts');
  const { aPdfTextPool } = await server.ssrLoadModule('/tests/builders/pdf-worker.ts');
  const test = openTestLibrary({ root: join(folder, 'library') });
  const { db, commands } = test.library.core;
  const at = '2026-01-15T08:00:00.000Z';
  let started = performance.now();
  const ids = [];
  for (let from = 0; from < ITEMS; from += 500) {
    commands.run('bench.items', (change) => {
      for (let index = from; index < Math.min(from + 500, ITEMS); index += 1) {
        const title = text(9);
        const csl = JSON.stringify({
          type: 'article-journal',
          title,
          author: [{ family: word(), given: word() }],
          abstract: text(150),
        });
        const row = itemRow({ title, csl, year: 1990 + (index % 36) });
        change.insert('item', row);
        ids.push(row.id);
      }
    });
  }
  await test.library.search.settled();
  const recordSeconds = (performance.now() - started) / 1000;
  started = performance.now();
  const blocks = [];
  for (let index = 0; index < TEXTS; index += 1) {
    const fileId = index.toString(16).padStart(64, '0');
    commands.run('bench.texts', (change) => {
      change.insert('file', {
        id: fileId,
        size: 1,
        media_type: 'application/pdf',
        original_name: 'a.pdf',
        created_at: at,
      });
      change.insert('attachment', {
        id: `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
        item_id: ids[index % ids.length],
        file_id: fileId,
        title: 'a.pdf',
        fingerprint: null,
        page_count: PAGES,
        text_status: 'indexed',
        text_error: null,
        last_page_index: 0,
        created_at: at,
        trashed_at: null,
      });
    });
    beginDocument(db, fileId, at);
    const pages = Array.from({ length: PAGES }, (_, pageIndex) => ({
      pageIndex,
      label: null,
      text: text(WORDS_PER_PAGE),
    }));
    const begun = performance.now();
    storePages(db, fileId, pages);
    blocks.push(performance.now() - begun);
    for (let step = 0; step < 3; step += 1) {
      const from = performance.now();
      const goesOn = mergePages(db);
      blocks.push(performance.now() - from);
      if (!goesOn) break;
    }
    finishDocument(
      db,
      fileId,
      { state: 'indexed', pageCount: PAGES, fingerprint: null, error: null, repaired: null },
      at,
    );
  }
  while (mergePages(db)) {
    // as the service does when it has nothing more to read
  }
  const pageSeconds = (performance.now() - started) / 1000;

  const raw = db.prepare(
    `SELECT rowid, snippet(page_fts, 0, '', '', '…', 28) AS s FROM fulltext.page_fts WHERE page_fts MATCH ? ORDER BY rank LIMIT 20`,
  );
  const rare = (from, to) => vocabulary[from + Math.floor(random() * (to - from))];
  const queries = Array.from({ length: 120 }, (_, index) => {
    // What people type: one word, two words, a phrase; common and rare; some as they are typed, half a word.
    const [low, high] = [
      [30, 300],
      [300, 3_000],
      [3_000, 30_000],
    ][index % 3];
    const one = rare(low, high);
    return index % 4 === 0 ? one.slice(0, 4) : index % 4 === 1 ? `${one} ${rare(low, high)}` : one;
  });
  const service = [];
  const plain = [];
  for (const query of queries) {
    let begun = performance.now();
    await test.get('search.query', { text: query, limit: 20 });
    service.push(performance.now() - begun);
    begun = performance.now();
    raw.all(
      query
        .split(' ')
        .map((part) => `"${part}"*`)
        .join(' AND '),
    );
    plain.push(performance.now() - begun);
  }
  const files = positionals;
  let pages = 0;
  let readSeconds = 0;
  if (files.length > 0) {
    const pool = await aPdfTextPool();
    await pool.inspect(files[0]);
    started = performance.now();
    for (const file of files) await pool.extract(file, (batch) => void (pages += batch.length));
    readSeconds = (performance.now() - started) / 1000;
    await pool.close();
  }
  const result = {
    items: ITEMS,
    texts: TEXTS,
    pages: TEXTS * PAGES,
    indexRecordsPerSecond: Math.round(ITEMS / recordSeconds),
    indexPagesPerSecond: Math.round((TEXTS * PAGES) / pageSeconds),
    indexBlockMs: { p50: percentile(blocks, 0.5), p99: percentile(blocks, 0.99), max: percentile(blocks, 1) },
    searchMs: { p50: percentile(service, 0.5), p95: percentile(service, 0.95), max: percentile(service, 1) },
    rawFtsMs: { p50: percentile(plain, 0.5), p95: percentile(plain, 0.95), max: percentile(plain, 1) },
    ratioP95: percentile(service, 0.95) / percentile(plain, 0.95),
    readPagesPerSecond: readSeconds === 0 ? null : Math.round(pages / readSeconds),
    readPages: pages,
  };
  if (values.json) console.log(JSON.stringify(result));
  else console.log(result);
  await test.close();
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
