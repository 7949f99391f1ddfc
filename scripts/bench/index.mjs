/**
 * npm run bench: what the application costs, as ratios against baselines measured in the same run, in turn with it.
 * Usage: npm run bench [-- start import search list reader metadata bibliographies]   (default: all)
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { nodeBinary, root } from '../lib/steps.mjs';
import { writeBareApp } from './bare.mjs';
import { libraryOf, libraryWithText } from './data.mjs';
import { measureImport } from './import.mjs';
import { measureReader } from './reader.mjs';
import { measureSearch } from './search.mjs';
import { measureList } from './list.mjs';
import { measureStart } from './start.mjs';
import { printNote } from './stats.mjs';
import { endWindows } from './window.mjs';

const ITEMS = 20_000;
const scratch = mkdtempSync(join(tmpdir(), 'inquiry-bench-'));
const bare = writeBareApp(join(scratch, 'bare'));

/** Scores metadata found in PDFs when the papers with known metadata are beside the repository. */
function scoreMetadata() {
  const corpus = process.env.INQUIRY_CORPUS ?? join(root, '..', 'shared', 'corpus');
  if (!existsSync(join(corpus, 'pdf', 'GOLD.json'))) {
    printNote('6 metadata found in PDFs: no papers with known metadata here (INQUIRY_CORPUS)');
    return;
  }
  console.log('6 metadata found in PDFs, offline (papers the rules were refined on, not a held-out set)');
  const script = join(root, 'scripts', 'score-metadata.mjs');
  const scored = spawnSync(nodeBinary(), [script, join(corpus, 'pdf')], { cwd: root, encoding: 'utf8' });
  if (scored.status !== 0) throw new Error(`score-metadata: ${scored.stderr}`);
  for (const line of scored.stdout.trimEnd().split('\n')) printNote(line);
}

/** Counts and round trips of real bibliographies against independent readers, when they are beside the repository. */
function scoreBibliographies() {
  const folder = join(process.env.INQUIRY_CORPUS ?? join(root, '..', 'shared', 'corpus'), 'bib');
  if (!existsSync(folder)) {
    printNote('7 bibliographies against other readers: none here (INQUIRY_CORPUS)');
    return;
  }
  console.log('7 bibliographies: records against other readers, and written and read again');
  const script = join(root, 'scripts', 'score-bibliographies.mjs');
  const scored = spawnSync(nodeBinary(), [script, '--round-trip', folder], { cwd: root, encoding: 'utf8' });
  const lines = scored.stdout.trimEnd().split('\n');
  // Records that cannot be read are named one by one, hundreds where a whole file is another program's.
  for (const line of lines.filter((text) => !text.includes(': not read, '))) printNote(line);
  if (scored.status !== 0) throw new Error(scored.stderr || 'differences without an explanation');
}

const parts = {
  start: async () => {
    const [small, large] = [await libraryOf(25), await libraryOf(ITEMS)];
    await measureStart({
      bare,
      scratch,
      empty: join(scratch, 'empty'),
      small,
      large,
      rounds: 5,
      memoryRounds: 3,
    });
  },
  import: () => measureImport({ scratch, rounds: 3 }),
  search: async () => measureSearch({ scratch, library: await libraryWithText(ITEMS, 3_000, 12), rounds: 9 }),
  list: async () => measureList({ scratch, library: await libraryOf(ITEMS), rounds: 3 }),
  reader: () => measureReader({ bare, scratch, rounds: 4 }),
  metadata: () => scoreMetadata(),
  bibliographies: () => scoreBibliographies(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}`);
const load = loadavg().map((value) => value.toFixed(1));
console.log(
  `${process.platform}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, load ${load.join(' ')}`,
);
console.log('ratio: median (smallest to largest, number of pairs), medians of both sides\n');
const started = performance.now();
let failed = 0;
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      await measure();
    } catch (error) {
      // One measurement that fails does not cost the others; the exit code tells.
      failed += 1;
      endWindows();
      console.log(`${name}: not measured: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${((performance.now() - started) / 1_000).toFixed(0)} s`);
process.exitCode = failed > 0 ? 1 : 0;
