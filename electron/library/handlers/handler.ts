import type { CallOutput, CallParsed, LibraryCallName } from '@shared/ipc/contract';
import type { Result } from '@shared/lib/result';

/** One function per call of the contract that the library process answers. */
export type Handlers = {
  readonly [Name in LibraryCallName]: (
    input: CallParsed<Name>,
  ) => Result<CallOutput<Name>> | Promise<Result<CallOutput<Name>>>;
};

/** The handlers of one area: exactly its calls. */
export type AreaHandlers<Prefix extends string> = Pick<
  Handlers,
  Extract<LibraryCallName, `${Prefix}.${string}`>
>;
