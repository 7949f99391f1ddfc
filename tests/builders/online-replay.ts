import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpGet } from '../../electron/library/adapters/http';

/** One answer of the replay server. */
export interface Replayed {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON, text as it is. */
  readonly body?: unknown;
  /** Never ends the answer. */
  readonly hangs?: boolean;
}

/** A request as the server saw it. */
export interface SeenRequest {
  readonly host: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface ReplayServer {
  /** "http://127.0.0.1:PORT" */
  readonly base: string;
  readonly seen: SeenRequest[];
  /** Connections that were opened, with or without a request. */
  readonly connections: () => number;
  /** Answers for requests whose "host/path?query" contains the text, in turn; the last one stays. */
  on(part: string, ...answers: readonly Replayed[]): void;
  close(): Promise<void>;
}

/** A server on this computer that stands in for all services: the first part of the path is the host. */
export async function replayServer(): Promise<ReplayServer> {
  const seen: SeenRequest[] = [];
  const rules: { part: string; answers: Replayed[] }[] = [];
  let connections = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const [, host = '', rest = ''] = /^\/([^/?]+)(.*)$/.exec(request.url ?? '') ?? [];
    seen.push({ host, path: rest, headers: request.headers });
    const rule = rules.findLast(({ part }) => `${host}${decodeURIComponent(rest)}`.includes(part));
    const answer = rule === undefined ? { status: 404, body: '' } : (rule.answers[0] ?? {});
    if (rule !== undefined && rule.answers.length > 1) rule.answers.shift();
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status ?? 200, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...answer.headers,
    });
    if (answer.hangs === true) {
      response.write('{');
      return;
    }
    response.end(isText ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    seen,
    connections: () => connections,
    on: (part, ...answers) => void rules.push({ part, answers: [...answers] }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Sends requests with Node to the replay server, as main does in the app: redirects are handed back. */
export function httpTo(base: string): HttpGet {
  return async ({ url, headers, maxBytes, timeoutMs, signal }) => {
    const { hostname, pathname, search } = new URL(url);
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${base}/${hostname}${pathname}${search}`, {
        headers,
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      const body = await response.text();
      if (body.length > maxBytes) return { kind: 'fault', fault: 'too-large' };
      return {
        kind: 'reply',
        reply: { status: response.status, headers: Object.fromEntries(response.headers), body },
      };
    } catch (error) {
      const fault = signal.aborted ? 'cancelled' : timeout.aborted ? 'timed-out' : 'unreachable';
      return { kind: 'fault', fault, cause: String(error) };
    }
  };
}
