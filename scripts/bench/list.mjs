import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from './start.mjs';
import { milliseconds, printNote, printRatio, spread } from './stats.mjs';
import { contractCall } from './window.mjs';

const BATCH = 5_000;
const NAMES = {
  sort: 'sort',
  scroll: 'scroll',
  filter: 'lists at the side',
  paper: 'a paper is opened',
  keys: 'arrow key held',
};

/** Longest gap between frames and longest task of the page while each step is done, in milliseconds. */
const STEPS = `(async () => {
  // Between steps: what comes after an answer shall fall into the step that asked for it.
  const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const watched = async (work) => {
    let gap = 0, task = 0, last = performance.now(), going = true;
    const frame = (now) => { gap = Math.max(gap, now - last); last = now; if (going) requestAnimationFrame(frame); };
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(frame); });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) task = Math.max(task, entry.duration);
    });
    observer.observe({ type: 'longtask' });
    await rest(100);
    await work();
    await rest(100);
    going = false;
    observer.disconnect();
    return { gap, task };
  };
  // A list without papers takes the table away, so it is looked for anew in each step.
  const table = async () => { await until('the table', () => document.querySelector('[role="grid"] [role="row"][aria-rowindex="4"]') !== null); return document.querySelector('[role="grid"]'); };
  const until = async (what, met) => {
    const begun = performance.now();
    while (!met()) {
      if (performance.now() - begun > 15000) throw new Error('never seen: ' + what);
      await new Promise(requestAnimationFrame);
    }
  };
  const press = (element) => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      element.dispatchEvent(new (type.startsWith('pointer') ? PointerEvent : MouseEvent)(type, { bubbles: true, cancelable: true, button: 0, pointerType: 'mouse' }));
  };
  const key = (name, more = {}) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, code: name, bubbles: true, cancelable: true, ...more }));
  const side = [...document.querySelector('main[data-column]').parentElement.querySelectorAll('nav li button')];
  const heading = () => document.querySelector('main[data-column] ~ [data-column] h2')?.textContent ?? '';
  const idle = await watched(() => rest(1500));
  const sort = await watched(async () => {
    const grid = await table();
    for (const head of [...grid.querySelectorAll('[role="columnheader"] button')]) { press(head); await rest(350); }
  });
  const scroll = await watched(async () => {
    const grid = await table();
    for (let step = 0; step < 90; step += 1) { grid.scrollTop += 700; await new Promise(requestAnimationFrame); }
    grid.scrollTop = grid.scrollHeight; await rest(300);
    grid.scrollTop = 0; await rest(300);
  });
  if (side.length < 4) throw new Error('the lists at the side are not found');
  const filter = await watched(async () => {
    for (const entry of [side[1], side[2], side[3], side[0]]) { press(entry); await until('the list', () => entry.getAttribute('aria-current') === 'page'); await rest(350); }
  });
  const paper = await watched(async () => {
    press((await table()).querySelector('[role="row"][aria-rowindex="4"] [role="gridcell"]'));
    await until('the paper', () => heading() !== ''); await rest(500);
  });
  const keys = await watched(async () => {
    (await table()).focus();
    for (let step = 0; step < 30; step += 1) { key('ArrowDown'); await rest(33); }
    await rest(400);
  });
  return { idle, sort, scroll, filter, paper, keys };
})()`;

/**
 * Frames of the list of 20,000 papers while it is sorted, scrolled and filtered and papers are shown beside it, and an edit of 5,000 papers and its undo.
 * @param {{ scratch: string, library: string, rounds: number }} input
 */
export async function measureList({ scratch, library, rounds }) {
  /** @type {any[]} */
  const seen = [];
  const edits = [];
  const undos = [];
  const copy = join(scratch, 'list-library');
  cpSync(library, copy, { recursive: true });
  for (let round = 0; round < rounds; round += 1) {
    const window = await openDesk(copy, join(scratch, 'user-list'));
    seen.push(await window.run(STEPS));
    const view = { scope: { kind: 'all' } };
    const sort = { by: 'added', direction: 'descending' };
    const { edit, undo } = await window.run(`(async () => {
      const { ids } = await ${contractCall('library.ids', { view, sort, limit: BATCH })};
      const timed = async (work) => { const begun = performance.now(); await work(); return performance.now() - begun; };
      const set = () => window.inquiry.call['library.setStatus']({ itemIds: ids, readStatus: 'skimmed' });
      return { edit: await timed(set), undo: await timed(() => ${contractCall('history.undo', {})}) };
    })()`);
    edits.push(edit);
    undos.push(undo);
    await window.close();
  }
  for (const step of /** @type {const} */ (['sort', 'scroll', 'filter', 'paper', 'keys'])) {
    const pairs = seen.map((each) => ({ app: each[step].gap, base: each.idle.gap }));
    printRatio(`4 longest gap between frames: ${NAMES[step]}`, pairs, {
      base: 'same window at rest',
      unit: milliseconds,
    });
    printNote(
      `longest task of the page ${milliseconds(spread(seen.map((each) => each[step].task)).median)} (0 means none over 50 ms)`,
    );
  }
  printNote(
    `edit of ${BATCH.toLocaleString('en')} papers in one step ${milliseconds(spread(edits).median)}, undone in ${milliseconds(spread(undos).median)}`,
  );
}
