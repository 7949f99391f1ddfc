import { createContext, Script } from 'node:vm';

const context: { work: () => void } & Record<string, unknown> = { work: () => undefined };
const sandbox = createContext(context);
const script = new Script('work()');

/**
 * Runs a piece of work that may never end, such as a regular expression on somebody's text, and stops it when its time is up.
 * The work must change nothing outside: it is cut off wherever it is.
 * @param milliseconds the time it has @param work pure work
 * @returns what it gave; undefined when the time was up
 * @throws what the work throws
 */
export function bounded<T>(milliseconds: number, work: () => T): { readonly value: T } | undefined {
  let done: { readonly value: T } | undefined;
  context.work = () => {
    done = { value: work() };
  };
  try {
    script.runInContext(sandbox, { timeout: milliseconds });
  } catch (error) {
    // Not `instanceof`: the error may come from another realm.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return undefined;
  } finally {
    context.work = () => undefined;
  }
  return done;
}
