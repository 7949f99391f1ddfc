import type { ZodType } from 'zod';
import { SERVICE_RULES, type OnlineService } from '@shared/domain/online/services';
import {
  crossrefListAnswer,
  crossrefRetraction,
  crossrefWork,
  crossrefWorkAnswer,
  doiCslAnswer,
  ericAnswer,
  ericDoc,
  ERIC_FIELDS,
  openalexListAnswer,
  openalexWork,
  openCopyFrom,
  recordFromCrossref,
  recordFromDoiCsl,
  recordFromEric,
  recordFromOpenalex,
  unpaywallAnswer,
  type OnlinePage,
  type OnlineRecord,
  type OpenCopy,
} from '@shared/formats/online';
import type { Retraction } from '@shared/domain/online/services';
import { ericQuery, openalexFilters, type OnlineSearchQuery } from '@shared/domain/online/search-query';
import { fail, ok, type Result } from '@shared/lib/result';
import type { OnlineClient } from './online-client';

const JSON_TYPE = 'application/json';
const CSL_TYPE = 'application/vnd.citationstyles.csl+json';
/** Records of a page of results. */
export const PAGE_SIZE = 50;

/** OpenAlex's own names of the fields that are used: without the list an answer is ten times as long. */
const OPENALEX_FIELDS = Object.keys(openalexWork.shape).join(',');

/** The questions the app asks its services, in their languages. */
export class OnlineSources {
  /** @param key gives the key of OpenAlex, null when there is none */
  constructor(
    private readonly client: OnlineClient,
    private readonly key: () => Promise<string | null>,
  ) {}

