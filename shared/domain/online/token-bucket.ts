/**
 * How many requests a host takes: tokens that grow back with time. The host's answers change the rate.
 * Times are milliseconds of one clock that only moves on.
 */
export class TokenBucket {
  #perMs: number;
  #capacity: number;
  #tokens: number;
  #at: number;
  #closedUntil = 0;

  /** @param perSecond requests per second @param now milliseconds */
  constructor(perSecond: number, now: number) {
    this.#perMs = perSecond / 1000;
    this.#capacity = Math.max(1, perSecond);
    this.#tokens = this.#capacity;
    this.#at = now;
  }

  /** Takes a token. @returns 0 when there was one, else the milliseconds to wait before asking again */
  take(now: number): number {
    if (now < this.#closedUntil) return this.#closedUntil - now;
    this.#grow(now);
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - this.#tokens) / this.#perMs));
  }

  /** Follows what the host says it takes. @param requests number @param seconds in this time */
  adapt(requests: number, seconds: number, now: number): void {
    if (!(requests > 0) || !(seconds > 0)) return;
    this.#grow(now);
    this.#perMs = requests / seconds / 1000;
    this.#capacity = Math.max(1, requests / seconds);
    this.#tokens = Math.min(this.#tokens, this.#capacity);
  }

  /** Lets nothing through before a time (Retry-After). */
  closeUntil(time: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, time);
  }

  /** Milliseconds until the host may be asked at all. */
  closedFor(now: number): number {
    return Math.max(0, this.#closedUntil - now);
  }

  #grow(now: number): void {
    this.#tokens = Math.min(this.#capacity, this.#tokens + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = now;
  }
}

/**
 * The pause before another try: exponential with full jitter (half of it fixed, so that it never is nothing).
 * @param attempt 0 for the first repetition @param random 0 to 1
 * @returns milliseconds, at most 30 s
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(30_000, 1_000 * 2 ** attempt);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/**
 * @param value of the header Retry-After: seconds or an HTTP date @param now milliseconds of the wall clock
 * @returns milliseconds to wait, or undefined when it says nothing usable
 */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** @param value of x-rate-limit-interval: "1s", "60" @returns seconds, or undefined */
export function intervalSeconds(value: string | undefined): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m)?\s*$/.exec(value ?? '');
  if (match?.[1] === undefined) return undefined;
  const factor = { ms: 0.001, s: 1, m: 60 }[match[2] ?? 's'] ?? 1;
  return Number(match[1]) * factor;
}
