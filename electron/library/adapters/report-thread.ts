import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Runs one kind of work away from the process that owns the database. */
export interface ReportThread {
  /** @param request structured-cloneable; @returns what the worker answered; rejects when the worker died */
  run(request: unknown): Promise<unknown>;
}

/** What a worker script and its thread say to each other. */
export interface ThreadMessage {
  readonly id: number;
  readonly body: unknown;
}

/**
 * Starts the worker at the first request and keeps it warm; a worker that died is started again at the next request.
 * Where no built worker is (unit tests run from sources) the same function runs in this process.
 * @param script absolute path of the built worker
 * @param inProcess the function the worker runs
 */
export function createReportThread(
  script: string,
  inProcess: () => Promise<(request: unknown) => unknown>,
): ReportThread {
  if (!existsSync(script)) {
    let work: Promise<(request: unknown) => unknown> | undefined;
    return {
      run: async (request) => {
        work ??= inProcess();
        return (await work)(request);
      },
    };
  }
  return new WorkerThread(script);
}

class WorkerThread implements ReportThread {
  private readonly waiting = new Map<
    number,
    { resolve: (body: unknown) => void; reject: (error: Error) => void }
  >();
  private worker: Worker | null = null;
  private nextId = 1;
  private readonly script: string;

  constructor(script: string) {
    this.script = script;
  }

  run(request: unknown): Promise<unknown> {
    const worker = (this.worker ??= this.start());
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, body: request } satisfies ThreadMessage);
    });
  }

  private start(): Worker {
    const worker = new Worker(this.script);
    // An idle worker must not keep the process alive.
    worker.unref();
    worker.on('message', ({ id, body }: ThreadMessage) => {
      this.waiting.get(id)?.resolve(body);
      this.waiting.delete(id);
    });
    worker.on('error', (error) => {
      this.stopped(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', (code) => {
      this.stopped(new Error(`worker ended with ${String(code)}`));
    });
    return worker;
  }

  private stopped(error: Error): void {
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
