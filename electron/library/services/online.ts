import type { ChangeSet } from '@db/change-set';
import { collectionExists } from '@db/repositories/import-lookups';
import { measureAnswers, removeAnswers } from '@db/repositories/network-answer';
import { countWithDoi, listWaiting, readLiveItem } from '@db/repositories/online';
import { describeQuery } from '@shared/domain/online/search-query';
import { proposeChanges, type Proposal, type ProposedField } from '@shared/domain/online/proposals';
import { retractionSchema } from '@shared/domain/online/services';
import type { CallOutput, CallParsed } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { COMPLETE_JOB, RETRACTION_JOB } from './online-jobs';
import { parseCsl } from './import-duplicates';
import type { OnlineClient } from './online-client';
import type { OnlineKey } from './online-key';
import { lookUp, waitingNumber } from './online-lookup';
import { addRecord, applied, inLibrary, parseEducation } from './online-records';
import type { OnlineSources } from './online-sources';

const SERVICE_NAMES = { eric: 'ERIC', openalex: 'OpenAlex' } as const;
/** Proposals that are held for approval: more papers than that nobody looks at at once. */
const MAX_HELD = 50;

/** What a person can ask online services for. */
export class OnlineDesk {
  readonly #running = new Map<string, AbortController>();
  readonly #held = new Map<string, readonly Proposal[]>();

  constructor(
    private readonly core: Core,
    private readonly client: OnlineClient,
    private readonly sources: OnlineSources,
    private readonly key: OnlineKey,
  ) {}

  /** What the settings show. */
  async status(): Promise<Result<CallOutput<'online.status'>>> {
    const { db } = this.core;
    return ok({
      hasKey: (await this.key.read()) !== null,
      cache: measureAnswers(db),
      waiting: listWaiting(db).length,
      withDoi: countWithDoi(db, null),
    });
  }

  /** @param key of OpenAlex; empty removes it @returns `online.no-safe-storage` */
  async setKey(key: string): Promise<Result<{ hasKey: boolean }>> {
    const written = await this.key.write(key);
    return written.ok ? ok({ hasKey: key !== '' }) : written;
  }

  /** Forgets all kept answers. */
  clearCache(): Result<{ removed: number }> {
    return ok({ removed: removeAnswers(this.core.db) });
  }

  /** Stops a request of this name. */
  cancel(requestId: string): Result<{ cancelled: boolean }> {
    const running = this.#running.get(requestId);
    running?.abort();
    return ok({ cancelled: running !== undefined });
  }

  /** Asks the services about a record. @returns `online.item-missing`, `online.switched-off`, `online.cancelled` */
  async propose(itemId: string, requestId: string): Promise<Result<CallOutput<'online.propose'>>> {
    const row = readLiveItem(this.core.db, itemId);
    const csl = row === undefined ? undefined : parseCsl(row.csl);
    if (row === undefined || csl === undefined) return fail('online.item-missing');
    const looked = await this.#cancellable(requestId, (signal) => lookUp(this.sources, csl, row, signal));
    if (!looked.ok) return looked;
    const { found, asked } = looked.value;
    const placeholder = waitingNumber(csl)?.isPlaceholder === true ? (csl.title ?? '') : '';
    const proposals = proposeChanges({ csl, education: parseEducation(row.education) }, found, placeholder);
    this.#hold(itemId, proposals);
    return ok({
      proposals: proposals.map(({ value: _value, ...shown }) => ({
        ...shown,
        agreeing: [...shown.agreeing],
      })),
      asked: [...asked],
    });
  }

  /** Writes approved proposals, one step. @returns `online.item-missing`, `online.proposals-gone`, `online.bad-record` */
  apply(itemId: string, fields: readonly ProposedField[]): Result<{ applied: number }> {
    const { db, commands, clock } = this.core;
    const row = readLiveItem(db, itemId);
    if (row === undefined) return fail('online.item-missing');
    const chosen = (this.#held.get(itemId) ?? []).filter(({ field }) => fields.includes(field));
    if (chosen.length === 0) return fail('online.proposals-gone');
    const patch = applied(row, chosen);
    if (patch === undefined) return fail('online.bad-record');
    commands.run(
      'online.complete',
      (change) => {
        change.update('item', itemId, { ...patch, updated_at: clock.now() });
      },
      { params: { title: row.title, count: chosen.length } },
    );
    this.#hold(
      itemId,
      (this.#held.get(itemId) ?? []).filter(({ field }) => !fields.includes(field)),
    );
    return ok({ applied: chosen.length });
  }

  /** Where the paper can be read freely. @returns `online.no-doi`, `online.mail-missing` and what the client answers */
  async openCopy(itemId: string, requestId: string): Promise<Result<CallOutput<'online.openCopy'>>> {
    const row = readLiveItem(this.core.db, itemId);
    if (row === undefined) return fail('online.item-missing');
    const { doi } = row;
    if (doi === null) return fail('online.no-doi');
    const gate = this.client.gate('unpaywall');
    if (!gate.ok) return gate;
    return this.#cancellable(requestId, (signal) => this.sources.openCopy(doi, gate.value.mail, signal));
  }

  /** A page of results, each with the record of the library that is the same work. */
  async search(input: CallParsed<'online.search'>): Promise<Result<CallOutput<'online.search'>>> {
    const page = await this.#cancellable(input.requestId, (signal) =>
      input.service === 'eric'
        ? this.sources.searchEric(input.query, input.next, signal)
        : this.sources.searchOpenalex(input.query, input.next, signal),
    );
    if (!page.ok) return page;
    const { total, records, unreadable, next } = page.value;
    return ok({
      total,
      unreadable,
      next,
      hits: records.map((record) => ({ ...record, itemId: inLibrary(this.core.db, record.csl) })),
    });
  }

