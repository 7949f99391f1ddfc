import type { Result } from '../lib/result';
import type { CallInput, CallName, CallOutput } from './contract';
import type { EventName, EventPayload } from './events';

/** What the preload puts on the page as `window.inquiry`: one method per call, one subscription per event. */
export interface Bridge {
  readonly call: {
    readonly [Name in CallName]: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  };
  /** @returns the function that ends the subscription */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /** Paths of files the person dropped on the window; empty for things that are not files. */
  pathsOfFiles(files: readonly unknown[]): readonly string[];
}
