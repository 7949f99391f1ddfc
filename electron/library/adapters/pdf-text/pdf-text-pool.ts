import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '@shared/lib/result';
import type { PdfFailureCode, PdfHead, PdfPageText, PdfTextSummary } from '@shared/domain/pdf-metadata/types';
import type { PdfTextPort } from './port';
import type { PdfAnnotations, PdfWorkerData, PdfWorkerReply, PdfWorkerRequest } from './messages';

/** Where the worker's code and pdf.js' data files are, and how much a document may cost. */
export interface PdfTextPoolOptions {
  /** Built worker script (`electron/library/workers/pdf-text`). */
  readonly workerFile: string | URL;
  /** Folder of the installed `pdfjs-dist`, ending in a separator. */
  readonly pdfjsFolder: string;
  /** Threads; default 1 (extraction is background work). */
  readonly size?: number;
  /** Longest silence of a worker in milliseconds before it is ended; default 30,000. */
  readonly stallMs?: number;
  /** Heap of a worker in megabytes; default 1,024. */
  readonly heapMb?: number;
  /** Largest file read; default 512 MiB. */
  readonly maxBytes?: number;
}

interface Task {
  readonly request: (id: number) => PdfWorkerRequest;
  readonly onPages: (pages: readonly PdfPageText[]) => void | Promise<void>;
  readonly settle: (result: Result<Finished>) => void;
  /** A write of the caller's that failed is the caller's bug and is thrown to it. */
  readonly throwTo: (error: unknown) => void;
}

type Finished =
  | { readonly kind: 'annotations'; readonly found: PdfAnnotations }
  | { readonly kind: 'head'; readonly head: PdfHead }
  | { readonly kind: 'done'; readonly summary: PdfTextSummary };

/**
 * Reads PDFs in worker threads that may die. A document that hangs, exhausts memory or crashes pdf.js costs that
 * document only: the worker is replaced and the next document goes on.
 */
export class PdfTextPool implements PdfTextPort {
  private readonly queue: Task[] = [];
  private readonly seats: Seat[];
  private closed = false;

  constructor(options: PdfTextPoolOptions) {
    this.seats = Array.from(
      { length: options.size ?? 1 },
      () => new Seat(options, () => this.queue.shift() ?? null),
    );
  }

  /** {@inheritDoc PdfTextPort.inspect} */
  async inspect(
    path: string,
    options: { readonly pages?: number; readonly signal?: AbortSignal } = {},
  ): Promise<Result<PdfHead>> {
    const pages = options.pages ?? 3;
    const result = await this.run(
      (id) => ({ kind: 'inspect', id, path, pages }),
      () => undefined,
      options.signal,
    );
    if (!result.ok) return result;
    return result.value.kind === 'head'
      ? ok(result.value.head)
      : fail('pdf.crashed', undefined, 'wrong reply');
  }

  /** {@inheritDoc PdfTextPort.annotations} */
  async annotations(
    path: string,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<Result<PdfAnnotations>> {
    const result = await this.run(
      (id) => ({ kind: 'annotations', id, path }),
      () => undefined,
      options.signal,
    );
    if (!result.ok) return result;
    return result.value.kind === 'annotations'
      ? ok(result.value.found)
      : fail('pdf.crashed', undefined, 'wrong reply');
  }

  /** {@inheritDoc PdfTextPort.extract} */
  async extract(
    path: string,
    onPages: (pages: readonly PdfPageText[]) => void | Promise<void>,
    options: { readonly fromPage?: number; readonly signal?: AbortSignal } = {},
  ): Promise<Result<PdfTextSummary>> {
    const fromPage = options.fromPage ?? 0;
    const result = await this.run(
      (id) => ({ kind: 'extract', id, path, fromPage, batchSize: 10 }),
      onPages,
      options.signal,
    );
    if (!result.ok) return result;
    return result.value.kind === 'done'
      ? ok(result.value.summary)
      : fail('pdf.crashed', undefined, 'wrong reply');
  }

  /** {@inheritDoc PdfTextPort.close} */
  async close(): Promise<void> {
    this.closed = true;
    for (const task of this.queue.splice(0)) task.settle(fail('pdf.cancelled'));
    await Promise.all(this.seats.map((seat) => seat.end('pdf.cancelled', 'closed')));
  }

  private run(
    request: Task['request'],
    onPages: Task['onPages'],
    signal: AbortSignal | undefined,
  ): Promise<Result<Finished>> {
    if (this.closed || signal?.aborted === true) return Promise.resolve(fail('pdf.cancelled'));
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        const waiting = this.queue.indexOf(task);
        if (waiting >= 0) {
          this.queue.splice(waiting, 1);
          task.settle(fail('pdf.cancelled'));
          return;
        }
        void this.seats.find((seat) => seat.holds(task))?.end('pdf.cancelled', 'cancelled by the caller');
      };
      const task: Task = {
        request,
        onPages,
        settle: (result) => {
          signal?.removeEventListener('abort', cancel);
          resolve(result);
        },
        throwTo: (error) => {
          signal?.removeEventListener('abort', cancel);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.queue.push(task);
      for (const seat of this.seats) seat.wake();
    });
  }
}

