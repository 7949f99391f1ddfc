import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '@shared/lib/result';
import type { TableRequest } from './bibliography';
import type {
  BibliographyHead,
  BibliographyReading,
  ReadingReply,
  ReadingRequest,
  RecordBatch,
} from './bibliography-reading';

/** A bibliography whose records come in batches; one batch is always read ahead. */
export interface OpenBibliography extends BibliographyHead {
  /** To be iterated once; leaving the loop early lets go of the file. */
  readonly batches: AsyncIterable<RecordBatch>;
}

/** Reads bibliographies away from the process that owns the database. */
export interface BibliographyReader {
  /**
   * @param path absolute path
   * @param request what is known about the file in case it is a table
   * @returns what it is and its records, or why it cannot be read; `import.reader-failed` when the thread died
   */
  open(path: string, request: TableRequest): Promise<Result<OpenBibliography>>;
  /** The same without the records. */
  look(path: string, request: TableRequest): Promise<Result<BibliographyHead>>;
}

/** @param workers folder of the built worker scripts; without them (tests from sources) reading happens in this process */
export function createBibliographyReader(workers: string): BibliographyReader {
  const script = join(workers, 'worker-bibliography.js');
  const port = existsSync(script) ? new ThreadPort(script) : new LocalPort();
  let lastId = 0;
  return {
    look(path, request) {
      lastId += 1;
      return port.open(lastId, path, request, true);
    },
    async open(path, request) {
      lastId += 1;
      const id = lastId;
      const head = await port.open(id, path, request, false);
      return head.ok ? ok({ ...head.value, batches: batchesOf(port, id) }) : head;
    },
  };
}

interface Port {
  open(id: number, path: string, request: TableRequest, isLook: boolean): Promise<Result<BibliographyHead>>;
  next(id: number): Promise<RecordBatch>;
  close(id: number): void;
}

async function* batchesOf(port: Port, id: number): AsyncGenerator<RecordBatch> {
  let isOver = false;
  try {
    let ahead = port.next(id);
    for (;;) {
      const batch = await ahead;
      isOver = batch.isLast;
      // The thread reads on while this batch is being written.
      if (!batch.isLast) ahead = port.next(id);
      yield batch;
      if (batch.isLast) return;
    }
  } finally {
    if (!isOver) port.close(id);
  }
}

class LocalPort implements Port {
  #reading: Promise<BibliographyReading> | undefined;

  async open(
    id: number,
    path: string,
    request: TableRequest,
    isLook: boolean,
  ): Promise<Result<BibliographyHead>> {
    return (await this.#get()).open(id, path, request, isLook);
  }

  async next(id: number): Promise<RecordBatch> {
    return (await this.#get()).next(id);
  }

  close(id: number): void {
    void this.#get().then((reading) => {
      reading.close(id);
    });
  }

  /** The parsers are large: a process that has a thread for them never loads them. */
  #get(): Promise<BibliographyReading> {
    return (this.#reading ??= import('./bibliography-reading').then(
      ({ BibliographyReading }) => new BibliographyReading(),
    ));
  }
}

const DEAD: RecordBatch = { records: [], isLast: true, failure: { code: 'import.reader-failed' } };

class ThreadPort implements Port {
  #worker: Worker | null = null;
  readonly #opening = new Map<number, (head: Result<BibliographyHead>) => void>();
  readonly #waiting = new Map<number, (batch: RecordBatch) => void>();
  /** Readings the running thread knows; those of a thread that died are over. */
  #known = new Set<number>();

  constructor(private readonly script: string) {}

  open(id: number, path: string, request: TableRequest, isLook: boolean): Promise<Result<BibliographyHead>> {
    return new Promise((resolve) => {
      this.#opening.set(id, resolve);
      const worker = (this.#worker ??= this.#start());
      if (!isLook) this.#known.add(id);
      // While an answer is awaited the thread keeps the process alive.
      worker.ref();
      this.#post({ kind: 'open', id, path, request, isLook });
    });
  }

  next(id: number): Promise<RecordBatch> {
    const worker = this.#worker;
    if (worker === null || !this.#known.has(id)) return Promise.resolve(DEAD);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      worker.ref();
      this.#post({ kind: 'next', id });
    });
  }

  close(id: number): void {
    this.#known.delete(id);
    this.#post({ kind: 'close', id });
  }

  #post(request: ReadingRequest): void {
    this.#worker?.postMessage(request);
  }

  #start(): Worker {
    const worker = new Worker(this.script, { resourceLimits: { maxOldGenerationSizeMb: 2_048 } });
    worker.on('message', (reply: ReadingReply) => {
      if (reply.kind === 'opened') {
        this.#opening.get(reply.id)?.(reply.head);
        this.#opening.delete(reply.id);
      } else {
        this.#waiting.get(reply.id)?.(reply.batch);
        this.#waiting.delete(reply.id);
      }
      if (this.#opening.size + this.#waiting.size === 0) worker.unref();
    });
    const died = (cause: string): void => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#known = new Set();
      for (const settle of this.#opening.values()) settle(fail('import.reader-failed', undefined, cause));
      for (const settle of this.#waiting.values()) settle(DEAD);
      this.#opening.clear();
      this.#waiting.clear();
    };
    worker.on('error', (error: unknown) => {
      died(String(error));
    });
    worker.on('exit', (code) => {
      died(`ended with ${String(code)}`);
    });
    return worker;
  }
}
