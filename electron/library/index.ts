import { z } from 'zod';
import { contract, isCallName, isMainCall } from '@shared/ipc/contract';
import { events, type EventName } from '@shared/ipc/events';
import {
  HAND_OUT_DOCUMENT,
  LOCATE_PAPER,
  type FromLibrary,
  type HostMethod,
  type HttpGetInput,
  type ToLibrary,
} from '@shared/ipc/wire';
import { fail, ok, type Result } from '@shared/lib/result';
import type { HttpGet } from './adapters/http';
import { httpOutcome } from './adapters/http-outcome';
import { bootLibrary, type OpenLibrary } from './boot';
import { jsonLogger } from './log';
import { handOutDocument } from './services/document-copies';
import { locatePaper } from './services/paper-location';

/**
 * The utility process that owns the database and all services. Main forks it with the options below as one JSON argument.
 */
const startOptions = z.object({
  root: z.string(),
  resources: z.string(),
  workers: z.string(),
  appVersion: z.string(),
  development: z.boolean(),
  /** A new user finds the sample library; tests and demos that need an empty one say so. */
  addsSamples: z.boolean(),
  /** The database was damaged: what the person wants to become of it. */
  recover: z.enum(['newest-backup', 'set-aside']).optional(),
});

const log = jsonLogger('library');
const port = process.parentPort;
const send = (message: FromLibrary): void => {
  port.postMessage(message);
};
const pendingHostCalls = new Map<number, (result: Result<unknown>) => void>();
let nextHostCall = 1;

function callHost(method: HostMethod, input: unknown): Promise<Result<unknown>> {
  const id = nextHostCall++;
  return new Promise((resolve) => {
    pendingHostCalls.set(id, resolve);
    send({ kind: 'host-call', id, method, input });
  });
}

let nextRequest = 1;

/** Main sends it: the system's proxy and certificates count there. */
const httpOfMain: HttpGet = async ({ signal, ...request }) => {
  if (signal.aborted) return { kind: 'fault', fault: 'cancelled' };
  const id = nextRequest++;
  const cancel = (): void => void callHost('http-cancel', { id });
  signal.addEventListener('abort', cancel);
  const result = await callHost('http-get', { ...request, id } satisfies HttpGetInput);
  signal.removeEventListener('abort', cancel);
  const outcome = result.ok ? httpOutcome.safeParse(result.value) : undefined;
  if (outcome?.success === true) return outcome.data;
  return { kind: 'fault', fault: 'unreachable', cause: 'main gave no answer' };
};

async function textOfHost(method: HostMethod, input: unknown): Promise<Result<string>> {
  const result = await callHost(method, input);
  if (!result.ok) return result;
  return typeof result.value === 'string' ? ok(result.value) : fail('host.bad-reply');
}

function main(): void {
  const options = startOptions.parse(JSON.parse(process.argv.at(-1) ?? '{}'));
  const opened = bootLibrary({
    ...options,
    log,
    events: {
      emit: (name, payload) => {
        send({ kind: 'event', name, payload: events[name satisfies EventName].parse(payload) });
      },
    },
    host: {
      printToPdf: async (input) => {
        const result = await callHost('print-to-pdf', input);
        if (!result.ok) return result;
        return result.value instanceof Uint8Array ? ok(result.value) : fail('host.bad-reply');
      },
      sealSecret: (text) => textOfHost('seal-secret', { text }),
      openSecret: (sealed) => textOfHost('open-secret', { sealed }),
    },
    http: httpOfMain,
    requestRestart: () => {
      // The answer to the call that asked for it leaves first.
      setImmediate(() => {
        send({ kind: 'restart' });
      });
    },
  });
  if (!opened.ok) {
    log.error('library.not-opened', { code: opened.error.code, cause: opened.error.cause });
    send({ kind: 'failed', code: opened.error.code, details: opened.error.details ?? {} });
    return;
  }
  const library = opened.value;
  port.on('message', (event) => {
    receive(library, event.data as ToLibrary, options.development);
  });
  send({ kind: 'ready' });
  library.start();
  if (options.recover === 'set-aside') void rebuild(library);
  else if (options.addsSamples) void addSamples(library);
}

/** After the damaged database was set aside, everything that the document folders still know comes back. */
async function rebuild(library: OpenLibrary): Promise<void> {
  const result = await library.handlers['health.rebuild']({});
  if (!result.ok) log.warn('rebuild.not-started', { code: result.error.code });
}

async function addSamples(library: OpenLibrary): Promise<void> {
  const language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('uk') ? 'uk' : 'en';
  const result = await library.handlers['learn.addSamples']({ language, onlyFirstRun: true });
  if (!result.ok) log.warn('samples.not-added', { code: result.error.code, cause: result.error.cause });
}

function receive(library: OpenLibrary, message: ToLibrary, development: boolean): void {
  switch (message.kind) {
    case 'call':
      void answer(library, message.name, message.input, development).then((result) => {
        send({ kind: 'reply', id: message.id, result });
      });
      return;
    case 'host-reply':
      pendingHostCalls.get(message.id)?.(message.result);
      pendingHostCalls.delete(message.id);
      return;
    case 'shutdown':
      void library.close().then(() => process.exit(0));
  }
}

async function answer(
  library: OpenLibrary,
  name: string,
  input: unknown,
  development: boolean,
): Promise<Result<unknown>> {
  // Asked by main itself for paper://; not in the contract, so that the page never learns a path.
  if (name === LOCATE_PAPER) return locatePaper(library.core, input);
  if (name === HAND_OUT_DOCUMENT) return handOutDocument(library.core, input);
  if (!isCallName(name) || isMainCall(name)) return fail('call.unknown', { name });
  const started = performance.now();
  try {
    // Parsed by main already; the cast only tells the compiler what the table of handlers guarantees.
    const handler = library.handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>;
    const result = await handler(input);
    const elapsed = performance.now() - started;
    if (elapsed > 40) log.info('call.slow', { name, ms: Math.round(elapsed) });
    if (development && result.ok) contract[name].output.parse(result.value);
    if (!result.ok) log.info('call.failed', { name, code: result.error.code, cause: result.error.cause });
    return result;
  } catch (error) {
    log.error('call.crashed', {
      name,
      error: String(error),
      stack: error instanceof Error ? error.stack : '',
    });
    return fail('internal', { name }, String(error));
  }
}

process.on('unhandledRejection', (reason) => {
  log.error('unhandled-rejection', {
    reason: String(reason),
    stack: reason instanceof Error ? reason.stack : '',
  });
});

main();
