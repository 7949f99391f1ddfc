/**
 * Privacy classes of domain 4.7.
 * P3 key material (names, keys, contacts) · P2 local only (raw rows, transcripts) · P1 shareable after a check
 * (aggregates, redacted quotes) · P0 open (plan, instruments, references, report text).
 */
export const PRIVACY_CLASSES = ['P0', 'P1', 'P2', 'P3'] as const;

/** One of the four classes. */
export type PrivacyClass = (typeof PRIVACY_CLASSES)[number];

declare const privacy: unique symbol;

/** A value that carries its privacy class in its type, so that an export function can refuse it at compile time. */
export type Classified<T, Class extends PrivacyClass> = T & { readonly [privacy]?: Class };

/** What an export may take: open values, and aggregates that went through `releaseAggregate`. */
export type Shareable<T> = Classified<T, 'P0'> | Classified<T, 'P1'>;

/**
 * Whether something of this class may leave the computer at all. P1 still needs the pre-share check.
 * @param privacyClass the class of the thing to be shared
 */
export function mayLeave(privacyClass: PrivacyClass): boolean {
  return privacyClass === 'P0' || privacyClass === 'P1';
}
