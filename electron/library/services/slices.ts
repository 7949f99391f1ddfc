import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work before calls of the window get their turn, in milliseconds. */
const SLICE_MS = 8;

/** Cuts long work over the whole library into slices, so that the library process stays free for the window. */
export class Slices {
  #since = performance.now();
  #longest = 0;

  /** Call between small pieces of work: lets others through when the slice is used up. */
  turn(): Promise<void> | undefined {
    const used = performance.now() - this.#since;
    if (used > this.#longest) this.#longest = used;
    return used < SLICE_MS ? undefined : this.#pause();
  }

  async #pause(): Promise<void> {
    await setImmediate();
    this.#since = performance.now();
  }

  /** Longest stretch without a pause so far, in milliseconds. */
  get longest(): number {
    return this.#longest;
  }
}