  /** One work of Crossref by DOI. */
  async crossref(doi: string, signal?: AbortSignal): Promise<Result<OnlineRecord>> {
    const answer = await this.#ask(
      'crossref',
      `/works/${encodeURIComponent(doi)}`,
      crossrefWorkAnswer,
      signal,
    );
    return answer.ok ? ok(recordFromCrossref(answer.value.message)) : answer;
  }

  /** The works of Crossref that are most like a title. @param author family name, may be empty */
  async crossrefByTitle(
    title: string,
    author: string,
    signal?: AbortSignal,
  ): Promise<Result<OnlineRecord[]>> {
    const query = new URLSearchParams({ 'query.bibliographic': title.slice(0, 300), rows: '3' });
    if (author !== '') query.set('query.author', author);
    const answer = await this.#ask('crossref', `/works?${query.toString()}`, crossrefListAnswer, signal);
    if (!answer.ok) return answer;
    return ok(readable(answer.value.message.items, crossrefWork).map(recordFromCrossref));
  }

  /** The book with an ISBN, as Crossref has it. @returns `online.not-found` when none of its works is that book */
  async crossrefByIsbn(isbn: string, signal?: AbortSignal): Promise<Result<OnlineRecord>> {
    const query = new URLSearchParams({ filter: `isbn:${isbn}`, rows: '10' });
    const answer = await this.#ask('crossref', `/works?${query.toString()}`, crossrefListAnswer, signal);
    if (!answer.ok) return answer;
    const works = readable(answer.value.message.items, crossrefWork).map(recordFromCrossref);
    // Chapters carry the number of their book.
    const book = works.find(({ csl }) => csl.type === 'book' || csl.type === 'report');
    return book === undefined ? fail('online.not-found', { service: 'crossref' }) : ok(book);
  }

  /** One work by DOI from whoever registered it. */
  async doi(doi: string, signal?: AbortSignal): Promise<Result<OnlineRecord>> {
    const path = `/${doi.split('/').map(encodeURIComponent).join('/')}`;
    const answer = await this.#ask('doi', path, doiCslAnswer, signal, CSL_TYPE);
    return answer.ok ? ok(recordFromDoiCsl(answer.value, doi)) : answer;
  }

  /** One work of OpenAlex by DOI. */
  async openalex(doi: string, signal?: AbortSignal): Promise<Result<OnlineRecord>> {
    const path = `/works/doi:${encodeURIComponent(doi)}?select=${OPENALEX_FIELDS}`;
    const answer = await this.#ask('openalex', path, openalexWork, signal);
    return answer.ok ? ok(recordFromOpenalex(answer.value)) : answer;
  }

  /** One work of OpenAlex by its PubMed number. */
  async openalexByPmid(pmid: string, signal?: AbortSignal): Promise<Result<OnlineRecord>> {
    const path = `/works/pmid:${encodeURIComponent(pmid)}?select=${OPENALEX_FIELDS}`;
    const answer = await this.#ask('openalex', path, openalexWork, signal);
    return answer.ok ? ok(recordFromOpenalex(answer.value)) : answer;
  }

  /** One record of ERIC by its number. @returns `online.not-found` when ERIC has none */
  async eric(id: string, signal?: AbortSignal): Promise<Result<OnlineRecord>> {
    const page = await this.#eric(`id:${id}`, 0, 1, signal);
    if (!page.ok) return page;
    const [record] = page.value.records;
    return record === undefined ? fail('online.not-found', { service: 'eric' }) : ok(record);
  }

  /** A page of ERIC. @param query as the person asks @param next where it starts, null for the first */
  async searchEric(
    query: OnlineSearchQuery,
    next: string | null,
    signal?: AbortSignal,
  ): Promise<Result<OnlinePage>> {
    return this.#eric(ericQuery(query), Number(next ?? 0), PAGE_SIZE, signal);
  }

  /** A page of OpenAlex. */
  async searchOpenalex(
    query: OnlineSearchQuery,
    next: string | null,
    signal?: AbortSignal,
  ): Promise<Result<OnlinePage>> {
    const filters = openalexFilters(query);
    const parts = new URLSearchParams({
      search: query.text,
      per_page: String(PAGE_SIZE),
      page: next ?? '1',
      select: OPENALEX_FIELDS,
    });
    if (filters.length > 0) parts.set('filter', filters.join(','));
    const answer = await this.#ask('openalex', `/works?${parts.toString()}`, openalexListAnswer, signal);
    if (!answer.ok) return answer;
    const { meta, results } = answer.value;
    const records = readable(results, openalexWork).map(recordFromOpenalex);
    const page = Number(next ?? '1');
    const isLast = results.length < PAGE_SIZE || page * PAGE_SIZE >= Math.min(meta.count, 10_000);
    return ok({
      total: meta.count,
      records,
      unreadable: results.length - records.length,
      next: isLast ? null : String(page + 1),
    });
  }

  /** Where a work can be read freely. @param mail the person's own address: the service asks for one */
  async openCopy(doi: string, mail: string, signal?: AbortSignal): Promise<Result<OpenCopy>> {
    if (mail === '') return fail('online.mail-missing');
    const answer = await this.#ask(
      'unpaywall',
      `/v2/${encodeURIComponent(doi)}`,
      unpaywallAnswer,
      signal,
      JSON_TYPE,
      { email: mail },
    );
    return answer.ok ? ok(openCopyFrom(answer.value)) : answer;
  }

  /** What Crossref knows of withdrawals. @param dois at most 20, lower case @returns those that were found: DOI -> notice */
  async crossrefNotices(
    dois: readonly string[],
    signal?: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, Retraction | null>>> {
    const query = new URLSearchParams({
      filter: dois.map((doi) => `doi:${doi}`).join(','),
      rows: String(dois.length),
    });
    const answer = await this.#ask('crossref', `/works?${query.toString()}`, crossrefListAnswer, signal);
    if (!answer.ok) return answer;
    const works = readable(answer.value.message.items, crossrefWork);
    return ok(new Map(works.map((work) => [work.DOI.toLowerCase(), crossrefRetraction(work)])));
  }

  /** What OpenAlex knows of withdrawals. @param dois at most 50, lower case */
  async openalexNotices(
    dois: readonly string[],
    signal?: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, Retraction | null>>> {
    // "|" and "," would end a name in a filter; such a DOI is left to Crossref.
    const names = dois.filter((doi) => !/[|,]/.test(doi));
    if (names.length === 0) return ok(new Map());
    const query = new URLSearchParams({
      filter: `doi:${names.join('|')}`,
      per_page: String(names.length),
      select: 'id,doi,is_retracted',
    });
    const answer = await this.#ask('openalex', `/works?${query.toString()}`, openalexListAnswer, signal);
    if (!answer.ok) return answer;
    const records = readable(answer.value.results, openalexWork).map(recordFromOpenalex);
    return ok(new Map(records.map(({ csl, retraction }) => [csl.DOI?.toLowerCase() ?? '', retraction])));
  }

  async #eric(
    search: string,
    start: number,
    rows: number,
    signal: AbortSignal | undefined,
  ): Promise<Result<OnlinePage>> {
    const query = new URLSearchParams({
      search,
      format: 'json',
      start: String(start),
      rows: String(rows),
      fields: ERIC_FIELDS,
    });
    const answer = await this.#ask('eric', `/eric/?${query.toString()}`, ericAnswer, signal);
    if (!answer.ok) return answer;
    const { numFound, docs } = answer.value.response;
    const records = readable(docs, ericDoc).map(recordFromEric);
    const end = start + docs.length;
    return ok({
      total: numFound,
      records,
      unreadable: docs.length - records.length,
      next: docs.length > 0 && end < numFound ? String(end) : null,
    });
  }

  async #ask<T>(
    service: OnlineService,
    path: string,
    shape: ZodType<T>,
    signal: AbortSignal | undefined,
    accept = JSON_TYPE,
    secret: Readonly<Record<string, string>> = {},
  ): Promise<Result<T>> {
    const key = service === 'openalex' ? await this.key() : null;
    const answer = await this.client.get({
      service,
      url: `https://${SERVICE_RULES[service].host}${path}`,
      accept,
      secret: key === null ? secret : { ...secret, api_key: key },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) {
      const isKeyless = answer.error.code === 'online.key-refused' && key === null;
      return isKeyless ? fail('online.key-missing') : answer;
    }
    const parsed = shape.safeParse(parseJson(answer.value));
    return parsed.success
      ? ok(parsed.data)
      : fail('online.odd-answer', { service }, parsed.error.message.slice(0, 500));
  }
}

function readable<T>(entries: readonly unknown[], shape: ZodType<T>): T[] {
  return entries.flatMap((entry) => {
    const parsed = shape.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses undefined, so a cut-off answer is reported as an odd one.
    return undefined;
  }
}
