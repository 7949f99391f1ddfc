import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { CallInput, CallName, CallOutput } from '@shared/ipc/contract';
import type { EventName, EventPayload } from '@shared/ipc/events';
import type { Failure, Result } from '@shared/lib/result';
import { call, FailureError, onEvent } from './client';

/** The cache of what the library said. Local calls: nothing to retry, nothing gets stale by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** The key of a call in the cache. */
export function contractKey<Name extends CallName>(name: Name, input: CallInput<Name>): readonly unknown[] {
  return [name, input];
}

/** Asks and throws the failure, for query functions. */
export async function fetchContract<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = await call(name, input);
  if (!result.ok) throw new FailureError(result.error);
  return result.value;
}

export interface ContractOptions {
  readonly enabled?: boolean;
  /** Keeps showing the last answer while a new input is asked (paging, typing). */
  readonly keepPrevious?: boolean;
  /** Tables that the answer is read from; asked again only when one of them changed. All tables when missing. */
  readonly tables?: readonly string[];
}

/** Reads through the contract and stays up to date: asked again after every change of its tables. */
export function useContract<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: ContractOptions = {},
): UseQueryResult<CallOutput<Name>, FailureError> {
  return useQuery<CallOutput<Name>, FailureError>({
    queryKey: contractKey(name, input),
    queryFn: () => fetchContract(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...(options.tables ? { meta: { tables: options.tables } } : {}),
  });
}

type Reporter = (failure: Failure) => void;
let report: Reporter = () => undefined;

/** @param reporter shows a failure that no view handles itself (the app shows a status message) */
export function setFailureReporter(reporter: Reporter): void {
  report = reporter;
}

/** Shows a failure the way the app does. */
export function reportFailure(failure: Failure): void {
  report(failure);
}

export interface ContractMutation<Name extends CallName> {
  /** Writes; resolves with the outcome and never rejects. */
  readonly run: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  readonly isPending: boolean;
}

/**
 * Writes through the contract. A failure is shown as a status message unless `quiet`.
 * What is on screen refreshes by itself when the library says what changed.
 */
export function useContractMutation<Name extends CallName>(
  name: Name,
  { quiet = false }: { readonly quiet?: boolean } = {},
): ContractMutation<Name> {
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (input: CallInput<Name>) => call(name, input),
  });
  const run = useCallback(
    async (input: CallInput<Name>) => {
      const result = await mutateAsync(input);
      if (!result.ok && !quiet) report(result.error);
      return result;
    },
    [mutateAsync, quiet],
  );
  return { run, isPending };
}

/** Calls `listener` for every such event while the component is there. Keep the listener stable (useCallback). */
export function useEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): void {
  useEffect(() => onEvent(name, listener), [name, listener]);
}

/**
 * Keeps the cache true: after `library.changed` the answers read from those tables are asked again, at once for the
 * first change and then at most every `pause` milliseconds, so that an import does not flood the page.
 * @returns ends it
 */
export function followChanges(client: QueryClient, pause = 250): () => void {
  let waiting = new Set<string>();
  let timer: number | undefined;
  const flush = (): void => {
    const tables = waiting;
    waiting = new Set();
    void client.invalidateQueries({
      predicate: ({ meta }) => {
        const read = meta?.['tables'];
        return !Array.isArray(read) || read.some((table) => tables.has(String(table)));
      },
    });
  };
  const endChanges = onEvent('library.changed', ({ tables }) => {
    for (const table of tables) waiting.add(table);
    if (timer !== undefined) return;
    flush();
    timer = window.setTimeout(() => {
      timer = undefined;
      if (waiting.size > 0) flush();
    }, pause);
  });
  const endSettings = onEvent('settings.changed', () => {
    void client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith('settings.'),
    });
  });
  const endHistory = onEvent('history.changed', () => {
    void client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith('history.'),
    });
  });
  const endStatus = onEvent('library.status', ({ state }) => {
    if (state === 'ready') void client.invalidateQueries();
  });
  return () => {
    window.clearTimeout(timer);
    endChanges();
    endSettings();
    endHistory();
    endStatus();
  };
}
