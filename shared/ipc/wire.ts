import type { Result } from '../lib/result';

/** Messages from main to the library process. */
export type ToLibrary =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'host-reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'shutdown' };

/** Messages from the library process to main. */
export type FromLibrary =
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'host-call'; readonly id: number; readonly method: HostMethod; readonly input: unknown }
  | { readonly kind: 'ready' }
  | { readonly kind: 'restart' }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly details: Readonly<Record<string, string | number>>;
    };

/** What only main can do for the library process. */
export type HostMethod = 'print-to-pdf' | 'http-get' | 'http-cancel' | 'seal-secret' | 'open-secret';

/** A request that main is to send for the library process; `http-cancel` with the same id stops it. */
export interface HttpGetInput {
  readonly id: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}
export interface PrintToPdfInput {
  /** A whole HTML page: inline styles only, no scripts, no remote resources. */
  readonly html: string;
  readonly language: string;
  readonly title: string;
}

/** Main asks the library process where the bytes of an attachment are. The page cannot: it is no call of the contract. */
export const LOCATE_PAPER = 'paper.locate';
/** Main asks for a path of a document that the system may open. No call of the contract either. */
export const HAND_OUT_DOCUMENT = 'paper.hand-out';
