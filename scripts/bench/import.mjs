import { spawnSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bibFile } from '../../tests/builders/bibliographies.ts';
import { runCli } from './data.mjs';
import { openDesk } from './start.mjs';
import { megabytes, milliseconds, printNote, printRatio, spread } from './stats.mjs';
import { contractCall } from './window.mjs';

const RECORDS = 5_000;

/**
 * Import of a .bib by the command line against pandoc reading the same file, whole processes both.
 * @param {{ scratch: string, rounds: number }} input
 */
export async function measureImport({ scratch, rounds }) {
  const bib = join(scratch, 'records.bib');
  writeFileSync(bib, bibFile(RECORDS));
  const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const library = join(scratch, `import-${round}`);
    const { milliseconds: app, output } = runCli(library, ['import', bib]);
    if (output.counts.imported !== RECORDS)
      throw new Error(`imported ${String(output.counts.imported)} of ${RECORDS}`);
    rmSync(library, { recursive: true });
    pairs.push({ app, base: hasPandoc ? pandoc(bib) : Number.NaN });
  }
  if (hasPandoc) {
    printRatio('2 import of a 5,000-record .bib', pairs, { base: 'pandoc reading it', unit: milliseconds });
  } else {
    printNote(
      `2 import of a 5,000-record .bib: ${milliseconds(pairs[0]?.app ?? 0)}; no ratio, pandoc is not installed`,
    );
  }
  printNote(
    `the file has ${megabytes(statSync(bib).size)}; the app also looks for duplicates and writes two databases`,
  );
  await measureBlocks(scratch, rounds, bib);
}

function pandoc(/** @type {string} */ bib) {
  const started = performance.now();
  const result = spawnSync('pandoc', ['-f', 'bibtex', '-t', 'csljson', bib], {
    maxBuffer: 256 * 1024 * 1024,
  });
  const elapsed = performance.now() - started;
  if (result.status !== 0) throw new Error(`pandoc: ${String(result.stderr)}`);
  const records = JSON.parse(String(result.stdout)).length;
  if (records !== RECORDS) throw new Error(`pandoc read ${String(records)} of ${RECORDS}`);
  return elapsed;
}

/** Longest gap between two frames, longest task and slowest call while `work` runs in the page. */
const watched = (/** @type {string} */ work) => `(async () => {
  let longestGap = 0, longestTask = 0, slowestCall = 0, last = performance.now(), going = true;
  const frame = (now) => { longestGap = Math.max(longestGap, now - last); last = now; if (going) requestAnimationFrame(frame); };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(frame); });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration);
  });
  observer.observe({ type: 'longtask' });
  const probe = async () => {
    const begun = performance.now();
    await ${contractCall('library.counts', {})};
    slowestCall = Math.max(slowestCall, performance.now() - begun);
  };
  const started = performance.now();
  await (${work})(probe);
  going = false;
  observer.disconnect();
  return { longestGap, longestTask, slowestCall, elapsed: performance.now() - started };
})()`;

const pause = 'new Promise((resolve) => setTimeout(resolve, 50))';

/**
 * How long the window stands still during the same import, against the same window with nothing to do.
 * @param {string} scratch @param {number} rounds @param {string} bib
 */
async function measureBlocks(scratch, rounds, bib) {
  const seen = [];
  for (let round = 0; round < rounds; round += 1) {
    const window = await openDesk(
      join(scratch, `import-window-${round}`),
      join(scratch, 'user-import'),
      'nav',
    );
    const idle = await window.run(atRest);
    const busy = await window.run(importing(bib));
    await window.close();
    seen.push({ busy, idle });
  }
  const gaps = seen.map(({ busy, idle }) => ({ app: busy.longestGap, base: idle.longestGap }));
  printRatio('2 longest gap between frames during import', gaps, {
    base: 'same window at rest',
    unit: milliseconds,
  });
  const of = (/** @type {'busy' | 'idle'} */ state, /** @type {string} */ what) =>
    milliseconds(spread(seen.map((each) => each[state][what])).median);
  printNote(
    `import in the window ${of('busy', 'elapsed')}; longest task of the page ${of('busy', 'longestTask')}; ` +
      `slowest call meanwhile ${of('busy', 'slowestCall')} (at rest ${of('idle', 'slowestCall')})`,
  );
}

const atRest = watched(`async (probe) => {
  const until = performance.now() + 5000;
  while (performance.now() < until) { await probe(); await ${pause}; }
}`);

/** @param {string} bib @returns {string} script that imports the file and waits until it is done */
function importing(bib) {
  return watched(`async (probe) => {
    const { jobId } = await ${contractCall('import.start', { paths: [bib] })};
    for (;;) {
      const { state } = await window.inquiry.call['jobs.get']({ jobId }).then((result) => result.value);
      if (state === 'done') return;
      if (state === 'failed') throw new Error('the import failed');
      await probe();
      await ${pause};
    }
  }`);
}
