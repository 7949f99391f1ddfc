import type { Bridge } from '@shared/ipc/bridge';
import type { CallInput, CallName, CallOutput } from '@shared/ipc/contract';
import type { EventName, EventPayload } from '@shared/ipc/events';
import { fail, type Failure, type Result } from '@shared/lib/result';

declare global {
  interface Window {
    readonly inquiry: Bridge;
  }
}

/**
 * Asks the library (or main, for `desktop.*`). Expected failures come back as values; a broken bridge is one of them.
 * @param name a call of the contract
 * @param input what the contract says it takes
 */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  try {
    return await window.inquiry.call[name](input);
  } catch (error) {
    return fail('bridge.lost', { call: name }, String(error));
  }
}

/**
 * Listens to what the processes push to the page.
 * @returns ends the subscription
 */
export function onEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.inquiry.on(name, listener);
}

/** An expected failure on its way through code that can only throw (queries). */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** @param error anything thrown @returns the failure in it; a bug becomes a failure with its message as the cause */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return { code: 'page.bug', cause: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
