import type { ItemTable } from '@db/schema';
import { countWithDoi, listWithDoi, readLiveItem, type DoiRow } from '@db/repositories/online';
import { fieldsToApprove, readProvenance } from '@shared/domain/library/provenance';
import { fieldWords, PROPOSED_FIELDS, proposeChanges, type Proposal } from '@shared/domain/online/proposals';
import type { OnlineService, Retraction } from '@shared/domain/online/services';
import type { OnlineRecord } from '@shared/formats/online';
import { fail, ok, type Failure, type Result } from '@shared/lib/result';
import { z } from 'zod';
import type { Core } from '../core';
import type { JobContext, NewJobRecord } from '../jobs/jobs';
import { parseCsl } from './import-duplicates';
import { lookUp, waitingNumber } from './online-lookup';
import { applied, parseEducation } from './online-records';
import type { OnlineSources } from './online-sources';

export const RETRACTION_JOB = 'online-retractions';
export const COMPLETE_JOB = 'online-complete';

/** Records per request. */
const CHUNK = 20;

const retractionPayload = z.object({ itemIds: z.array(z.string()).nullable(), groupId: z.string() });
const retractionCheckpoint = z.object({ after: z.string(), done: z.number() });
const completePayload = z.object({ itemIds: z.array(z.string()), groupId: z.string() });
const completeCheckpoint = z.object({ done: z.number() });

/** Registers the jobs that ask services about many records. @param sources the services */
export function registerOnlineJobs(core: Core, sources: OnlineSources): void {
  core.jobs.register(
    RETRACTION_JOB,
    {
      payload: (value) => retractionPayload.parse(value),
      checkpoint: (value) => retractionCheckpoint.parse(value),
    },
    (context) => checkRetractions(core, sources, context),
  );
  core.jobs.register(
    COMPLETE_JOB,
    {
      payload: (value) => completePayload.parse(value),
      checkpoint: (value) => completeCheckpoint.parse(value),
    },
    (context) => completeWaiting(core, sources, context),
  );
}

type RetractionContext = JobContext<z.infer<typeof retractionPayload>, z.infer<typeof retractionCheckpoint>>;

async function checkRetractions(
  core: Core,
  sources: OnlineSources,
  context: RetractionContext,
): Promise<Result<null>> {
  const { itemIds, groupId } = context.payload;
  const total = countWithDoi(core.db, itemIds);
  let { after, done } = context.checkpoint ?? { after: '', done: 0 };
  for (;;) {
    const rows = listWithDoi(core.db, itemIds, after, CHUNK);
    if (rows.length === 0) return ok(null);
    const notices = await noticesOf(sources, rows, context.signal);
    if (context.signal.aborted) return ok(null);
    if (!notices.ok) return notices;
    after = rows.at(-1)?.id ?? after;
    done += rows.length;
    context.progress(done, Math.max(total, done));
    const lines = rows.map((row) => lineOf(row, notices.value.get(row.doi)));
    context.commit({ after, done }, lines, () => {
      const changed = rows.flatMap((row) => {
        const notice = notices.value.get(row.doi);
        const json = notice === undefined || notice === null ? null : JSON.stringify(notice);
        return json === null || notice?.kind === 'correction' || json === row.retraction
          ? []
          : [{ id: row.id, json }];
      });
      if (changed.length === 0) return;
      core.commands.run(
        'online.retractions',
        (change) => {
          for (const { id, json } of changed) change.update('item', id, { retraction: json });
        },
        { groupId, params: { count: changed.length } },
      );
    });
  }
}

function lineOf(row: DoiRow, notice: Retraction | null | undefined): NewJobRecord {
  const line = { source: row.doi, itemId: row.id, title: row.title };
  if (notice === undefined) return { ...line, outcome: 'skipped', code: 'online.doi-unknown' };
  if (notice === null) return { ...line, outcome: 'duplicate' };
  const details = { date: notice.date ?? '', doi: notice.doi ?? '' };
  return { ...line, outcome: 'imported', code: `online.notice-${notice.kind}`, details };
}

