import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { contract, isMainCall, type CallName, type MainCallName } from '@shared/ipc/contract';
import { fail, type Result } from '@shared/lib/result';
import { isTrustedSender } from './trusted-sender';

/** Answers of the calls that main takes itself. */
export type MainHandlers = { readonly [Name in MainCallName]: (input: unknown) => Promise<Result<unknown>> };

export interface RegisterOptions {
  readonly mainHandlers: MainHandlers;
  /** Sends a parsed call to the library process. */
  readonly callLibrary: (name: string, input: unknown) => Promise<Result<unknown>>;
}

/**
 * Registers every call of the contract once: sender check -> schema -> route -> Result. The only place that uses ipcMain.
 */
export function registerContract(options: RegisterOptions): void {
  for (const name of Object.keys(contract) as CallName[]) {
    ipcMain.handle(name, (event: IpcMainInvokeEvent, raw: unknown) => answer(name, event, raw, options));
  }
}

async function answer(
  name: CallName,
  event: IpcMainInvokeEvent,
  raw: unknown,
  options: RegisterOptions,
): Promise<Result<unknown>> {
  if (!isTrustedSender(event.senderFrame)) return fail('call.untrusted-sender');
  const parsed = contract[name].input.safeParse(raw);
  if (!parsed.success) return fail('call.bad-input', { name }, parsed.error.message);
  if (isMainCall(name)) return options.mainHandlers[name](parsed.data);
  return options.callLibrary(name, parsed.data);
}
