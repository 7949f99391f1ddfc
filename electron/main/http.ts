import { net, session } from 'electron';
import { z } from 'zod';
import { isAllowedAddress } from '@shared/domain/online/services';
import { fail, ok, type Result } from '@shared/lib/result';

const getInput = z.object({
  id: z.number().int(),
  url: z.string().max(8_000),
  headers: z.record(z.string(), z.string()),
  maxBytes: z.number().int().positive(),
  timeoutMs: z.number().int().positive(),
});
const cancelInput = z.object({ id: z.number().int() });

type Fault = 'unreachable' | 'timed-out' | 'too-large' | 'cancelled';
interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly cause: string };

/**
 * Sends the GET requests of the library process with Chromium's network stack, so that the system's proxy and certificates
 * count (schools have both). The list of hosts is held against every address here too. No cookies, no cache, no credentials;
 * redirects are handed back, not followed.
 */
export class HttpSender {
  readonly #running = new Map<number, (fault: Fault) => void>();

  /** @param standIn "http://127.0.0.1:PORT" for tests: requests go to PORT/<host>/<path> instead */
  constructor(private readonly standIn: string | undefined) {}

  /** @returns the outcome; `host.bad-request` when main would not send such a request to anyone */
  async get(input: unknown): Promise<Result<Outcome>> {
    const parsed = getInput.safeParse(input);
    if (!parsed.success || !isAllowedAddress(parsed.data.url)) return fail('host.bad-request');
    return ok(await this.#send(parsed.data));
  }

  /** Stops a request that runs; one that has ended stays as it is. */
  cancel(input: unknown): Result<null> {
    const parsed = cancelInput.safeParse(input);
    if (parsed.success) this.#running.get(parsed.data.id)?.('cancelled');
    return ok(null);
  }

  #send(input: z.infer<typeof getInput>): Promise<Outcome> {
    return new Promise((resolve) => {
      const request = net.request({
        url: this.#address(input.url),
        method: 'GET',
        // A session of its own, in memory: the window's session refuses every request, and stays so.
        session: session.fromPartition('online'),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      let isDone = false;
      const finish = (outcome: Outcome): void => {
        if (isDone) return;
        isDone = true;
        clearTimeout(timer);
        this.#running.delete(input.id);
        resolve(outcome);
      };
      const stop = (fault: Fault, cause = ''): void => {
        finish({ kind: 'fault', fault, cause });
        request.abort();
      };
      const timer = setTimeout(() => {
        stop('timed-out');
      }, input.timeoutMs);
      this.#running.set(input.id, stop);
      for (const [name, value] of Object.entries(input.headers)) request.setHeader(name, value);
      request.on('redirect', (status, _method, location, headers) => {
        finish({ kind: 'reply', reply: { status, headers: { ...flat(headers), location }, body: '' } });
        request.abort();
      });
      request.on('error', (error) => {
        finish({ kind: 'fault', fault: 'unreachable', cause: String(error) });
      });
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk) => {
          bytes += chunk.length;
          if (bytes > input.maxBytes) stop('too-large');
          else chunks.push(chunk);
        });
        response.on('error', () => {
          finish({ kind: 'fault', fault: 'unreachable', cause: 'the answer broke off' });
        });
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString('utf8');
          finish({
            kind: 'reply',
            reply: { status: response.statusCode, headers: flat(response.headers), body },
          });
        });
      });
      request.end();
    });
  }

  #address(url: string): string {
    if (this.standIn === undefined) return url;
    const { hostname, pathname, search } = new URL(url);
    return `${this.standIn}/${hostname}${pathname}${search}`;
  }
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