  /** Adds picked results, one step. @returns `collections.missing` */
  import(input: CallParsed<'online.import'>): Result<CallOutput<'online.import'>> {
    const { db, commands, clock, ids } = this.core;
    const { collectionId } = input;
    if (collectionId !== null && !collectionExists(db, collectionId)) return fail('collections.missing');
    const name = SERVICE_NAMES[input.service];
    const itemIds = input.records.map(({ csl }) => inLibrary(db, csl));
    const fresh = itemIds.filter((itemId) => itemId === null).length;
    let imported = 0;
    const add = (change: ChangeSet, batchId: string): void => {
      for (const [place, record] of input.records.entries()) {
        if (itemIds[place] !== null) continue;
        // The same work may have been picked twice.
        const known = inLibrary(db, record.csl);
        itemIds[place] = known ?? addRecord(this.core, change, record, batchId, collectionId);
        if (known === null) imported += 1;
      }
    };
    const answer = (): Result<CallOutput<'online.import'>> =>
      ok({
        imported,
        known: input.records.length - imported,
        itemIds: itemIds.flatMap((itemId) => itemId ?? []),
      });
    if (fresh === 0) return answer();
    commands.run(
      'online.import',
      (change) => {
        const batchId = ids.next();
        change.insert('import_batch', {
          id: batchId,
          source: name,
          format: input.service,
          job_id: null,
          created_at: clock.now(),
          found_via: describeQuery(name, input.query),
        });
        add(change, batchId);
      },
      { params: { count: fresh, service: name } },
    );
    return answer();
  }

  /** @param itemIds only these; all when null @returns `online.no-doi` when none has a DOI, or a closed switch */
  checkRetractions(itemIds: readonly string[] | null): Result<{ jobId: string; total: number }> {
    const crossref = this.client.gate('crossref');
    if (!crossref.ok && !this.client.gate('openalex').ok) return crossref;
    const total = countWithDoi(this.core.db, itemIds);
    if (total === 0) return fail('online.no-doi');
    const groupId = this.core.ids.next();
    return ok({ jobId: this.core.jobs.start(RETRACTION_JOB, { itemIds, groupId }), total });
  }

  /** @returns `online.nothing-waits`, or a closed switch */
  completeWaiting(): Result<{ jobId: string; total: number }> {
    const open = this.client.gate('crossref');
    if (!open.ok && open.error.code === 'online.switched-off') return open;
    const itemIds = listWaiting(this.core.db);
    if (itemIds.length === 0) return fail('online.nothing-waits');
    const groupId = this.core.ids.next();
    return ok({ jobId: this.core.jobs.start(COMPLETE_JOB, { itemIds, groupId }), total: itemIds.length });
  }

  /** What is known of a withdrawal. @returns `online.item-missing` */
  retraction(itemId: string): Result<CallOutput<'online.retraction'>> {
    const row = readLiveItem(this.core.db, itemId);
    if (row === undefined) return ok({ retraction: null, hasDoi: false, isWaiting: false });
    const parsed =
      row.retraction === null ? undefined : retractionSchema.safeParse(JSON.parse(row.retraction));
    const csl = parseCsl(row.csl);
    return ok({
      retraction: parsed?.success === true ? parsed.data : null,
      hasDoi: row.doi !== null,
      isWaiting: csl !== undefined && waitingNumber(csl) !== undefined,
    });
  }

  #hold(itemId: string, proposals: readonly Proposal[]): void {
    this.#held.delete(itemId);
    this.#held.set(itemId, proposals);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MAX_HELD && oldest !== undefined) this.#held.delete(oldest);
  }

  async #cancellable<T>(
    requestId: string,
    work: (signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const controller = new AbortController();
    this.#running.set(requestId, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#running.delete(requestId);
    }
  }
}
