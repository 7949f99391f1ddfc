import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { electronArguments } from '../lib/steps.mjs';

const HOOK = fileURLToPath(new URL('./electron-hook.mjs', import.meta.url));
/** Two windows are open at once, one over the other: both draw. */
const ALWAYS_DRAW = '--disable-backgrounding-occluded-windows';
const START_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 120_000;
const QUIT_TIMEOUT_MS = 10_000;

/** Processes that are running, so that a measurement that fails leaves none behind. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends every window that is still open. */
export function endWindows() {
  for (const child of running) child.kill('SIGKILL');
}

/**
 * A running window.
 * @typedef {object} BenchWindow
 * @property {number} startMs from the start of the process until the window was usable and painted
 * @property {(script: string) => Promise<any>} run evaluates an expression in the page
 * @property {() => number | null} memory bytes of all its processes (proportional set size); null where it cannot be told
 * @property {() => Promise<void>} close
 */

/**
 * Starts Electron and waits until the window is usable.
 * @param {object} options
 * @param {string} options.app folder of the application
 * @param {string} options.usable CSS selector of what makes it usable
 * @param {string} [options.hash] address within the page
 * @param {Record<string, string>} [options.env]
 * @returns {Promise<BenchWindow>}
 */
export async function openWindow({ app, usable, hash = '', env = {} }) {
  const electron = process.env.INQUIRY_ELECTRON;
  if (!electron) throw new Error('INQUIRY_ELECTRON is not set: use npm run bench');
  const startedAt = Date.now();
  const child = spawn(electron, ['-r', HOOK, ...electronArguments(), ALWAYS_DRAW, app], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...env, INQUIRY_BENCH_USABLE: usable, INQUIRY_BENCH_HASH: hash },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints = (complaints + String(chunk)).slice(-4_000);
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let usableAt = 0;
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the window of ${app} was not usable in time\n${complaints}`));
    }, START_TIMEOUT_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Electron ended with ${String(code)}\n${complaints}`));
    });
    child.on('message', (/** @type {any} */ message) => {
      if (message.kind === 'usable') {
        clearTimeout(timer);
        usableAt = message.at;
        resolve(undefined);
        return;
      }
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) call?.resolve(message.value);
      else call?.reject(new Error(message.error));
    });
  });
  void ended.then(() => {
    for (const call of waiting.values()) call.reject(new Error(`the window is gone\n${complaints}`));
  });
  let lastId = 0;
  return {
    startMs: usableAt - startedAt,
    run: (script) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const timer = setTimeout(() => {
          reject(new Error(`the page did not answer: ${script.slice(0, 200)}`));
        }, ANSWER_TIMEOUT_MS);
        const done = (/** @type {(value: any) => void} */ settle) => (/** @type {any} */ value) => {
          clearTimeout(timer);
          settle(value);
        };
        waiting.set(lastId, { resolve: done(resolve), reject: done(reject) });
        child.send({ id: lastId, script });
      }),
    memory: () => (child.pid === undefined ? null : memoryOfTree(child.pid)),
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.send({ id: 0, script: null });
      const timer = setTimeout(() => child.kill('SIGKILL'), QUIT_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * Script for a call of the contract. @param {string} name @param {unknown} input
 * @returns {string} an expression that gives the value, or throws with the code of the failure
 */
export function contractCall(name, input) {
  return `window.inquiry.call[${JSON.stringify(name)}](${JSON.stringify(input)}).then((result) => {
    if (!result.ok) throw new Error(${JSON.stringify(name)} + ': ' + result.error.code);
    return result.value;
  })`;
}

/**
 * Proportional set size: memory shared by processes is counted once.
 * @param {number} pid root of the process tree
 * @returns {number | null}
 */
function memoryOfTree(pid) {
  if (process.platform !== 'linux') return null;
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (/** @type {number} */ each) =>
    (children.get(each) ?? []).reduce((total, child) => total + sum(child), proportionalBytes(each));
  return sum(pid);
}

function parentOf(/** @type {string} */ pid) {
  try {
    // The name in brackets may hold spaces; the parent is the second field behind it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.trim().split(' ')[1]);
  } catch {
    return undefined; // ended meanwhile
  }
}

function proportionalBytes(/** @type {number} */ pid) {
  try {
    return (
      Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? 0) *
      1024
    );
  } catch {
    return 0; // ended meanwhile
  }
}
