import { z } from 'zod';
import {
  beginDocument,
  documentRows,
  dropOrphans,
  finishDocument,
  forgetDocument,
  indexCounts,
  mergePages,
  nextPending,
  releaseDocument,
  storePages,
  type DocumentRow,
  type PendingDocument,
} from '@db/search/pages';
import { filePath, findFilePlace } from '@db/repositories/file-place';
import { readState, writeState } from '@db/search/schema';
import { ok, type Result } from '@shared/lib/result';
import type { PdfTextPort } from '../adapters/pdf-text/port';
import type { Core } from '../core';

const JOB = 'fulltext.index';
const PAUSED = 'paused';

/** How far the index is, as the window shows it. */
export interface FulltextStatus {
  readonly indexed: number;
  readonly total: number;
  readonly withoutText: number;
  readonly failed: number;
  readonly paused: boolean;
}

/** Merge steps after a batch: about as much as the batch added. */
const MERGE_STEPS = 3;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Absolute path of a stored file: files/ab/abcd… */

/**
 * Reads the text of stored PDFs into the index, one document after another in the background. Pages are stored in
 * batches with how far the document is, so that it goes on there after a crash; a document that kills its reader is
 * given up after three tries.
 */
export class FulltextService {
  readonly #core: Core;
  readonly #pdf: PdfTextPort;
  #unsubscribe: (() => unknown) | null = null;
  #stopping = false;

  constructor(core: Core, pdf: PdfTextPort) {
    this.#core = core;
    this.#pdf = pdf;
    core.jobs.register(
      JOB,
      { payload: (value) => z.object({}).parse(value), checkpoint: () => null },
      (context) =>
        this.#run(context.signal, (done, total) => {
          context.progress(done, total);
        }),
    );
  }

  /** Starts reading what is not yet in the index, and whatever is attached from now on. */
  start(): void {
    dropOrphans(this.#core.db);
    this.#unsubscribe ??= this.#core.commands.onCommitted((entry) => {
      if (entry.changes.some((change) => change.table === 'attachment')) this.ensureRunning();
    });
    this.ensureRunning();
  }

  /** Ends the reader's threads; the job goes on at the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#unsubscribe?.();
    await this.#pdf.close();
  }

  /** Queues the job unless it is running, paused or has nothing to do. */
  ensureRunning(): void {
    if (this.#stopping || this.#isPaused() || nextPending(this.#core.db) === null) return;
    const active = this.#core.jobs.list(true);
    if (active.ok && active.value.some((job) => job.kind === JOB)) return;
    this.#core.jobs.start(JOB, {});
  }

  /** Waits until every document was dealt with, or indexing rests. */
  async settled(): Promise<void> {
    for (;;) {
      this.ensureRunning();
      const active = this.#core.jobs.list(true);
      const job = active.ok ? active.value.find(({ kind }) => kind === JOB) : undefined;
      if (job === undefined) return;
      await this.#core.jobs.finished(job.id);
    }
  }

  /** @param paused true: stop after the batch at hand; false: go on */
  setPaused(paused: boolean): FulltextStatus {
    writeState(this.#core.db, PAUSED, paused ? 'yes' : 'no');
    if (paused) {
      const active = this.#core.jobs.list(true);
      for (const job of active.ok ? active.value : []) if (job.kind === JOB) this.#core.jobs.cancel(job.id);
    } else this.ensureRunning();
    const status = this.status();
    this.#report(status);
    return status;
  }

  /** How far the index is. */
  status(): FulltextStatus {
    const { done, total, withoutText, failed } = indexCounts(this.#core.db);
    return { indexed: done, total, withoutText, failed, paused: this.#isPaused() };
  }

  /** How reading each document went, those with trouble first. */
  documents(page: Parameters<typeof documentRows>[1]): {
    readonly total: number;
    readonly rows: readonly DocumentRow[];
  } {
    return documentRows(this.#core.db, page);
  }

  /**
   * Reads documents anew, from their first page.
   * @param fileIds stored files
   */
  async retry(fileIds: readonly string[]): Promise<FulltextStatus> {
    for (const fileId of fileIds) {
      forgetDocument(this.#core.db, fileId);
      await nextTurn();
    }
    this.ensureRunning();
    const status = this.status();
    this.#report(status);
    return status;
  }

  #isPaused(): boolean {
    return readState(this.#core.db, PAUSED) === 'yes';
  }

  #report(status: FulltextStatus): void {
    const { indexed, total, paused } = status;
    this.#core.events.emit('search.progress', { indexed, total, paused });
  }

  async #run(
    signal: AbortSignal,
    progress: (done: number, total: number | null) => void,
  ): Promise<Result<null>> {
    try {
      for (;;) {
        const status = this.status();
        progress(status.indexed, status.total);
        this.#report(status);
        if (signal.aborted || status.paused || this.#stopping) return this.#rest(status.paused);
        const next = nextPending(this.#core.db);
        if (next === null) {
          await this.#mergeAll(signal);
          return ok(null);
        }
        await this.#index(next, signal);
      }
    } finally {
      // A paper attached while the job was ending would otherwise wait for the next start.
      setImmediate(() => {
        this.ensureRunning();
      });
    }
  }

  /** Nothing left to read: merges the index in small steps until it is as fast as it gets. */
  async #mergeAll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && mergePages(this.#core.db)) await nextTurn();
  }

  /** A job the person cancelled in the list of jobs is a pause: otherwise it would start again at once. */
  #rest(paused: boolean): Result<null> {
    if (!paused && !this.#stopping) this.setPaused(true);
    return ok(null);
  }

  async #index({ fileId, pagesDone }: PendingDocument, signal: AbortSignal): Promise<void> {
    const { db, clock, paths, log, events } = this.#core;
    beginDocument(db, fileId, clock.now());
    const read = await this.#pdf.extract(
      filePath(paths.files, findFilePlace(db, fileId) ?? { id: fileId, linkedPath: null }),
      async (pages) => {
        storePages(db, fileId, pages);
        // Calls that came in meanwhile are answered before the next batch.
        await nextTurn();
        for (let step = 0; step < MERGE_STEPS && mergePages(db); step += 1) await nextTurn();
      },
      { fromPage: pagesDone, signal },
    );
    if (!read.ok && read.error.code === 'pdf.cancelled') {
      releaseDocument(db, fileId);
      return;
    }
    if (!read.ok) log.warn('fulltext.failed', { code: read.error.code, cause: read.error.cause });
    finishDocument(
      db,
      fileId,
      read.ok
        ? {
            state: read.value.textLayer === 'none' ? 'no-text-layer' : 'indexed',
            pageCount: read.value.pageCount,
            fingerprint: read.value.fingerprint,
            error: null,
            repaired: read.value.repaired,
          }
        : { state: 'failed', pageCount: null, fingerprint: null, error: read.error.code, repaired: null },
      clock.now(),
    );
    events.emit('library.changed', { tables: ['attachment'], sequence: 0 });
  }
}
