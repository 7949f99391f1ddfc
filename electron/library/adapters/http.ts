/** One request as it leaves: nothing is added to it but what the protocol needs. */
export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** An answer as it came; a redirect is an answer too and is not followed. */
export interface HttpReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why there was no answer. */
export type HttpFault = 'unreachable' | 'timed-out' | 'too-large' | 'cancelled';
export type HttpOutcome =
  | { readonly kind: 'reply'; readonly reply: HttpReply }
  | { readonly kind: 'fault'; readonly fault: HttpFault; readonly cause?: string };

/** Sends a GET request. In the app main does it (the system's proxy and certificates count), in tests Node. */
export type HttpGet = (request: HttpRequest) => Promise<HttpOutcome>;

/** Without a host that can send requests (the command line) nothing is sent. */
export const noHttp: HttpGet = () =>
  Promise.resolve({ kind: 'fault', fault: 'unreachable', cause: 'no http' });
