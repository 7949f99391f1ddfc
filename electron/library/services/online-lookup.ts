import type { ItemTable } from '@db/schema';
import {
  familyName,
  findDoi,
  findEricId,
  issuedYear,
  titleKey,
  type CslItem,
} from '@shared/domain/bibliography';
import type { OnlineService } from '@shared/domain/online/services';
import type { OnlineRecord } from '@shared/formats/online';
import { fail, ok, type Failure, type Result } from '@shared/lib/result';
import { z } from 'zod';
import type { OnlineSources } from './online-sources';

/** What became of asking one service about a record. */
export interface Asked {
  readonly service: OnlineService;
  readonly state: 'found' | 'not-found' | 'off' | 'failed';
  /** Code of the failure, with its placeholders. */
  readonly failure: Failure | null;
}

export interface Looked {
  /** The most trusted first. */
  readonly found: readonly OnlineRecord[];
  readonly asked: readonly Asked[];
}

const lookup = z.object({
  lookup: z.object({
    status: z.string(),
    kind: z.enum(['doi', 'isbn', 'arxiv', 'pmid', 'eric']).catch('doi'),
    value: z.string(),
    from: z.literal('pdf').optional().catch(undefined),
  }),
});

/** A number by which a record waits to be completed. */
export interface WaitingNumber {
  readonly kind: 'doi' | 'isbn' | 'arxiv' | 'pmid' | 'eric';
  readonly value: string;
  /** Made from the number alone: its title only stands for one. Otherwise read from a PDF. */
  readonly isPlaceholder: boolean;
}

/** The number a record waits with: made offline from a pasted list, or read from a PDF. @returns undefined when it does not wait */
export function waitingNumber(csl: CslItem): WaitingNumber | undefined {
  const parsed = lookup.safeParse(csl.custom);
  if (!parsed.success || parsed.data.lookup.status !== 'queued') return undefined;
  const { kind, value, from } = parsed.data.lookup;
  return { kind, value, isPlaceholder: from !== 'pdf' };
}

/** Services whose fields go before those of the next. */
const TRUST: readonly OnlineService[] = ['crossref', 'doi', 'eric', 'openalex'];

/**
 * Asks the services about one record: by DOI, by the number it waits with, by ERIC number, and by title when there is none.
 * @returns what was found and what each service said; a closed switch or a stopped search as a failure
 */
export async function lookUp(
  sources: OnlineSources,
  csl: CslItem,
  row: Pick<ItemTable, 'doi'>,
  signal: AbortSignal,
): Promise<Result<Looked>> {
  const found: OnlineRecord[] = [];
  const asked: Asked[] = [];
  let stop: Failure | undefined;
  const ask = async (
    service: OnlineService,
    question: () => Promise<Result<OnlineRecord>>,
  ): Promise<OnlineRecord | undefined> => {
    if (stop !== undefined) return undefined;
    const answer = await question();
    if (answer.ok) {
      found.push(answer.value);
      asked.push({ service, state: 'found', failure: null });
      return answer.value;
    }
    const { code } = answer.error;
    if (code === 'online.switched-off' || code === 'online.cancelled') stop = answer.error;
    asked.push({
      service,
      state: code === 'online.not-found' ? 'not-found' : code === 'online.service-off' ? 'off' : 'failed',
      failure: answer.error,
    });
    return undefined;
  };

  const waiting = waitingNumber(csl);
  const hasTitle = csl.title !== undefined && waiting?.isPlaceholder !== true;
  let doi = row.doi ?? findDoi(csl.DOI ?? '');
  if (waiting?.kind === 'arxiv') doi ??= `10.48550/arxiv.${waiting.value.replace(/v\d+$/, '')}`;
  if (doi === undefined && waiting?.kind === 'pmid') {
    const { value } = waiting;
    doi = (await ask('openalex', () => sources.openalexByPmid(value, signal)))?.csl.DOI;
  }
  if (doi === undefined && waiting?.kind === 'isbn') {
    const { value } = waiting;
    doi = (await ask('crossref', () => sources.crossrefByIsbn(value, signal)))?.csl.DOI;
  } else if (doi === undefined && hasTitle) {
    const match = await ask('crossref', () => crossrefMatch(sources, csl, signal));
    doi = match?.csl.DOI;
  } else if (doi !== undefined) {
    const known = doi;
    const record = await ask('crossref', () => sources.crossref(known, signal));
    if (record === undefined) await ask('doi', () => sources.doi(known, signal));
  }
  const ericId = findEricId(`${csl['call-number'] ?? ''} ${csl.URL ?? ''}`);
  if (ericId !== undefined) await ask('eric', () => sources.eric(ericId, signal));
  else if (hasTitle) await ask('eric', () => ericMatch(sources, csl, signal));
  if (doi !== undefined && !asked.some(({ service }) => service === 'openalex')) {
    const known = doi;
    await ask('openalex', () => sources.openalex(known, signal));
  }
  const inTrust = found.toSorted((a, b) => TRUST.indexOf(a.service) - TRUST.indexOf(b.service));
  return stop === undefined ? ok({ found: inTrust, asked }) : { ok: false, error: stop };
}

async function crossrefMatch(
  sources: OnlineSources,
  csl: CslItem,
  signal: AbortSignal,
): Promise<Result<OnlineRecord>> {
  const author = csl.author?.[0];
  const answer = await sources.crossrefByTitle(
    csl.title ?? '',
    author === undefined ? '' : familyName(author),
    signal,
  );
  return answer.ok ? bestMatch(csl, answer.value, 'crossref') : answer;
}

async function ericMatch(
  sources: OnlineSources,
  csl: CslItem,
  signal: AbortSignal,
): Promise<Result<OnlineRecord>> {
  const words = (csl.title ?? '').replaceAll(/["\\]/g, ' ').slice(0, 300);
  const query = {
    text: `title:"${words}"`,
    fromYear: null,
    toYear: null,
    peerReviewed: false,
    type: 'any' as const,
  };
  const answer = await sources.searchEric(query, null, signal);
  return answer.ok ? bestMatch(csl, answer.value.records, 'eric') : answer;
}

/** Only the same title, year (give or take one) and first author count: a wrong record would be worse than none. */
function bestMatch(
  csl: CslItem,
  records: readonly OnlineRecord[],
  service: OnlineService,
): Result<OnlineRecord> {
  const year = issuedYear(csl);
  const first = csl.author?.[0];
  const match = records.find((record) => {
    const theirs = issuedYear(record.csl);
    const author = record.csl.author?.[0];
    return (
      titleKey(record.csl.title ?? '') === titleKey(csl.title ?? '') &&
      (year === undefined || theirs === undefined || Math.abs(year - theirs) <= 1) &&
      (first === undefined ||
        author === undefined ||
        titleKey(familyName(first)) === titleKey(familyName(author)))
    );
  });
  return match === undefined ? fail('online.not-found', { service }) : ok(match);
}
