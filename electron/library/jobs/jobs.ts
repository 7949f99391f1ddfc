import type Database from 'better-sqlite3';
import { all, first, prepared, query, run } from '@db/query';
import type { JobRecordTable, JobTable } from '@db/schema-untracked';
import type { Job, JobRecord } from '@shared/ipc/contract/jobs';
import type { Clock, Ids, Logger } from '@shared/lib/ports';
import { fail, ok, type Failure, type Result } from '@shared/lib/result';
import type { EventSink } from '../event-sink';

/** One line of a job's report, before it has a position. */
export interface NewJobRecord {
  readonly source: string;
  readonly line?: number;
  readonly outcome: JobRecord['outcome'];
  readonly code?: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly itemId?: string;
  readonly title?: string;
  readonly raw?: string;
}

/** What a runner gets. A runner must be able to go on from `checkpoint` after kill -9. */
export interface JobContext<Payload, Checkpoint> {
  readonly jobId: string;
  readonly payload: Payload;
  /** What the last `checkpoint` call stored, or null on the first run. */
  readonly checkpoint: Checkpoint | null;
  readonly signal: AbortSignal;
  /** Shown at once; cheap to call often (events are sent at most every 100 ms). */
  progress(done: number, total: number | null): void;
  /**
   * Stores where to go on from, with report lines, in ONE transaction with `work` (the writes of this chunk).
   * So after a crash nothing is done twice and nothing is lost.
   */
  commit<T>(checkpoint: Checkpoint, records: readonly NewJobRecord[], work?: () => T): T | undefined;
}

/** Runs one kind of job. Returns when done; a Failure ends the job as failed; throwing is a bug and is logged. */
export type JobRunner<Payload, Checkpoint> = (
  context: JobContext<Payload, Checkpoint>,
) => Promise<Result<null>>;

const PROGRESS_INTERVAL_MS = 100;

/**
 * The background queue: jobs are rows, one runs at a time per kind, and those found queued or running at start go on.
 */
export class Jobs {
  readonly #db: Database.Database;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #log: Logger;
  readonly #events: EventSink;
  readonly #runners = new Map<string, JobRunner<unknown, unknown>>();
  readonly #running = new Map<
    string,
    { readonly controller: AbortController; readonly finished: Promise<void> }
  >();
  #stopping = false;

  constructor(db: Database.Database, clock: Clock, ids: Ids, log: Logger, events: EventSink) {
    this.#db = db;
    this.#clock = clock;
    this.#ids = ids;
    this.#log = log;
    this.#events = events;
  }

