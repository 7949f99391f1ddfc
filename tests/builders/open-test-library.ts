import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { contract, type CallInput, type CallOutput, type LibraryCallName } from '@shared/ipc/contract';
import type { Clock, Ids } from '@shared/lib/ports';
import { fail, type Result } from '@shared/lib/result';
import { bootLibrary, type BootOptions, type OpenLibrary } from '../../electron/library/boot';
import { silentLogger } from '../../electron/library/log';

/** An event as a window would have got it. */
export interface SeenEvent {
  readonly name: string;
  readonly payload: unknown;
}

/** A real library in a throw-away folder, called the way main calls it. */
export interface TestLibrary {
  readonly root: string;
  readonly library: OpenLibrary;
  readonly events: SeenEvent[];
  /** Parses the input with the contract, runs the handler and parses its output: what a page would see. */
  call<Name extends LibraryCallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>>;
  /** As `call`, but throws on a failure. */
  get<Name extends LibraryCallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Closes and opens again on the same folder. */
  reopen(): Promise<TestLibrary>;
  close(): Promise<void>;
}

/** A clock that moves on a second at each call, from a fixed start. */
export function steppingClock(start = '2026-01-15T08:00:00.000Z'): Clock {
  let at = Date.parse(start);
  return {
    now: () => {
      at += 1_000;
      return new Date(at).toISOString();
    },
  };
}

/**
 * Opens a library for a test.
 * @param overrides parts of the boot options; `root` to open an existing folder
 */
export function openTestLibrary(overrides: Partial<BootOptions> = {}): TestLibrary {
  const root = overrides.root ?? mkdtempSync(join(tmpdir(), 'inquiry-library-'));
  const events: SeenEvent[] = [];
  const ids: Ids = { next: () => uuidv7() };
  const options: BootOptions = {
    root,
    resources: join(import.meta.dirname, '..', '..', 'resources'),
    // Worker scripts are built; tests that need them say so.
    workers: process.env['INQUIRY_WORKERS'] ?? join(import.meta.dirname, '..', '..', 'out', 'main'),
    appVersion: '0.2.0',
    log: silentLogger,
    clock: steppingClock(),
    ids,
    events: { emit: (name, payload) => void events.push({ name, payload }) },
    host: { printToPdf: () => Promise.resolve(fail('host.no-window')) },
    ...overrides,
  };
  const opened = bootLibrary(options);
  if (!opened.ok) throw new Error(`library did not open: ${opened.error.code} ${opened.error.cause ?? ''}`);
  const library = opened.value;
  const call: TestLibrary['call'] = async (name, input) => {
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) return fail('call.bad-input', { name }, parsed.error.message);
    const handler = library.handlers[name] as (value: unknown) => Promise<Result<CallOutput<typeof name>>>;
    const result = await handler(parsed.data);
    if (result.ok) contract[name].output.parse(result.value);
    return result;
  };
  return {
    root,
    library,
    events,
    call,
    get: async (name, input) => {
      const result = await call(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.cause ?? ''}`);
      return result.value;
    },
    reopen: async () => {
      await library.close();
      return openTestLibrary({ ...overrides, root });
    },
    close: async () => {
      await library.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