/** Crossref knows kind and date of a notice, OpenAlex only that there is one; the first wins. One of the two must answer. */
async function noticesOf(
  sources: OnlineSources,
  rows: readonly DoiRow[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, Retraction | null>>> {
  const dois = [...new Set(rows.map((row) => row.doi))];
  const crossref = await sources.crossrefNotices(
    // A comma would end the name in the filter.
    dois.filter((doi) => !doi.includes(',')),
    signal,
  );
  if (!crossref.ok && crossref.error.code !== 'online.service-off') return crossref;
  const openalex = await sources.openalexNotices(dois, signal);
  if (!openalex.ok && !crossref.ok) return openalex;
  const notices = new Map(openalex.ok ? openalex.value : []);
  for (const [doi, notice] of crossref.ok ? crossref.value : []) {
    notices.set(doi, notice ?? notices.get(doi) ?? null);
  }
  return ok(notices);
}

type CompleteContext = JobContext<z.infer<typeof completePayload>, z.infer<typeof completeCheckpoint>>;

/** Failures that the next record would meet too. */
const STOPPING = new Set([
  'online.switched-off',
  'online.limit-reached',
  'online.unreachable',
  'online.service-down',
]);

async function completeWaiting(
  core: Core,
  sources: OnlineSources,
  context: CompleteContext,
): Promise<Result<null>> {
  const { itemIds, groupId } = context.payload;
  for (let done = context.checkpoint?.done ?? 0; done < itemIds.length; done += 1) {
    const row = readLiveItem(core.db, itemIds[done] ?? '');
    const csl = row === undefined ? undefined : parseCsl(row.csl);
    const waiting = csl === undefined ? undefined : waitingNumber(csl);
    // Completed by hand or gone in the meantime.
    if (row === undefined || csl === undefined || waiting === undefined) continue;
    const looked = await lookUp(sources, csl, row, context.signal);
    if (context.signal.aborted) return ok(null);
    if (!looked.ok) return looked;
    const { found, asked } = looked.value;
    const stop = found.length > 0 ? undefined : stopping(asked.map(({ failure }) => failure));
    if (stop !== undefined) return { ok: false, error: stop };
    const present = { csl, education: parseEducation(row.education) };
    const all = proposeChanges(present, found, waiting.isPlaceholder ? (csl.title ?? '') : '');
    const proposals = waiting.isPlaceholder ? all : all.filter((one) => mayReplace(row, one));
    const agreed = agreements(row, found, all);
    const patch = found.length === 0 ? undefined : applied(row, proposals, agreed);
    const line = { source: waiting.value, itemId: row.id, title: found[0]?.csl.title ?? row.title };
    context.progress(done + 1, itemIds.length);
    context.commit(
      { done: done + 1 },
      [
        patch === undefined
          ? { ...line, outcome: 'failed', code: 'online.nothing-found' }
          : { ...line, outcome: 'imported' },
      ],
      () => {
        if (patch === undefined) return;
        core.commands.run(
          'online.complete',
          (change) => {
            change.update('item', row.id, { ...patch, updated_at: core.clock.now() });
          },
          { groupId, params: { title: row.title, count: proposals.length } },
        );
      },
    );
  }
  return context.signal.aborted ? fail('online.cancelled') : ok(null);
}

/** What a person wrote or approved in a paper stays; what was only read from its PDF gives way. */
function mayReplace(row: Pick<ItemTable, 'provenance'>, { field, current }: Proposal): boolean {
  return current === '' || readProvenance(row.provenance)[field]?.approved === false;
}

/** Fields read from the PDF of which a service says the same: nobody needs to look at them any more. */
function agreements(
  row: Pick<ItemTable, 'provenance'>,
  found: readonly OnlineRecord[],
  different: readonly Proposal[],
): ReadonlyMap<string, OnlineService> {
  const unapproved = fieldsToApprove(readProvenance(row.provenance));
  return new Map(
    PROPOSED_FIELDS.flatMap((field) => {
      if (!unapproved.includes(field) || different.some((one) => one.field === field)) return [];
      const same = found.find((record) => fieldWords(record, field) !== '');
      return same === undefined ? [] : [[field, same.service] as const];
    }),
  );
}

function stopping(failures: readonly (Failure | null)[]): Failure | undefined {
  return failures.find((failure) => failure !== null && STOPPING.has(failure.code)) ?? undefined;
}
