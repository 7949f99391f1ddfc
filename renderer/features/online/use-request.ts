import { useCallback, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '@shared/ipc/contract';
import type { Failure } from '@shared/lib/result';
import { call } from '../../lib/client';

type Cancellable = Extract<CallName, 'online.propose' | 'online.search' | 'online.openCopy'>;

export interface OnlineRequest<Name extends Cancellable> {
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  /** @returns the answer, or undefined when it failed, was stopped or a newer one was asked */
  readonly ask: (input: Omit<CallInput<Name>, 'requestId'>) => Promise<CallOutput<Name> | undefined>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** One request to a service at a time: a new one stops the one before. */
export function useOnlineRequest<Name extends Cancellable>(name: Name): OnlineRequest<Name> {
  const current = useRef<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const stop = useCallback(() => {
    if (current.current === null) return;
    void call('online.cancel', { requestId: current.current });
    current.current = null;
    setRunning(false);
  }, []);
  const ask = useCallback<OnlineRequest<Name>['ask']>(
    async (input) => {
      stop();
      const requestId = crypto.randomUUID();
      current.current = requestId;
      setRunning(true);
      setFailure(null);
      // The input without its name is what the caller gave: the compiler cannot put the two together for a generic name.
      const result = await call(name, { ...input, requestId } as CallInput<Name>);
      if (current.current !== requestId) return undefined;
      current.current = null;
      setRunning(false);
      if (result.ok) return result.value;
      setFailure(result.error);
      return undefined;
    },
    [name, stop],
  );
  const clear = useCallback(() => {
    setFailure(null);
  }, []);
  return { isRunning, failure, ask, stop, clear };
}
