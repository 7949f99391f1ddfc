import type Database from 'better-sqlite3';
import PQueue from 'p-queue';
import { keepAnswer, readAnswer } from '@db/repositories/network-answer';
import { readSettingValues } from '@db/repositories/setting';
import {
  isAllowedAddress,
  SERVICE_RULES,
  type OnlineService,
  type ServiceRules,
} from '@shared/domain/online/services';
import { backoffMs, intervalSeconds, retryAfterMs, TokenBucket } from '@shared/domain/online/token-bucket';
import { readSettings } from '@shared/domain/settings/settings';
import { fail, ok, type Result } from '@shared/lib/result';
import type { HttpGet, HttpReply } from '../adapters/http';

/** Time and chance as arguments. */
export interface OnlineTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** Resolves after the time, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export interface OnlineRequest {
  readonly service: OnlineService;
  /** Address without mail and key: also the name the answer is kept under. */
  readonly url: string;
  readonly accept: string;
  /** Query parts that are sent but never kept: the mail address, the key. */
  readonly secret?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface OnlineClientOptions {
  readonly db: Database.Database;
  readonly http: HttpGet;
  readonly time: OnlineTime;
  readonly appVersion: string;
  readonly timeoutMs?: number;
}

/** The system's clock and chance. */
export const systemTime: OnlineTime = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    }),
};

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const MAX_REPETITIONS = 3;
/** A host that asks for a longer pause than this is not waited for: the person is told. */
const LONGEST_WAIT_MS = 20_000;
const DAY_MS = 86_400_000;
/** A DOI that is not known today may be tomorrow. */
const KEEP_NOT_FOUND_DAYS = 7;

interface Host {
  readonly queue: PQueue;
  readonly bucket: TokenBucket;
}

/**
 * The one way out: every request of every online service passes here. It asks the switch before each sending, keeps to the
 * list of hosts, goes slowly, repeats with growing pauses, and keeps answers.
 */
export class OnlineClient {
  readonly #options: OnlineClientOptions;
  readonly #hosts = new Map<string, Host>();

  constructor(options: OnlineClientOptions) {
    this.#options = options;
  }

  /**
   * Whether a service may be asked now.
   * @returns `online.switched-off` or `online.service-off`
   */
  gate(service: OnlineService): Result<{ mail: string }> {
    const { networkEnabled, online } = readSettings(readSettingValues(this.#options.db));
    if (!networkEnabled) return fail('online.switched-off');
    if (!online.services[service]) return fail('online.service-off', { service });
    return ok({ mail: online.mail });
  }

  /**
   * Asks a service, or answers from what is kept.
   * @returns the text of the answer, or `online.switched-off`, `online.service-off`, `online.cancelled`, `online.unreachable`,
   *   `online.timed-out`, `online.too-large`, `online.limit-reached`, `online.service-down`, `online.not-found`,
   *   `online.no-format`, `online.key-refused`, `online.mail-refused`, `online.refused`, `online.foreign-host`
   */
  async get(request: OnlineRequest): Promise<Result<string>> {
    const signal = request.signal ?? new AbortController().signal;
    const open = this.gate(request.service);
    if (!open.ok) return open;
    const kept = readAnswer(this.#options.db, request.url, request.accept);
    if (kept !== undefined && Date.parse(kept.expires_at) > this.#options.time.now()) {
      return kept.status === 404 ? fail('online.not-found', named(request)) : ok(kept.body);
    }
    const rules = SERVICE_RULES[request.service];
    const { queue } = this.#host(rules.host, rules);
    const answer = await queue.add(() =>
      signal.aborted
        ? Promise.resolve(fail('online.cancelled'))
        : this.#ask(request, kept?.etag ?? null, signal),
    );
    if (!answer.ok) return answer;
    return this.#keep(request, answer.value, kept?.body);
  }

  async #ask(request: OnlineRequest, etag: string | null, signal: AbortSignal): Promise<Result<HttpReply>> {
    let url = withQuery(request.url, request.secret ?? {});
    let redirects = 0;
    let repetitions = 0;
    for (;;) {
      const turn = await this.#turn(request.service, url, signal);
      if (!turn.ok) return turn;
      // Asked again here: the switch may have been turned while this request waited for its turn.
      const open = this.gate(request.service);
      if (!open.ok) return open;
      if (!isAllowedAddress(url, request.service)) return fail('online.foreign-host', { host: hostOf(url) });
      const outcome = await this.#options.http({
        url,
        headers: {
          accept: request.accept,
          'user-agent': userAgent(this.#options.appVersion, open.value.mail),
          ...(etag === null || redirects > 0 ? {} : { 'if-none-match': etag }),
        },
        maxBytes: MAX_BYTES,
        timeoutMs: this.#options.timeoutMs ?? TIMEOUT_MS,
        signal,
      });
      if (signal.aborted) return fail('online.cancelled');
      if (outcome.kind === 'fault') {
        if (outcome.fault === 'too-large' || outcome.fault === 'cancelled' || repetitions >= 1)
          return fail(`online.${outcome.fault}`, named(request), outcome.cause);
        await this.#pause(backoffMs(repetitions, this.#options.time.random()), signal);
        repetitions += 1;
        continue;
      }
      const { reply } = outcome;
      this.#heed(url, reply);
      if (reply.status >= 300 && reply.status < 400 && reply.status !== 304) {
        const target = resolved(reply.headers['location'], url);
        redirects += 1;
        if (target === undefined || redirects > MAX_REDIRECTS)
          return fail('online.odd-answer', named(request));
        if (!isAllowedAddress(target, request.service))
          return fail('online.foreign-host', { host: hostOf(target) });
        url = target;
        continue;
      }
      if (reply.status !== 429 && reply.status < 500) return judged(request, reply);
      const asked = retryAfterMs(reply.headers['retry-after'], this.#options.time.now());
      const wait = asked ?? backoffMs(repetitions, this.#options.time.random());
      this.#bucketOf(url, request.service).closeUntil(this.#options.time.now() + wait);
      if (repetitions >= MAX_REPETITIONS || wait > LONGEST_WAIT_MS) {
        return reply.status === 429
          ? fail('online.limit-reached', {
              ...named(request),
              minutes: Math.max(1, Math.ceil(wait / 60_000)),
            })
          : fail('online.service-down', { ...named(request), status: reply.status });
      }
      repetitions += 1;
    }
  }

  /** Waits until the host takes a request. @returns `online.cancelled`, or `online.limit-reached` when that takes too long */
  async #turn(service: OnlineService, url: string, signal: AbortSignal): Promise<Result<null>> {
    const bucket = this.#bucketOf(url, service);
    for (;;) {
      if (signal.aborted) return fail('online.cancelled');
      const now = this.#options.time.now();
      const closed = bucket.closedFor(now);
      if (closed > LONGEST_WAIT_MS)
        return fail('online.limit-reached', { service, minutes: Math.max(1, Math.ceil(closed / 60_000)) });
      const wait = bucket.take(now);
      if (wait === 0) return ok(null);
      await this.#pause(wait, signal);
    }
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return this.#options.time.sleep(ms, signal);
  }

  /** Hosts say how much they take: "x-rate-limit-limit: 50", "x-rate-limit-interval: 1s". */
  #heed(url: string, reply: HttpReply): void {
    const limit = Number(reply.headers['x-rate-limit-limit']);
    const interval = intervalSeconds(reply.headers['x-rate-limit-interval']);
    if (!Number.isFinite(limit) || interval === undefined) return;
    this.#hosts.get(hostOf(url))?.bucket.adapt(limit, interval, this.#options.time.now());
  }

  #bucketOf(url: string, service: OnlineService): TokenBucket {
    return this.#host(hostOf(url), SERVICE_RULES[service]).bucket;
  }