/** One place for a worker: holds at most one task, starts and replaces its thread. */
class Seat {
  private worker: Worker | null = null;
  private task: Task | null = null;
  private taskId = 0;
  private poisoned = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly options: PdfTextPoolOptions,
    private readonly next: () => Task | null,
  ) {}

  holds(task: Task): boolean {
    return this.task === task;
  }

  wake(): void {
    if (this.task !== null) return;
    const task = this.next();
    if (task === null) return;
    this.task = task;
    this.taskId += 1;
    this.worker ??= this.start();
    this.worker.ref();
    this.watch();
    this.post(task.request(this.taskId));
  }

  /** Ends the thread and whatever it does; the task fails with `code`. */
  async end(code: PdfFailureCode, cause: string): Promise<void> {
    const { worker } = this;
    this.worker = null;
    this.poisoned = false;
    this.finish((task) => {
      task.settle(fail(code, undefined, cause));
    });
    await worker?.terminate();
  }

  private start(): Worker {
    const setup: PdfWorkerData = {
      cMapFolder: `${this.options.pdfjsFolder}cmaps/`,
      fontFolder: `${this.options.pdfjsFolder}standard_fonts/`,
      maxBytes: this.options.maxBytes ?? 512 * 1024 * 1024,
    };
    const worker = new Worker(this.options.workerFile, {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: this.options.heapMb ?? 1024, stackSizeMb: 8 },
      stdout: false,
      stderr: false,
    });
    worker.on('message', (reply: PdfWorkerReply) => {
      if (this.worker === worker) this.receive(reply);
    });
    worker.on('error', (error: Error) => {
      if (this.worker === worker) void this.end('pdf.crashed', error.message);
    });
    worker.on('exit', (code) => {
      if (this.worker === worker) void this.end('pdf.crashed', `worker ended with ${String(code)}`);
    });
    return worker;
  }

  private post(request: PdfWorkerRequest): void {
    this.worker?.postMessage(request);
  }

  private receive(reply: PdfWorkerReply): void {
    if (reply.kind === 'ready') return;
    if (reply.kind === 'poisoned') {
      this.poisoned = true;
      return;
    }
    const { task } = this;
    if (task === null || reply.id !== this.taskId) return;
    switch (reply.kind) {
      case 'pages':
        void this.store(task, reply.pages);
        return;
      case 'failed':
        this.finish((current) => {
          current.settle(fail(reply.code, undefined, reply.cause));
        });
        return;
      case 'head':
      case 'annotations':
      case 'done':
        this.finish((current) => {
          current.settle(ok(reply));
        });
    }
  }

  private async store(task: Task, pages: readonly PdfPageText[]): Promise<void> {
    this.unwatch(); // storing is the caller's time, not the worker's
    try {
      await task.onPages(pages);
    } catch (error) {
      if (this.task !== task) return;
      this.task = null;
      task.throwTo(error);
      await this.end('pdf.cancelled', 'the caller failed');
      this.wake();
      return;
    }
    if (this.task !== task) return;
    this.watch();
    this.post({ kind: 'continue', id: this.taskId });
  }

  private finish(settle: (task: Task) => void): void {
    this.unwatch();
    const { task } = this;
    this.task = null;
    if (this.poisoned) {
      const { worker } = this;
      this.worker = null;
      this.poisoned = false;
      void worker?.terminate();
    }
    this.worker?.unref(); // an idle worker does not keep the process alive
    if (task !== null) settle(task);
    this.wake();
  }

  private watch(): void {
    this.unwatch();
    this.timer = setTimeout(() => {
      void this.end('pdf.timeout', 'no answer in time');
    }, this.options.stallMs ?? 30_000);
  }

  private unwatch(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