  /**
   * Registers what a kind of job does.
   * @param kind stored with the job
   * @param parse turns the stored payload into its type (throws on a payload of an unknown shape)
   */
  register<Payload, Checkpoint>(
    kind: string,
    parse: {
      readonly payload: (value: unknown) => Payload;
      readonly checkpoint: (value: unknown) => Checkpoint;
    },
    runner: JobRunner<Payload, Checkpoint>,
  ): void {
    this.#runners.set(kind, (context) =>
      runner({
        ...context,
        payload: parse.payload(context.payload),
        checkpoint: context.checkpoint === null ? null : parse.checkpoint(context.checkpoint),
      }),
    );
  }

  /** Queues a job and starts it when its kind is free. @returns its id */
  start(kind: string, payload: unknown): string {
    const id = this.#ids.next();
    const now = this.#clock.now();
    run(
      this.#db,
      query.insertInto('job').values({
        id,
        kind,
        state: 'queued',
        payload: JSON.stringify(payload),
        checkpoint: null,
        done: 0,
        total: null,
        error_code: null,
        error_details: null,
        created_at: now,
        updated_at: now,
      }),
    );
    this.#pump();
    return id;
  }

  /** Goes on with every job that was queued or running when the process ended. Called once at boot, after all kinds are registered. */
  resume(): void {
    run(this.#db, query.updateTable('job').set({ state: 'queued' }).where('state', '=', 'running'));
    this.#pump();
  }

  /** @returns the job, or `job.not-found` */
  get(jobId: string): Result<Job> {
    const row = first(this.#db, query.selectFrom('job').selectAll().where('id', '=', jobId));
    return row ? ok(toJob(row)) : fail('job.not-found');
  }

  /** Newest first. @param activeOnly only queued and running ones */
  list(activeOnly: boolean): Result<Job[]> {
    let select = query.selectFrom('job').selectAll().orderBy('created_at', 'desc').limit(100);
    if (activeOnly) select = select.where('state', 'in', ['queued', 'running']);
    return ok(all(this.#db, select).map(toJob));
  }

  /** Asks a job to stop; what it committed stays. @returns the job, or `job.not-found` */
  cancel(jobId: string): Result<Job> {
    const found = this.get(jobId);
    if (!found.ok) return found;
    const running = this.#running.get(jobId);
    if (running) running.controller.abort();
    else if (found.value.state === 'queued') this.#finish(jobId, 'cancelled', null);
    return this.get(jobId);
  }

  /** The report of a job, page by page, with counts per outcome. */
  records(input: {
    readonly jobId: string;
    readonly outcome?: JobRecord['outcome'] | undefined;
    readonly offset: number;
    readonly limit: number;
  }): Result<{ counts: Record<JobRecord['outcome'], number>; records: JobRecord[] }> {
    const found = this.get(input.jobId);
    if (!found.ok) return found;
    const counts = { imported: 0, duplicate: 0, failed: 0, skipped: 0 };
    const grouped = query
      .selectFrom('job_record')
      .select(['outcome', (expression) => expression.fn.countAll<number>().as('count')])
      .where('job_id', '=', input.jobId)
      .groupBy('outcome');
    for (const row of all(this.#db, grouped)) counts[toOutcome(row.outcome)] = row.count;
    let select = query
      .selectFrom('job_record')
      .selectAll()
      .where('job_id', '=', input.jobId)
      .orderBy('position')
      .offset(input.offset)
      .limit(input.limit);
    if (input.outcome) select = select.where('outcome', '=', input.outcome);
    return ok({ counts, records: all(this.#db, select).map(toRecord) });
  }

  /** Resolves when the job is done, failed or cancelled. @returns the finished job */
  async finished(jobId: string): Promise<Result<Job>> {
    for (;;) {
      const found = this.get(jobId);
      if (!found.ok || !['queued', 'running'].includes(found.value.state)) return found;
      const running = this.#running.get(jobId) ?? [...this.#running.values()][0];
      if (!running) return found;
      await running.finished;
    }
  }

  /** Stops all jobs so that they resume next time, and waits for them. */
  async shutdown(): Promise<void> {
    this.#stopping = true;
    for (const running of this.#running.values()) running.controller.abort();
    await Promise.all([...this.#running.values()].map((running) => running.finished));
  }

  #pump(): void {
    if (this.#stopping) return;
    const queued = all(
      this.#db,
      query.selectFrom('job').selectAll().where('state', '=', 'queued').orderBy('created_at'),
    );
    const busy = new Set<string>();
    for (const id of this.#running.keys()) {
      const found = this.get(id);
      if (found.ok) busy.add(found.value.kind);
    }
    for (const row of queued) {
      const runner = this.#runners.get(row.kind);
      if (!runner || busy.has(row.kind)) continue;
      busy.add(row.kind);
      this.#launch(row, runner);
    }
  }

  #launch(row: JobTable, runner: JobRunner<unknown, unknown>): void {
    const controller = new AbortController();
    this.#update(row.id, { state: 'running' });
    const finished = this.#execute(row, runner, controller).then(() => {
      this.#running.delete(row.id);
      this.#pump();
    });
    this.#running.set(row.id, { controller, finished });
  }

  async #execute(
    row: JobTable,
    runner: JobRunner<unknown, unknown>,
    controller: AbortController,
  ): Promise<void> {
    try {
      // The caller gets the job id before the first event of the job.
      await Promise.resolve();
      const result = await runner(this.#context(row, controller.signal));
      if (controller.signal.aborted && this.#stopping) this.#update(row.id, { state: 'queued' });
      else if (controller.signal.aborted) this.#finish(row.id, 'cancelled', null);
      else if (result.ok) this.#finish(row.id, 'done', null);
      else this.#finish(row.id, 'failed', result.error);
    } catch (error) {
      this.#log.error('job.crashed', {
        kind: row.kind,
        error: String(error),
        stack: error instanceof Error ? error.stack : '',
      });
      this.#finish(row.id, 'failed', { code: 'job.crashed', cause: String(error) });
    }
  }

  #context(row: JobTable, signal: AbortSignal): JobContext<unknown, unknown> {
    let lastEvent = 0;
    let position = this.#nextPosition(row.id);
    let progress: { done: number; total: number | null } = { done: row.done, total: row.total };
    return {
      jobId: row.id,
      payload: JSON.parse(row.payload) as unknown,
      checkpoint: row.checkpoint === null ? null : (JSON.parse(row.checkpoint) as unknown),
      signal,
      progress: (done, total) => {
        progress = { done, total };
        const now = Date.now();
        if (now - lastEvent < PROGRESS_INTERVAL_MS) return;
        lastEvent = now;
        this.#emit(row.id, row.kind, 'running', done, total);
      },
      commit: (checkpoint, records, work) =>
        this.#db.transaction(() => {
          const value = work?.();
          for (const record of records) {
            this.#insertRecord(row.id, position, record);
            position += 1;
          }
          this.#update(row.id, {
            checkpoint: JSON.stringify(checkpoint),
            done: progress.done,
            total: progress.total,
          });
          return value;
        })(),
    };
  }

  #nextPosition(jobId: string): number {
    const row = prepared(
      this.#db,
      'SELECT coalesce(max(position) + 1, 0) AS next FROM job_record WHERE job_id = ?',
    ).get(jobId);
    return (row as { next: number }).next;
  }

  #insertRecord(jobId: string, position: number, record: NewJobRecord): void {
    // One per record of an import: a plain statement, since building a query costs more than running it.
    prepared(
      this.#db,
      `INSERT INTO job_record (job_id, position, source, line, outcome, code, details, item_id, title, raw)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      jobId,
      position,
      record.source,
      record.line ?? null,
      record.outcome,
      record.code ?? null,
      JSON.stringify(record.details ?? {}),
      record.itemId ?? null,
      record.title ?? '',
      record.raw ?? null,
    );
  }

  #update(jobId: string, patch: Partial<JobTable>): void {
    run(
      this.#db,
      query
        .updateTable('job')
        .set({ ...patch, updated_at: this.#clock.now() })
        .where('id', '=', jobId),
    );
  }

  #finish(jobId: string, state: 'done' | 'failed' | 'cancelled', failure: Failure | null): void {
    this.#update(jobId, {
      state,
      error_code: failure?.code ?? null,
      error_details: failure?.details ? JSON.stringify(failure.details) : null,
    });
    const found = this.get(jobId);
    if (found.ok) this.#emit(jobId, found.value.kind, state, found.value.done, found.value.total);
  }

  #emit(jobId: string, kind: string, state: Job['state'], done: number, total: number | null): void {
    this.#events.emit('job.progress', { jobId, kind, state, done, total });
  }
}

function toJob(row: JobTable): Job {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state as Job['state'],
    done: row.done,
    total: row.total,
    errorCode: row.error_code,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toOutcome(value: string): JobRecord['outcome'] {
  return value as JobRecord['outcome'];
}

function toRecord(row: JobRecordTable): JobRecord {
  return {
    position: row.position,
    source: row.source,
    line: row.line,
    outcome: toOutcome(row.outcome),
    code: row.code,
    details: JSON.parse(row.details) as Record<string, string | number>,
    itemId: row.item_id,
    title: row.title,
    raw: row.raw,
  };
}