  #host(name: string, rules: ServiceRules): Host {
    let host = this.#hosts.get(name);
    if (host === undefined) {
      host = {
        queue: new PQueue({ concurrency: rules.concurrency }),
        bucket: new TokenBucket(rules.perSecond, this.#options.time.now()),
      };
      this.#hosts.set(name, host);
    }
    return host;
  }

  #keep(request: OnlineRequest, reply: HttpReply, keptBody: string | undefined): Result<string> {
    const { db, time } = this.#options;
    const body = reply.status === 304 ? (keptBody ?? '') : reply.body;
    const isMissing = reply.status === 404;
    // A page of words where data should be (a login page of a school's network) must not be kept as the answer.
    if (!isMissing && !isJson(body)) return fail('online.odd-answer', named(request));
    const days = isMissing ? KEEP_NOT_FOUND_DAYS : SERVICE_RULES[request.service].keepDays;
    const now = time.now();
    keepAnswer(db, {
      url: request.url,
      accept: request.accept,
      status: isMissing ? 404 : 200,
      etag: reply.headers['etag'] ?? null,
      body: isMissing ? '' : body,
      fetched_at: new Date(now).toISOString(),
      expires_at: new Date(now + days * DAY_MS).toISOString(),
    });
    return isMissing ? fail('online.not-found', named(request)) : ok(body);
  }
}

function judged(request: OnlineRequest, reply: HttpReply): Result<HttpReply> {
  const details = { ...named(request), status: reply.status };
  switch (reply.status) {
    case 200:
    case 304:
    case 404:
      return ok(reply);
    case 401:
    case 403:
      return fail(request.service === 'openalex' ? 'online.key-refused' : 'online.refused', details);
    case 406:
      return fail('online.no-format', details);
    case 422:
      return fail(request.service === 'unpaywall' ? 'online.mail-refused' : 'online.refused', details);
    default:
      return fail(reply.status < 300 ? 'online.odd-answer' : 'online.refused', details);
  }
}

function named(request: OnlineRequest): { readonly service: OnlineService } {
  return { service: request.service };
}

/** @param mail the person's own address, or empty @returns how the app names itself */
export function userAgent(version: string, mail: string): string {
  return `InquiryDesk/${version}${mail === '' ? '' : ` (mailto:${mail})`}`;
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

function withQuery(url: string, parts: Readonly<Record<string, string>>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(parts)) address.searchParams.set(name, value);
  return address.toString();
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function resolved(location: string | undefined, base: string): string | undefined {
  if (location === undefined || !URL.canParse(location, base)) return undefined;
  return new URL(location, base).toString();
}
