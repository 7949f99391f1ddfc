/** A serialisable outcome: expected failures are values, never thrown across a process boundary. */
export type Result<T, E = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/**
 * An expected failure.
 * `code` names it (its plain words are in resources/locales/<lang>/errors.json under the same key);
 * `details` fills the placeholders of those words; `cause` is for the log only.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly cause?: string;
}

/** @param value the successful value */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/**
 * @param code stable error code, a key of errors.json
 * @param details values for the placeholders of the message
 * @param cause technical cause for the log
 */
export function fail<Code extends string>(
  code: Code,
  details?: Readonly<Record<string, string | number>>,
  cause?: string,
): { readonly ok: false; readonly error: Failure<Code> } {
  return {
    ok: false,
    error: { code, ...(details ? { details } : {}), ...(cause !== undefined ? { cause } : {}) },
  };
}
