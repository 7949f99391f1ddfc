import { utilityProcess, type UtilityProcess } from 'electron';
import type { LibraryStatus } from '@shared/ipc/contract/desktop';
import type { FromLibrary, HostMethod, ToLibrary } from '@shared/ipc/wire';
import { fail, ok, type Result } from '@shared/lib/result';

export interface LibraryProcessOptions {
  readonly entry: string;
  readonly startOptions: Readonly<Record<string, unknown>>;
  readonly onEvent: (name: string, payload: unknown) => void;
  readonly onHostCall: (method: HostMethod, input: unknown) => Promise<Result<unknown>>;
  readonly onLog: (line: string) => void;
}

/** Restarts after this many crashes within a minute end in `library.status: failed`. */
const MAX_CRASHES = 30;

/**
 * Main's end of the library process: forks it, routes calls, starts it again when it dies.
 * Calls made while it restarts wait; calls it was working on when it died answer `library.crashed`.
 */
export class LibraryProcess {
  readonly #options: LibraryProcessOptions;
  #child: UtilityProcess | null = null;
  #isReady = false;
  #failure: { code: string; details: Readonly<Record<string, string | number>> } | null = null;
  #stopping = false;
  #nextId = 1;
  #crashes: number[] = [];
  readonly #inFlight = new Map<number, (result: Result<unknown>) => void>();
  #waiting: (() => void)[] = [];

  constructor(options: LibraryProcessOptions) {
    this.#options = options;
  }

  /** Process id while it runs: for the crash tests. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  /** How it stands, for a page that was loaded after the event. */
  get status(): LibraryStatus {
    if (this.#failure) return { state: 'failed', ...this.#failure };
    return { state: this.#isReady ? 'ready' : 'restarting', code: null, details: {} };
  }

  /** Starts again after the database could not be opened. @param mode what becomes of the damaged database */
  async recover(mode: 'newest-backup' | 'set-aside'): Promise<Result<LibraryStatus>> {
    if (!this.#failure) return fail('library.not-failed');
    const old = this.#child;
    if (old !== null) {
      await new Promise<void>((resolve) => {
        old.once('exit', () => {
          resolve();
        });
        old.kill();
      });
    }
    this.#crashes = [];
    this.start({ recover: mode });
    while (this.status.state === 'restarting' && !this.#stopping)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return ok(this.status);
  }

  /** Forks the process. @param once options for this start only */
  start(once: Readonly<Record<string, unknown>> = {}): void {
    this.#failure = null;
    const options = JSON.stringify({ ...this.#options.startOptions, ...once });
    const child = utilityProcess.fork(this.#options.entry, [options], {
      serviceName: 'inquiry-desk-library',
      stdio: 'pipe',
    });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#options.onLog(chunk.toString('utf8'));
    });
    child.on('message', (message: FromLibrary) => {
      this.#receive(message);
    });
    child.once('exit', () => {
      // One that was replaced has nothing to say any more.
      if (this.#child === child) this.#exited();
    });
  }

  /** @param name a call of the contract @param input parsed input */
  async call(name: string, input: unknown): Promise<Result<unknown>> {
    while (!this.#isReady) {
      if (this.#failure) return fail(this.#failure.code, this.#failure.details);
      if (this.#stopping) return fail('library.stopping');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#inFlight.set(id, resolve);
      this.#post({ kind: 'call', id, name, input });
    });
  }

  /** Asks the process to finish; resolves when it is gone (or after a grace time, then it is killed). */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill(), 5_000);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      this.#post({ kind: 'shutdown' });
    });
  }

  #post(message: ToLibrary): void {
    this.#child?.postMessage(message);
  }

  #receive(message: FromLibrary): void {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#wake();
        this.#options.onEvent('library.status', { state: 'ready', code: null });
        return;
      case 'reply':
        this.#inFlight.get(message.id)?.(message.result);
        this.#inFlight.delete(message.id);
        return;
      case 'event':
        this.#options.onEvent(message.name, message.payload);
        return;
      case 'host-call':
        void this.#options.onHostCall(message.method, message.input).then((result) => {
          this.#post({ kind: 'host-reply', id: message.id, result });
        });
        return;
      case 'restart':
        // From here on calls wait for the new process instead of dying with this one.
        this.#isReady = false;
        this.#post({ kind: 'shutdown' });
        return;
      case 'failed':
        this.#failure = { code: message.code, details: message.details };
        this.#wake();
        this.#options.onEvent('library.status', { state: 'failed', code: message.code });
    }
  }

  #exited(): void {
    this.#isReady = false;
    this.#child = null;
    for (const resolve of this.#inFlight.values()) resolve(fail('library.crashed'));
    this.#inFlight.clear();
    if (this.#stopping || this.#failure) {
      this.#wake();
      return;
    }
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < 60_000), now];
    if (this.#crashes.length > MAX_CRASHES) {
      this.#failure = { code: 'library.keeps-crashing', details: {} };
      this.#wake();
      this.#options.onEvent('library.status', { state: 'failed', code: 'library.keeps-crashing' });
      return;
    }
    this.#options.onEvent('library.status', { state: 'restarting', code: null });
    this.start();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
