import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../lib/steps.mjs';
import { BARE_USABLE } from './bare.mjs';
import { megabytes, milliseconds, printNote, printRatio, spread } from './stats.mjs';
import { openWindow } from './window.mjs';

/** The first row of the table with a paper in it. */
const FIRST_ROW = '[role="grid"] [role="row"][data-index="0"][draggable="true"]';
/** What an empty library shows instead: what to do first. */
const EMPTY_LIST = 'main p';
const IDLE_MS = 5_000;

/**
 * Opens the application on the Library.
 * @param {string} library folder
 * @param {string} userData folder
 * @param {string} [usable] selector
 */
export function openDesk(library, userData, usable = FIRST_ROW) {
  const env = { INQUIRY_LIBRARY: library, INQUIRY_USER_DATA: userData, INQUIRY_FIRST_RUN: 'empty' };
  return openWindow({ app: root, usable, hash: '#/library', env });
}

/**
 * Opens the bare window.
 * @param {string} bare folder of the bare application
 * @param {string} userData folder
 * @param {string} [page] address instead of the static page
 */
export function openBare(bare, userData, page) {
  const env = { INQUIRY_USER_DATA: userData, ...(page === undefined ? {} : { INQUIRY_BENCH_PAGE: page }) };
  return openWindow({ app: bare, usable: BARE_USABLE, env });
}

/**
 * Cold starts (new processes, files warm in the system's cache) and memory at rest.
 * @param {{ bare: string, scratch: string, empty: string, small: string, large: string, rounds: number, memoryRounds: number }} input
 */
export async function measureStart({ bare, scratch, empty, small, large, rounds, memoryRounds }) {
  const arms = {
    bare: () => openBare(bare, join(scratch, 'user-bare')),
    empty: () => openDesk(empty, join(scratch, 'user-empty'), EMPTY_LIST),
    small: () => openDesk(small, join(scratch, 'user-small')),
    large: () => openDesk(large, join(scratch, 'user-large')),
  };
  /** @type {Record<keyof typeof arms, { start: number[], memory: number[] }>} */
  const seen = {
    bare: { start: [], memory: [] },
    empty: { start: [], memory: [] },
    small: { start: [], memory: [] },
    large: { start: [], memory: [] },
  };
  // Round 0 fills the caches of each profile and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of /** @type {const} */ (['bare', 'empty', 'small', 'large'])) {
      const window = await arms[name]();
      if (round > 0) seen[name].start.push(window.startMs);
      if (round > 0 && round <= memoryRounds && name !== 'empty') {
        await wait(IDLE_MS);
        const bytes = window.memory();
        if (bytes !== null) seen[name].memory.push(bytes);
      }
      await window.close();
    }
  }
  const pairs = (/** @type {'small' | 'large'} */ name, /** @type {'start' | 'memory'} */ what) =>
    seen[name][what].map((app, index) => ({ app, base: seen.bare[what][index] ?? Number.NaN }));
  const start = { base: 'bare Electron window', unit: milliseconds };
  printRatio('1 cold start to usable Library, 25 items', pairs('small', 'start'), start);
  printRatio('1 cold start to usable Library, 20,000 items', pairs('large', 'start'), start);
  const againstEmpty = seen.large.start.map((app, index) => ({
    app,
    base: seen.empty.start[index] ?? Number.NaN,
  }));
  printRatio('1 cold start, 20,000 items against none', againstEmpty, {
    base: 'empty library',
    unit: milliseconds,
  });
  const { min, max } = spread(seen.bare.start);
  printNote(
    `the bare window alone took ${milliseconds(min)} to ${milliseconds(max)}: so much does this computer vary`,
  );
  if (seen.bare.memory.length === 0) {
    printNote('memory at rest: measured on Linux only');
    return;
  }
  const memory = { base: 'bare Electron window', unit: megabytes };
  printRatio('5 memory at rest, 25 items', pairs('small', 'memory'), memory);
  printRatio('5 memory at rest, 20,000 items', pairs('large', 'memory'), memory);
}
